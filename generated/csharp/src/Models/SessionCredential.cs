// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What this request was signed in with.</summary>
    public sealed partial class SessionCredential : Model<JToken>
    {
        /// <summary>Of a token or an app password; null of anything else.</summary>
        [Member("id", true)]
        public Optional<string> Id { get; set; }

        /// <summary>How it was proven, such as `password`, `app-password` or `token`.</summary>
        [Member("method", true)]
        public string Method { get; set; }

        /// <summary>What it may be used for.</summary>
        [Member("scope", true)]
        public SessionCredentialScope Scope { get; set; }

        /// <summary>What a token is for; null where nothing is left out.</summary>
        [Member("scopes", true)]
        public Optional<List<string>> Scopes { get; set; }

        /// <summary>When it ends; null for never.</summary>
        [Member("expires", true)]
        public Optional<Timestamp> Expires { get; set; }
    }

    /// <summary>What it may be used for.</summary>
    public readonly partial struct SessionCredentialScope : IOpenValue, IEquatable<SessionCredentialScope>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public SessionCredentialScope(string value)
        {
            Value = value;
        }

        /// <summary>The value "full".</summary>
        public static SessionCredentialScope Full => new SessionCredentialScope("full");

        /// <summary>The value "dav".</summary>
        public static SessionCredentialScope Dav => new SessionCredentialScope("dav");

        /// <summary>The value "read-only".</summary>
        public static SessionCredentialScope ReadOnly => new SessionCredentialScope("read-only");

        /// <summary>The value "api".</summary>
        public static SessionCredentialScope Api => new SessionCredentialScope("api");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator SessionCredentialScope(string value) => new SessionCredentialScope(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(SessionCredentialScope left, SessionCredentialScope right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(SessionCredentialScope left, SessionCredentialScope right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(SessionCredentialScope other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is SessionCredentialScope && Equals((SessionCredentialScope)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
