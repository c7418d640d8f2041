// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What to change of an address book.</summary>
    public sealed partial class AddressBookUpdate : Model<JToken>
    {
        /// <summary>The name to show.</summary>
        [Member("displayName", false)]
        public Optional<string> DisplayName { get; set; }

        /// <summary>What it is for.</summary>
        [Member("description", false)]
        public Optional<string> Description { get; set; }
    }
}
