// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What somebody offered to share.</summary>
    public sealed partial class Invitation : Model<JToken>
    {
        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("id", true)]
        public string Id { get; set; }

        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("collection", true)]
        public string Collection { get; set; }

        /// <summary>What is shared.</summary>
        [Member("kind", true)]
        public InvitationKind Kind { get; set; }

        /// <summary>A person, a group, a room or a resource.</summary>
        [Member("owner", true)]
        public Principal Owner { get; set; }

        /// <summary>What a share gives: when somebody is busy, everything to read, or everything to read and to change.</summary>
        [Member("access", true)]
        public ShareAccess Access { get; set; }

        /// <summary>What its owner calls it.</summary>
        [Member("summary", true)]
        public string Summary { get; set; }

        /// <summary>What was made of it.</summary>
        [Member("state", true)]
        public InvitationState State { get; set; }

        /// <summary>A moment in UTC (RFC 3339).</summary>
        [Member("changed", true)]
        public Timestamp Changed { get; set; }

        /// <summary>Its path in DAV among one's own, once it is accepted.</summary>
        [Member("href", true)]
        public Optional<string> Href { get; set; }
    }

    /// <summary>What is shared.</summary>
    public readonly partial struct InvitationKind : IOpenValue, IEquatable<InvitationKind>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public InvitationKind(string value)
        {
            Value = value;
        }

        /// <summary>The value "calendar".</summary>
        public static InvitationKind Calendar => new InvitationKind("calendar");

        /// <summary>The value "addressbook".</summary>
        public static InvitationKind Addressbook => new InvitationKind("addressbook");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator InvitationKind(string value) => new InvitationKind(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(InvitationKind left, InvitationKind right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(InvitationKind left, InvitationKind right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(InvitationKind other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is InvitationKind && Equals((InvitationKind)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
