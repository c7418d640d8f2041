// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What a share gives: when somebody is busy, everything to read, or everything to read and to change.</summary>
    public readonly partial struct ShareAccess : IOpenValue, IEquatable<ShareAccess>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public ShareAccess(string value)
        {
            Value = value;
        }

        /// <summary>The value "busy".</summary>
        public static ShareAccess Busy => new ShareAccess("busy");

        /// <summary>The value "read".</summary>
        public static ShareAccess Read => new ShareAccess("read");

        /// <summary>The value "read-write".</summary>
        public static ShareAccess ReadWrite => new ShareAccess("read-write");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator ShareAccess(string value) => new ShareAccess(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(ShareAccess left, ShareAccess right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(ShareAccess left, ShareAccess right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(ShareAccess other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is ShareAccess && Equals((ShareAccess)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
