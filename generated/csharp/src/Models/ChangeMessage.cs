// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What a webhook is sent of a change.</summary>
    public sealed partial class ChangeMessage : Model<JToken>
    {
        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("id", true)]
        public string Id { get; set; }

        /// <summary>
        /// What happened to what. What is moved is deleted in one place and created, with the same id, in another; a collection of somebody
        /// else that appears among one's own is shared, and one that goes is unshared.
        /// </summary>
        [Member("type", true)]
        public ChangeType Type { get; set; }

        /// <summary>When it happened.</summary>
        [Member("time", true)]
        public Timestamp Time { get; set; }

        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("account", true)]
        public string Account { get; set; }

        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("webhook", true)]
        public string Webhook { get; set; }

        /// <summary>That something changed.</summary>
        [Member("data", true)]
        public Change Data { get; set; }
    }
}
