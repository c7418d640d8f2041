// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>A person, a group, a room or a resource.</summary>
    public sealed partial class Principal : Model<JToken>
    {
        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("id", true)]
        public string Id { get; set; }

        /// <summary>The name of the account.</summary>
        [Member("name", true)]
        public string Name { get; set; }

        /// <summary>The name to show.</summary>
        [Member("displayName", true)]
        public string DisplayName { get; set; }

        /// <summary>Its address, if it has one.</summary>
        [Member("email", true)]
        public Optional<string> Email { get; set; }

        /// <summary>What sort of a principal it is.</summary>
        [Member("kind", true)]
        public PrincipalKind Kind { get; set; }
    }
}
