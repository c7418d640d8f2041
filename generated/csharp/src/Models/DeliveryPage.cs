// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>A page of deliveries.</summary>
    public sealed partial class DeliveryPage : Model<JToken>
    {
        /// <summary>The deliveries.</summary>
        [Member("items", true)]
        public List<Delivery> Items { get; set; } = new List<Delivery>();

        /// <summary>The cursor of the next page; null on the last one.</summary>
        [Member("next", true)]
        public Optional<string> Next { get; set; }
    }
}
