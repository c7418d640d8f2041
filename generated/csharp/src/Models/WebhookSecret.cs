// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>A new secret.</summary>
    public sealed partial class WebhookSecret : Model<JToken>
    {
        /// <summary>What messages are signed with.</summary>
        [Member("secret", true)]
        public string Secret { get; set; }

        /// <summary>Until when they are signed with the one before as well.</summary>
        [Member("formerUntil", true)]
        public Timestamp FormerUntil { get; set; }
    }
}
