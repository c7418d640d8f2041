// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>A contact to add.</summary>
    public sealed partial class NewContact : Model<JToken>
    {
        /// <summary>The last segment of its path in DAV; the server finds one otherwise.</summary>
        [Member("name", false)]
        public Optional<string> Name { get; set; }

        /// <summary>A Card of JSContact (RFC 9553). The members here are those that most programs want; others may be sent and are told.</summary>
        [Member("data", true)]
        public JsContact Data { get; set; }
    }
}
