// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What a contact is to be.</summary>
    public sealed partial class ContactChange : Model<JToken>
    {
        /// <summary>A Card of JSContact (RFC 9553). The members here are those that most programs want; others may be sent and are told.</summary>
        [Member("data", true)]
        public JsContact Data { get; set; }
    }
}
