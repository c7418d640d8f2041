// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Bytes that an account uses, and may use.</summary>
    public sealed partial class Quota : Model<JToken>
    {
        /// <summary>What it uses.</summary>
        [Member("used", true)]
        public long Used { get; set; }

        /// <summary>What it was given; null where the default counts.</summary>
        [Member("own", true)]
        public Optional<long> Own { get; set; }

        /// <summary>What counts; null where there is no limit.</summary>
        [Member("limit", true)]
        public Optional<long> Limit { get; set; }
    }
}
