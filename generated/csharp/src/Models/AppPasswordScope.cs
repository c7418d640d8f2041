// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What an app password may be used for.</summary>
    public readonly partial struct AppPasswordScope : IOpenValue, IEquatable<AppPasswordScope>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public AppPasswordScope(string value)
        {
            Value = value;
        }

        /// <summary>The value "full".</summary>
        public static AppPasswordScope Full => new AppPasswordScope("full");

        /// <summary>The value "dav".</summary>
        public static AppPasswordScope Dav => new AppPasswordScope("dav");

        /// <summary>The value "read-only".</summary>
        public static AppPasswordScope ReadOnly => new AppPasswordScope("read-only");

        /// <summary>The value "api".</summary>
        public static AppPasswordScope Api => new AppPasswordScope("api");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator AppPasswordScope(string value) => new AppPasswordScope(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(AppPasswordScope left, AppPasswordScope right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(AppPasswordScope left, AppPasswordScope right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(AppPasswordScope other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is AppPasswordScope && Equals((AppPasswordScope)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
