// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>A message of a webhook, and what became of it.</summary>
    public sealed partial class Delivery : Model<JToken>
    {
        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("id", true)]
        public string Id { get; set; }

        /// <summary>The type of the message.</summary>
        [Member("type", true)]
        public string Type { get; set; }

        /// <summary>When it was made.</summary>
        [Member("created", true)]
        public Timestamp Created { get; set; }

        /// <summary>What became of it.</summary>
        [Member("state", true)]
        public DeliveryState State { get; set; }

        /// <summary>How often that was tried.</summary>
        [Member("attempts", true)]
        public long Attempts { get; set; }

        /// <summary>When it was tried last.</summary>
        [Member("attempted", true)]
        public Optional<Timestamp> Attempted { get; set; }

        /// <summary>The status of the last answer; null where none came.</summary>
        [Member("status", true)]
        public Optional<long> Status { get; set; }

        /// <summary>The beginning of the last answer, or why there was none.</summary>
        [Member("excerpt", true)]
        public Optional<string> Excerpt { get; set; }
    }

    /// <summary>What became of it.</summary>
    public readonly partial struct DeliveryState : IOpenValue, IEquatable<DeliveryState>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public DeliveryState(string value)
        {
            Value = value;
        }

        /// <summary>The value "waiting".</summary>
        public static DeliveryState Waiting => new DeliveryState("waiting");

        /// <summary>The value "delivered".</summary>
        public static DeliveryState Delivered => new DeliveryState("delivered");

        /// <summary>The value "failed".</summary>
        public static DeliveryState Failed => new DeliveryState("failed");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator DeliveryState(string value) => new DeliveryState(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(DeliveryState left, DeliveryState right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(DeliveryState left, DeliveryState right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(DeliveryState other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is DeliveryState && Equals((DeliveryState)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
