// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What an event is to be.</summary>
    public sealed partial class CalendarEventChange : Model<JToken>
    {
        /// <summary>
        /// An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs want; others may be sent and are
        /// told.
        /// </summary>
        [Member("data", true)]
        public JsCalendar Data { get; set; }
    }
}
