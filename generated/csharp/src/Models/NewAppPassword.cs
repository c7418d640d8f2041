// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>An app password to make.</summary>
    public sealed partial class NewAppPassword : Model<JToken>
    {
        /// <summary>What it is for.</summary>
        [Member("label", true)]
        public string Label { get; set; }

        /// <summary>What it may be used for.</summary>
        [Member("scope", true)]
        public NewAppPasswordScope Scope { get; set; }

        /// <summary>Until it expires; null for never.</summary>
        [Member("days", false)]
        public Optional<long> Days { get; set; }
    }

    /// <summary>What it may be used for.</summary>
    public readonly partial struct NewAppPasswordScope : IOpenValue, IEquatable<NewAppPasswordScope>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public NewAppPasswordScope(string value)
        {
            Value = value;
        }

        /// <summary>The value "dav".</summary>
        public static NewAppPasswordScope Dav => new NewAppPasswordScope("dav");

        /// <summary>The value "read-only".</summary>
        public static NewAppPasswordScope ReadOnly => new NewAppPasswordScope("read-only");

        /// <summary>The value "api".</summary>
        public static NewAppPasswordScope Api => new NewAppPasswordScope("api");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator NewAppPasswordScope(string value) => new NewAppPasswordScope(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(NewAppPasswordScope left, NewAppPasswordScope right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(NewAppPasswordScope left, NewAppPasswordScope right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(NewAppPasswordScope other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is NewAppPasswordScope && Equals((NewAppPasswordScope)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
