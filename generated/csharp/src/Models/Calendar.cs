// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>A calendar, without what it holds.</summary>
    public sealed partial class Calendar : Model<JToken>
    {
        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("id", true)]
        public string Id { get; set; }

        /// <summary>The last segment of its path in CalDAV.</summary>
        [Member("name", true)]
        public string Name { get; set; }

        /// <summary>Its path in CalDAV.</summary>
        [Member("href", true)]
        public string Href { get; set; }

        /// <summary>The name to show.</summary>
        [Member("displayName", true)]
        public string DisplayName { get; set; }

        /// <summary>Whose something is.</summary>
        [Member("owner", true)]
        public Owner Owner { get; set; }

        /// <summary>Whether it belongs to whoever asks.</summary>
        [Member("mine", true)]
        public bool Mine { get; set; }

        /// <summary>Whether every account has it from the start.</summary>
        [Member("default", true)]
        public bool Default { get; set; }

        /// <summary>What whoever asks may do with it.</summary>
        [Member("rights", true)]
        public List<Right> Rights { get; set; } = new List<Right>();

        /// <summary>A moment in UTC (RFC 3339).</summary>
        [Member("created", true)]
        public Timestamp Created { get; set; }

        /// <summary>What it is for.</summary>
        [Member("description", true)]
        public Optional<string> Description { get; set; }

        /// <summary>Its colour, as `#RRGGBB` or `#RRGGBBAA`.</summary>
        [Member("color", true)]
        public Optional<string> Color { get; set; }

        /// <summary>The time zone of times without one, by its IANA name.</summary>
        [Member("timeZone", true)]
        public Optional<string> TimeZone { get; set; }

        /// <summary>The kinds of components of iCalendar that it can hold.</summary>
        [Member("components", true)]
        public List<CalendarComponent> Components { get; set; } = new List<CalendarComponent>();

        /// <summary>Whether what it holds makes its owner busy.</summary>
        [Member("countsAsBusy", true)]
        public bool CountsAsBusy { get; set; }
    }
}
