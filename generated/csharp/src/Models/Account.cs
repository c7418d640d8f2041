// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>An account with all that is known of it.</summary>
    public sealed partial class Account : Model<JToken>
    {
        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("id", true)]
        public string Id { get; set; }

        /// <summary>What sort of a principal it is.</summary>
        [Member("kind", true)]
        public PrincipalKind Kind { get; set; }

        /// <summary>The name one signs in with.</summary>
        [Member("name", true)]
        public string Name { get; set; }

        /// <summary>The name to show.</summary>
        [Member("displayName", true)]
        public string DisplayName { get; set; }

        /// <summary>Its address, if it has one.</summary>
        [Member("email", true)]
        public Optional<string> Email { get; set; }

        /// <summary>What an account may do beside what is its own.</summary>
        [Member("role", true)]
        public Role Role { get; set; }

        /// <summary>Whether it may not sign in.</summary>
        [Member("disabled", true)]
        public bool Disabled { get; set; }

        /// <summary>Its path in WebDAV.</summary>
        [Member("href", true)]
        public string Href { get; set; }

        /// <summary>A moment in UTC (RFC 3339).</summary>
        [Member("created", true)]
        public Timestamp Created { get; set; }

        /// <summary>A moment in UTC (RFC 3339).</summary>
        [Member("changed", true)]
        public Timestamp Changed { get; set; }

        /// <summary>Bytes that an account uses, and may use.</summary>
        [Member("quota", true)]
        public Quota Quota { get; set; }
    }
}
