// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What to change of a calendar.</summary>
    public sealed partial class CalendarUpdate : Model<JToken>
    {
        /// <summary>The name to show.</summary>
        [Member("displayName", false)]
        public Optional<string> DisplayName { get; set; }

        /// <summary>What it is for.</summary>
        [Member("description", false)]
        public Optional<string> Description { get; set; }

        /// <summary>A colour, as `#RRGGBB` or `#RRGGBBAA`.</summary>
        [Member("color", false)]
        public Optional<string> Color { get; set; }

        /// <summary>The IANA name of a time zone.</summary>
        [Member("timeZone", false)]
        public Optional<string> TimeZone { get; set; }

        /// <summary>Whether what it holds makes its owner busy.</summary>
        [Member("countsAsBusy", false)]
        public Optional<bool> CountsAsBusy { get; set; }
    }
}
