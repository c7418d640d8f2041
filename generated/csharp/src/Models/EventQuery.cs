// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What events must be.</summary>
    public sealed partial class EventQuery : Model<JToken>
    {
        /// <summary>A moment as RFC 3339 has it, or a date, which stands for its beginning in UTC.</summary>
        [Member("from", false)]
        public Optional<string> From { get; set; }

        /// <summary>A moment as RFC 3339 has it, or a date, which stands for its beginning in UTC.</summary>
        [Member("to", false)]
        public Optional<string> To { get; set; }

        /// <summary>Whether each instance is an entry of its own.</summary>
        [Member("expand", false)]
        public Optional<bool> Expand { get; set; }

        /// <summary>Whether entries have `data`.</summary>
        [Member("data", false)]
        public Optional<bool> Data { get; set; }

        /// <summary>What title, description or location must contain.</summary>
        [Member("text", false)]
        public Optional<string> Text { get; set; }

        /// <summary>A kind of component of iCalendar.</summary>
        [Member("component", false)]
        public Optional<CalendarComponent> Component { get; set; }

        /// <summary>The UID that it must have.</summary>
        [Member("uid", false)]
        public Optional<string> Uid { get; set; }

        /// <summary>Categories that it must have, all of them.</summary>
        [Member("categories", false)]
        public Optional<List<string>> Categories { get; set; }

        /// <summary>The address of somebody who must be among organizer and participants.</summary>
        [Member("participant", false)]
        public Optional<string> Participant { get; set; }

        /// <summary>The status that it must have, one of these; one without a status is confirmed.</summary>
        [Member("status", false)]
        public Optional<List<EventQueryStatusItem>> Status { get; set; }
    }

    /// <summary>One of several values.</summary>
    public readonly partial struct EventQueryStatusItem : IOpenValue, IEquatable<EventQueryStatusItem>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public EventQueryStatusItem(string value)
        {
            Value = value;
        }

        /// <summary>The value "confirmed".</summary>
        public static EventQueryStatusItem Confirmed => new EventQueryStatusItem("confirmed");

        /// <summary>The value "tentative".</summary>
        public static EventQueryStatusItem Tentative => new EventQueryStatusItem("tentative");

        /// <summary>The value "cancelled".</summary>
        public static EventQueryStatusItem Cancelled => new EventQueryStatusItem("cancelled");

        /// <summary>The value "needs-action".</summary>
        public static EventQueryStatusItem NeedsAction => new EventQueryStatusItem("needs-action");

        /// <summary>The value "in-process".</summary>
        public static EventQueryStatusItem InProcess => new EventQueryStatusItem("in-process");

        /// <summary>The value "completed".</summary>
        public static EventQueryStatusItem Completed => new EventQueryStatusItem("completed");

        /// <summary>The value "draft".</summary>
        public static EventQueryStatusItem Draft => new EventQueryStatusItem("draft");

        /// <summary>The value "final".</summary>
        public static EventQueryStatusItem Final => new EventQueryStatusItem("final");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator EventQueryStatusItem(string value) => new EventQueryStatusItem(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(EventQueryStatusItem left, EventQueryStatusItem right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(EventQueryStatusItem left, EventQueryStatusItem right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(EventQueryStatusItem other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is EventQueryStatusItem && Equals((EventQueryStatusItem)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
