// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>A token to be made.</summary>
    public sealed partial class NewToken : Model<JToken>
    {
        /// <summary>What it is for.</summary>
        [Member("name", true)]
        public string Name { get; set; }

        /// <summary>What it opens.</summary>
        [Member("scopes", true)]
        public List<string> Scopes { get; set; } = new List<string>();

        /// <summary>When it ends (RFC 3339); null or nothing for never.</summary>
        [Member("expires", false)]
        public Optional<string> Expires { get; set; }
    }
}
