// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What sort of a principal it is.</summary>
    public readonly partial struct PrincipalKind : IOpenValue, IEquatable<PrincipalKind>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public PrincipalKind(string value)
        {
            Value = value;
        }

        /// <summary>The value "user".</summary>
        public static PrincipalKind User => new PrincipalKind("user");

        /// <summary>The value "group".</summary>
        public static PrincipalKind Group => new PrincipalKind("group");

        /// <summary>The value "resource".</summary>
        public static PrincipalKind Resource => new PrincipalKind("resource");

        /// <summary>The value "room".</summary>
        public static PrincipalKind Room => new PrincipalKind("room");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator PrincipalKind(string value) => new PrincipalKind(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(PrincipalKind left, PrincipalKind right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(PrincipalKind left, PrincipalKind right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(PrincipalKind other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is PrincipalKind && Equals((PrincipalKind)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
