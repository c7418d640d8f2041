// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>One of several values.</summary>
    public readonly partial struct IfExists : IOpenValue, IEquatable<IfExists>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public IfExists(string value)
        {
            Value = value;
        }

        /// <summary>The value "replace".</summary>
        public static IfExists Replace => new IfExists("replace");

        /// <summary>The value "skip".</summary>
        public static IfExists Skip => new IfExists("skip");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator IfExists(string value) => new IfExists(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(IfExists left, IfExists right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(IfExists left, IfExists right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(IfExists other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is IfExists && Equals((IfExists)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
