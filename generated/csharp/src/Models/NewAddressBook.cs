// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>An address book to make.</summary>
    public sealed partial class NewAddressBook : Model<JToken>
    {
        /// <summary>The last segment of its path in DAV; the server finds one otherwise.</summary>
        [Member("name", false)]
        public Optional<string> Name { get; set; }

        /// <summary>The name to show.</summary>
        [Member("displayName", true)]
        public string DisplayName { get; set; }

        /// <summary>What it is for.</summary>
        [Member("description", false)]
        public Optional<string> Description { get; set; }
    }
}
