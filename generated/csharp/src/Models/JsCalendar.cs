// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs want; others may be sent and are told.</summary>
    public sealed partial class JsCalendar : Model<JToken>
    {
        /// <summary>What it is.</summary>
        [Member("@type", false)]
        public Optional<JsCalendarAtType> AtType { get; set; }

        /// <summary>Its identifier in all systems; the server makes one for a new object without.</summary>
        [Member("uid", false)]
        public Optional<string> Uid { get; set; }

        /// <summary>What it is called.</summary>
        [Member("title", false)]
        public Optional<string> Title { get; set; }

        /// <summary>What it is about.</summary>
        [Member("description", false)]
        public Optional<string> Description { get; set; }

        /// <summary>Its beginning in local time.</summary>
        [Member("start", false)]
        public Optional<string> Start { get; set; }

        /// <summary>The IANA name of its time zone; null floats with the reader.</summary>
        [Member("timeZone", false)]
        public Optional<string> TimeZone { get; set; }

        /// <summary>How long it lasts.</summary>
        [Member("duration", false)]
        public Optional<string> Duration { get; set; }

        /// <summary>Of a Task, until when, in local time.</summary>
        [Member("due", false)]
        public Optional<string> Due { get; set; }

        /// <summary>Whether it lasts whole days.</summary>
        [Member("showWithoutTime", false)]
        public Optional<bool> ShowWithoutTime { get; set; }

        /// <summary>How sure it is.</summary>
        [Member("status", false)]
        public Optional<JsCalendarStatus> Status { get; set; }

        /// <summary>How far a Task is.</summary>
        [Member("progress", false)]
        public Optional<JsCalendarProgress> Progress { get; set; }

        /// <summary>How much of a Task is done.</summary>
        [Member("percentComplete", false)]
        public Optional<long> PercentComplete { get; set; }

        /// <summary>Whether it makes busy.</summary>
        [Member("freeBusyStatus", false)]
        public Optional<JsCalendarFreeBusyStatus> FreeBusyStatus { get; set; }

        /// <summary>How much of it others see.</summary>
        [Member("privacy", false)]
        public Optional<JsCalendarPrivacy> Privacy { get; set; }

        /// <summary>1 is the highest, 0 none.</summary>
        [Member("priority", false)]
        public Optional<long> Priority { get; set; }

        /// <summary>A colour for it.</summary>
        [Member("color", false)]
        public Optional<string> Color { get; set; }

        /// <summary>The language of its texts.</summary>
        [Member("locale", false)]
        public Optional<string> Locale { get; set; }

        /// <summary>How often it was changed for those invited.</summary>
        [Member("sequence", false)]
        public Optional<long> Sequence { get; set; }

        /// <summary>When it was made.</summary>
        [Member("created", false)]
        public Optional<string> Created { get; set; }

        /// <summary>When it was changed.</summary>
        [Member("updated", false)]
        public Optional<string> Updated { get; set; }

        /// <summary>What made it.</summary>
        [Member("prodId", false)]
        public Optional<string> ProdId { get; set; }

        /// <summary>Keywords by their text.</summary>
        [Member("keywords", false)]
        public Optional<Dictionary<string, bool>> Keywords { get; set; }

        /// <summary>Categories by their URI.</summary>
        [Member("categories", false)]
        public Optional<Dictionary<string, bool>> Categories { get; set; }

        /// <summary>Places.</summary>
        [Member("locations", false)]
        public Optional<Dictionary<string, Dictionary<string, JToken>>> Locations { get; set; }

        /// <summary>Places to call.</summary>
        [Member("virtualLocations", false)]
        public Optional<Dictionary<string, Dictionary<string, JToken>>> VirtualLocations { get; set; }

        /// <summary>Files and pages.</summary>
        [Member("links", false)]
        public Optional<Dictionary<string, Dictionary<string, JToken>>> Links { get; set; }

        /// <summary>Who takes part.</summary>
        [Member("participants", false)]
        public Optional<Dictionary<string, Dictionary<string, JToken>>> Participants { get; set; }

        /// <summary>Where answers go.</summary>
        [Member("replyTo", false)]
        public Optional<Dictionary<string, string>> ReplyTo { get; set; }

        /// <summary>Reminders.</summary>
        [Member("alerts", false)]
        public Optional<Dictionary<string, Dictionary<string, JToken>>> Alerts { get; set; }

        /// <summary>When it happens again.</summary>
        [Member("recurrenceRules", false)]
        public Optional<List<Dictionary<string, JToken>>> RecurrenceRules { get; set; }

        /// <summary>When it does not.</summary>
        [Member("excludedRecurrenceRules", false)]
        public Optional<List<Dictionary<string, JToken>>> ExcludedRecurrenceRules { get; set; }

        /// <summary>Instances that differ.</summary>
        [Member("recurrenceOverrides", false)]
        public Optional<Dictionary<string, Dictionary<string, JToken>>> RecurrenceOverrides { get; set; }

        /// <summary>Of an instance alone, which one it is.</summary>
        [Member("recurrenceId", false)]
        public Optional<string> RecurrenceId { get; set; }

        /// <summary>What it belongs to.</summary>
        [Member("relatedTo", false)]
        public Optional<Dictionary<string, Dictionary<string, JToken>>> RelatedTo { get; set; }
    }

    /// <summary>What it is.</summary>
    public readonly partial struct JsCalendarAtType : IOpenValue, IEquatable<JsCalendarAtType>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public JsCalendarAtType(string value)
        {
            Value = value;
        }

        /// <summary>The value "Event".</summary>
        public static JsCalendarAtType Event => new JsCalendarAtType("Event");

        /// <summary>The value "Task".</summary>
        public static JsCalendarAtType Task => new JsCalendarAtType("Task");

        /// <summary>The value "Group".</summary>
        public static JsCalendarAtType Group => new JsCalendarAtType("Group");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator JsCalendarAtType(string value) => new JsCalendarAtType(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(JsCalendarAtType left, JsCalendarAtType right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(JsCalendarAtType left, JsCalendarAtType right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(JsCalendarAtType other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is JsCalendarAtType && Equals((JsCalendarAtType)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }

    /// <summary>Whether it makes busy.</summary>
    public readonly partial struct JsCalendarFreeBusyStatus : IOpenValue, IEquatable<JsCalendarFreeBusyStatus>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public JsCalendarFreeBusyStatus(string value)
        {
            Value = value;
        }

        /// <summary>The value "free".</summary>
        public static JsCalendarFreeBusyStatus Free => new JsCalendarFreeBusyStatus("free");

        /// <summary>The value "busy".</summary>
        public static JsCalendarFreeBusyStatus Busy => new JsCalendarFreeBusyStatus("busy");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator JsCalendarFreeBusyStatus(string value) => new JsCalendarFreeBusyStatus(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(JsCalendarFreeBusyStatus left, JsCalendarFreeBusyStatus right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(JsCalendarFreeBusyStatus left, JsCalendarFreeBusyStatus right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(JsCalendarFreeBusyStatus other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is JsCalendarFreeBusyStatus && Equals((JsCalendarFreeBusyStatus)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }

    /// <summary>How much of it others see.</summary>
    public readonly partial struct JsCalendarPrivacy : IOpenValue, IEquatable<JsCalendarPrivacy>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public JsCalendarPrivacy(string value)
        {
            Value = value;
        }

        /// <summary>The value "public".</summary>
        public static JsCalendarPrivacy Public => new JsCalendarPrivacy("public");

        /// <summary>The value "private".</summary>
        public static JsCalendarPrivacy Private => new JsCalendarPrivacy("private");

        /// <summary>The value "secret".</summary>
        public static JsCalendarPrivacy Secret => new JsCalendarPrivacy("secret");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator JsCalendarPrivacy(string value) => new JsCalendarPrivacy(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(JsCalendarPrivacy left, JsCalendarPrivacy right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(JsCalendarPrivacy left, JsCalendarPrivacy right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(JsCalendarPrivacy other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is JsCalendarPrivacy && Equals((JsCalendarPrivacy)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }

    /// <summary>How far a Task is.</summary>
    public readonly partial struct JsCalendarProgress : IOpenValue, IEquatable<JsCalendarProgress>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public JsCalendarProgress(string value)
        {
            Value = value;
        }

        /// <summary>The value "needs-action".</summary>
        public static JsCalendarProgress NeedsAction => new JsCalendarProgress("needs-action");

        /// <summary>The value "in-process".</summary>
        public static JsCalendarProgress InProcess => new JsCalendarProgress("in-process");

        /// <summary>The value "completed".</summary>
        public static JsCalendarProgress Completed => new JsCalendarProgress("completed");

        /// <summary>The value "failed".</summary>
        public static JsCalendarProgress Failed => new JsCalendarProgress("failed");

        /// <summary>The value "cancelled".</summary>
        public static JsCalendarProgress Cancelled => new JsCalendarProgress("cancelled");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator JsCalendarProgress(string value) => new JsCalendarProgress(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(JsCalendarProgress left, JsCalendarProgress right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(JsCalendarProgress left, JsCalendarProgress right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(JsCalendarProgress other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is JsCalendarProgress && Equals((JsCalendarProgress)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }

    /// <summary>How sure it is.</summary>
    public readonly partial struct JsCalendarStatus : IOpenValue, IEquatable<JsCalendarStatus>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public JsCalendarStatus(string value)
        {
            Value = value;
        }

        /// <summary>The value "confirmed".</summary>
        public static JsCalendarStatus Confirmed => new JsCalendarStatus("confirmed");

        /// <summary>The value "cancelled".</summary>
        public static JsCalendarStatus Cancelled => new JsCalendarStatus("cancelled");

        /// <summary>The value "tentative".</summary>
        public static JsCalendarStatus Tentative => new JsCalendarStatus("tentative");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator JsCalendarStatus(string value) => new JsCalendarStatus(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(JsCalendarStatus left, JsCalendarStatus right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(JsCalendarStatus left, JsCalendarStatus right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(JsCalendarStatus other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is JsCalendarStatus && Equals((JsCalendarStatus)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
