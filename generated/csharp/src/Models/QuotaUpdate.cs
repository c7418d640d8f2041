// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What to change of a quota.</summary>
    public sealed partial class QuotaUpdate : Model<JToken>
    {
        /// <summary>Bytes; null takes the default.</summary>
        [Member("own", false)]
        public Optional<long> Own { get; set; }
    }
}
