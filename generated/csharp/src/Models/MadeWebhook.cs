// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>A webhook with its secret, which is told this once.</summary>
    public sealed partial class MadeWebhook : Model<JToken>
    {
        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("id", true)]
        public string Id { get; set; }

        /// <summary>What it is for.</summary>
        [Member("name", true)]
        public string Name { get; set; }

        /// <summary>Where it sends to.</summary>
        [Member("url", true)]
        public string Url { get; set; }

        /// <summary>What it sends; null for everything.</summary>
        [Member("types", true)]
        public Optional<List<string>> Types { get; set; }

        /// <summary>The collections whose changes it sends; null for all that one sees.</summary>
        [Member("collections", true)]
        public Optional<List<string>> Collections { get; set; }

        /// <summary>Whether it is switched on.</summary>
        [Member("active", true)]
        public bool Active { get; set; }

        /// <summary>Why it is not.</summary>
        [Member("reason", true)]
        public Optional<string> Reason { get; set; }

        /// <summary>When it was made.</summary>
        [Member("created", true)]
        public Timestamp Created { get; set; }

        /// <summary>When it was changed.</summary>
        [Member("changed", true)]
        public Timestamp Changed { get; set; }

        /// <summary>Since when nothing arrived.</summary>
        [Member("failingSince", true)]
        public Optional<Timestamp> FailingSince { get; set; }

        /// <summary>What its messages are signed with.</summary>
        [Member("secret", true)]
        public string Secret { get; set; }
    }
}
