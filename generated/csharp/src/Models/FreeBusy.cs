// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>When somebody is busy.</summary>
    public sealed partial class FreeBusy : Model<JToken>
    {
        /// <summary>A moment in UTC (RFC 3339).</summary>
        [Member("from", true)]
        public Timestamp From { get; set; }

        /// <summary>A moment in UTC (RFC 3339).</summary>
        [Member("to", true)]
        public Timestamp To { get; set; }

        /// <summary>The member "periods".</summary>
        [Member("periods", true)]
        public List<BusyPeriod> Periods { get; set; } = new List<BusyPeriod>();
    }
}
