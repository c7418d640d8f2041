// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>An instance of an event.</summary>
    public sealed partial class Occurrence : Model<JToken>
    {
        /// <summary>Which instance of a series it is, in local time.</summary>
        [Member("recurrenceId", true)]
        public Optional<string> RecurrenceId { get; set; }

        /// <summary>A moment in UTC (RFC 3339).</summary>
        [Member("start", true)]
        public Timestamp Start { get; set; }

        /// <summary>A moment in UTC (RFC 3339).</summary>
        [Member("end", true)]
        public Timestamp End { get; set; }

        /// <summary>Whether it lasts whole days.</summary>
        [Member("allDay", true)]
        public bool AllDay { get; set; }

        /// <summary>Whether it is other than the series says.</summary>
        [Member("changed", true)]
        public bool Changed { get; set; }
    }
}
