// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>An event, task or journal, or an instance of one.</summary>
    public sealed partial class CalendarEvent : Model<JToken>
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

        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("collection", true)]
        public string Collection { get; set; }

        /// <summary>Its entity tag, for If-Match.</summary>
        [Member("etag", true)]
        public string ETag { get; set; }

        /// <summary>The bytes of its iCalendar.</summary>
        [Member("size", true)]
        public long Size { get; set; }

        /// <summary>A moment in UTC (RFC 3339).</summary>
        [Member("created", true)]
        public Timestamp Created { get; set; }

        /// <summary>A moment in UTC (RFC 3339).</summary>
        [Member("modified", true)]
        public Timestamp Modified { get; set; }

        /// <summary>Its UID.</summary>
        [Member("uid", true)]
        public string Uid { get; set; }

        /// <summary>A kind of component of iCalendar.</summary>
        [Member("component", true)]
        public CalendarComponent Component { get; set; }

        /// <summary>
        /// An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs want; others may be sent and are
        /// told.
        /// </summary>
        [Member("data", false)]
        public Optional<JsCalendar> Data { get; set; }

        /// <summary>Of an instance of a series, which one it is, in local time.</summary>
        [Member("recurrenceId", false)]
        public Optional<string> RecurrenceId { get; set; }

        /// <summary>A moment in UTC (RFC 3339).</summary>
        [Member("start", false)]
        public Optional<Timestamp> Start { get; set; }

        /// <summary>A moment in UTC (RFC 3339).</summary>
        [Member("end", false)]
        public Optional<Timestamp> End { get; set; }

        /// <summary>Of an instance, whether it lasts whole days.</summary>
        [Member("allDay", false)]
        public Optional<bool> AllDay { get; set; }

        /// <summary>Of an instance, whether it is other than the series says.</summary>
        [Member("changed", false)]
        public Optional<bool> Changed { get; set; }
    }
}
