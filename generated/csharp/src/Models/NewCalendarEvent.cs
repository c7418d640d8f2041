// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>An event to add.</summary>
    public sealed partial class NewCalendarEvent : Model<JToken>
    {
        /// <summary>The last segment of its path in DAV; the server finds one otherwise.</summary>
        [Member("name", false)]
        public Optional<string> Name { get; set; }

        /// <summary>
        /// An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs want; others may be sent and are
        /// told.
        /// </summary>
        [Member("data", true)]
        public JsCalendar Data { get; set; }
    }
}
