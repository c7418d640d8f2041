// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>A token, without what it is.</summary>
    public sealed partial class Token : Model<JToken>
    {
        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("id", true)]
        public string Id { get; set; }

        /// <summary>What it is for.</summary>
        [Member("name", true)]
        public string Name { get; set; }

        /// <summary>What it opens.</summary>
        [Member("scopes", true)]
        public List<Scope> Scopes { get; set; } = new List<Scope>();

        /// <summary>When it was made.</summary>
        [Member("created", true)]
        public Timestamp Created { get; set; }

        /// <summary>When it ends; null for never.</summary>
        [Member("expires", true)]
        public Optional<Timestamp> Expires { get; set; }

        /// <summary>To the hour or so; null where it was never used.</summary>
        [Member("lastUsed", true)]
        public Optional<Timestamp> LastUsed { get; set; }
    }
}
