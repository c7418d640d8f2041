// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>A page of changes.</summary>
    public sealed partial class ChangePage : Model<JToken>
    {
        /// <summary>The changes.</summary>
        [Member("items", true)]
        public List<Change> Items { get; set; } = new List<Change>();

        /// <summary>The cursor of the next page; null where there is no more for now.</summary>
        [Member("next", true)]
        public Optional<string> Next { get; set; }

        /// <summary>Where to go on later.</summary>
        [Member("cursor", true)]
        public string Cursor { get; set; }
    }
}
