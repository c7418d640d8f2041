// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What an account may do beside what is its own.</summary>
    public readonly partial struct Role : IOpenValue, IEquatable<Role>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public Role(string value)
        {
            Value = value;
        }

        /// <summary>The value "owner".</summary>
        public static Role Owner => new Role("owner");

        /// <summary>The value "auditor".</summary>
        public static Role Auditor => new Role("auditor");

        /// <summary>The value "admin".</summary>
        public static Role Admin => new Role("admin");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator Role(string value) => new Role(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(Role left, Role right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(Role left, Role right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(Role other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is Role && Equals((Role)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
