// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>A page of address books.</summary>
    public sealed partial class AddressBookPage : Model<JToken>
    {
        /// <summary>The member "items".</summary>
        [Member("items", true)]
        public List<AddressBook> Items { get; set; } = new List<AddressBook>();

        /// <summary>What `cursor` takes for the next page; null on the last one.</summary>
        [Member("next", true)]
        public Optional<string> Next { get; set; }
    }
}
