// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What to give somebody.</summary>
    public sealed partial class NewShare : Model<JToken>
    {
        /// <summary>What they may do.</summary>
        [Member("access", true)]
        public NewShareAccess Access { get; set; }

        /// <summary>What the invitation calls it.</summary>
        [Member("summary", false)]
        public Optional<string> Summary { get; set; }
    }

    /// <summary>What they may do.</summary>
    public readonly partial struct NewShareAccess : IOpenValue, IEquatable<NewShareAccess>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public NewShareAccess(string value)
        {
            Value = value;
        }

        /// <summary>The value "busy".</summary>
        public static NewShareAccess Busy => new NewShareAccess("busy");

        /// <summary>The value "read".</summary>
        public static NewShareAccess Read => new NewShareAccess("read");

        /// <summary>The value "read-write".</summary>
        public static NewShareAccess ReadWrite => new NewShareAccess("read-write");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator NewShareAccess(string value) => new NewShareAccess(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(NewShareAccess left, NewShareAccess right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(NewShareAccess left, NewShareAccess right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(NewShareAccess other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is NewShareAccess && Equals((NewShareAccess)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
