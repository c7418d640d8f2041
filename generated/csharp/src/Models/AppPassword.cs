// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>A password of its own for one client.</summary>
    public sealed partial class AppPassword : Model<JToken>
    {
        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("id", true)]
        public string Id { get; set; }

        /// <summary>What it is for.</summary>
        [Member("label", true)]
        public string Label { get; set; }

        /// <summary>What an app password may be used for.</summary>
        [Member("scope", true)]
        public AppPasswordScope Scope { get; set; }

        /// <summary>A moment in UTC (RFC 3339).</summary>
        [Member("created", true)]
        public Timestamp Created { get; set; }

        /// <summary>When it ends; null for never.</summary>
        [Member("expires", true)]
        public Optional<Timestamp> Expires { get; set; }

        /// <summary>To the hour or so; null before it was used.</summary>
        [Member("lastUsed", true)]
        public Optional<Timestamp> LastUsed { get; set; }
    }
}
