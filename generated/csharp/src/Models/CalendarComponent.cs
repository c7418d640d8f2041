// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>A kind of component of iCalendar.</summary>
    public readonly partial struct CalendarComponent : IOpenValue, IEquatable<CalendarComponent>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public CalendarComponent(string value)
        {
            Value = value;
        }

        /// <summary>The value "VEVENT".</summary>
        public static CalendarComponent Vevent => new CalendarComponent("VEVENT");

        /// <summary>The value "VTODO".</summary>
        public static CalendarComponent Vtodo => new CalendarComponent("VTODO");

        /// <summary>The value "VJOURNAL".</summary>
        public static CalendarComponent Vjournal => new CalendarComponent("VJOURNAL");

        /// <summary>The value "VFREEBUSY".</summary>
        public static CalendarComponent Vfreebusy => new CalendarComponent("VFREEBUSY");

        /// <summary>The value "VAVAILABILITY".</summary>
        public static CalendarComponent Vavailability => new CalendarComponent("VAVAILABILITY");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator CalendarComponent(string value) => new CalendarComponent(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(CalendarComponent left, CalendarComponent right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(CalendarComponent left, CalendarComponent right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(CalendarComponent other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is CalendarComponent && Equals((CalendarComponent)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
