// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>A page of webhooks.</summary>
    public sealed partial class WebhookPage : Model<JToken>
    {
        /// <summary>The webhooks.</summary>
        [Member("items", true)]
        public List<Webhook> Items { get; set; } = new List<Webhook>();

        /// <summary>Null; there is one page.</summary>
        [Member("next", true)]
        public Optional<string> Next { get; set; }
    }
}
