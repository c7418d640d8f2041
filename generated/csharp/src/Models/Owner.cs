// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Whose something is.</summary>
    public sealed partial class Owner : Model<JToken>
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
    }
}
