// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What a webhook is sent for a try.</summary>
    public sealed partial class PingMessage : Model<JToken>
    {
        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("id", true)]
        public string Id { get; set; }

        /// <summary>What happened.</summary>
        [Member("type", true)]
        public string Type { get; set; } = "ping";

        /// <summary>When it happened.</summary>
        [Member("time", true)]
        public Timestamp Time { get; set; }

        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("account", true)]
        public string Account { get; set; }

        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("webhook", true)]
        public string Webhook { get; set; }

        /// <summary>Nothing.</summary>
        [Member("data", true)]
        public Dictionary<string, JToken> Data { get; set; } = new Dictionary<string, JToken>();
    }
}
