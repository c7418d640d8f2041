// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>A time of which somebody is not free.</summary>
    public sealed partial class BusyPeriod : Model<JToken>
    {
        /// <summary>A moment in UTC (RFC 3339).</summary>
        [Member("start", true)]
        public Timestamp Start { get; set; }

        /// <summary>A moment in UTC (RFC 3339).</summary>
        [Member("end", true)]
        public Timestamp End { get; set; }

        /// <summary>How sure it is.</summary>
        [Member("status", true)]
        public BusyPeriodStatus Status { get; set; }
    }

    /// <summary>How sure it is.</summary>
    public readonly partial struct BusyPeriodStatus : IOpenValue, IEquatable<BusyPeriodStatus>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public BusyPeriodStatus(string value)
        {
            Value = value;
        }

        /// <summary>The value "busy".</summary>
        public static BusyPeriodStatus Busy => new BusyPeriodStatus("busy");

        /// <summary>The value "tentative".</summary>
        public static BusyPeriodStatus Tentative => new BusyPeriodStatus("tentative");

        /// <summary>The value "unavailable".</summary>
        public static BusyPeriodStatus Unavailable => new BusyPeriodStatus("unavailable");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator BusyPeriodStatus(string value) => new BusyPeriodStatus(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(BusyPeriodStatus left, BusyPeriodStatus right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(BusyPeriodStatus left, BusyPeriodStatus right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(BusyPeriodStatus other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is BusyPeriodStatus && Equals((BusyPeriodStatus)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
