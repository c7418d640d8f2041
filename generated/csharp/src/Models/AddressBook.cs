// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>An address book, without what it holds.</summary>
    public sealed partial class AddressBook : Model<JToken>
    {
        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("id", true)]
        public string Id { get; set; }

        /// <summary>The last segment of its path in CardDAV.</summary>
        [Member("name", true)]
        public string Name { get; set; }

        /// <summary>Its path in CardDAV.</summary>
        [Member("href", true)]
        public string Href { get; set; }

        /// <summary>The name to show.</summary>
        [Member("displayName", true)]
        public string DisplayName { get; set; }

        /// <summary>Whose something is.</summary>
        [Member("owner", true)]
        public Owner Owner { get; set; }

        /// <summary>Whether it belongs to whoever asks.</summary>
        [Member("mine", true)]
        public bool Mine { get; set; }

        /// <summary>Whether every account has it from the start.</summary>
        [Member("default", true)]
        public bool Default { get; set; }

        /// <summary>What whoever asks may do with it.</summary>
        [Member("rights", true)]
        public List<Right> Rights { get; set; } = new List<Right>();

        /// <summary>A moment in UTC (RFC 3339).</summary>
        [Member("created", true)]
        public Timestamp Created { get; set; }

        /// <summary>What it is for.</summary>
        [Member("description", true)]
        public Optional<string> Description { get; set; }
    }
}
