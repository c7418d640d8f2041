// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What is to be changed of a webhook.</summary>
    public sealed partial class WebhookPatch : Model<JToken>
    {
        /// <summary>Where it sends to, with https.</summary>
        [Member("url", false)]
        public Optional<string> Url { get; set; }

        /// <summary>What it is for.</summary>
        [Member("name", false)]
        public Optional<string> Name { get; set; }

        /// <summary>What it sends, such as `event.created`, or `event.*` for whatever happens to events; null for everything.</summary>
        [Member("types", false)]
        public Optional<List<string>> Types { get; set; }

        /// <summary>The collections whose changes it sends; null for all that one sees.</summary>
        [Member("collections", false)]
        public Optional<List<string>> Collections { get; set; }

        /// <summary>Whether it is switched on; null for true.</summary>
        [Member("active", false)]
        public Optional<bool> Active { get; set; }
    }
}
