// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>A calendar to make.</summary>
    public sealed partial class NewCalendar : Model<JToken>
    {
        /// <summary>The last segment of its path in DAV; the server finds one otherwise.</summary>
        [Member("name", false)]
        public Optional<string> Name { get; set; }

        /// <summary>The name to show.</summary>
        [Member("displayName", true)]
        public string DisplayName { get; set; }

        /// <summary>What it is for.</summary>
        [Member("description", false)]
        public Optional<string> Description { get; set; }

        /// <summary>A colour, as `#RRGGBB` or `#RRGGBBAA`.</summary>
        [Member("color", false)]
        public Optional<string> Color { get; set; }

        /// <summary>The IANA name of a time zone.</summary>
        [Member("timeZone", false)]
        public Optional<string> TimeZone { get; set; }

        /// <summary>The kinds of components of iCalendar that it can hold.</summary>
        [Member("components", false)]
        public Optional<List<CalendarComponent>> Components { get; set; }

        /// <summary>Whether what it holds makes its owner busy.</summary>
        [Member("countsAsBusy", false)]
        public Optional<bool> CountsAsBusy { get; set; }
    }
}
