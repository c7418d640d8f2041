// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Something that one may do with a collection.</summary>
    public readonly partial struct Right : IOpenValue, IEquatable<Right>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public Right(string value)
        {
            Value = value;
        }

        /// <summary>The value "read".</summary>
        public static Right Read => new Right("read");

        /// <summary>The value "add".</summary>
        public static Right Add => new Right("add");

        /// <summary>The value "change".</summary>
        public static Right Change => new Right("change");

        /// <summary>The value "remove".</summary>
        public static Right Remove => new Right("remove");

        /// <summary>The value "configure".</summary>
        public static Right Configure => new Right("configure");

        /// <summary>The value "share".</summary>
        public static Right Share => new Right("share");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator Right(string value) => new Right(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(Right left, Right right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(Right left, Right right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(Right other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is Right && Equals((Right)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
