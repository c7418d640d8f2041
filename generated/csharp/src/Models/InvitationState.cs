// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What was made of it.</summary>
    public readonly partial struct InvitationState : IOpenValue, IEquatable<InvitationState>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public InvitationState(string value)
        {
            Value = value;
        }

        /// <summary>The value "invited".</summary>
        public static InvitationState Invited => new InvitationState("invited");

        /// <summary>The value "accepted".</summary>
        public static InvitationState Accepted => new InvitationState("accepted");

        /// <summary>The value "declined".</summary>
        public static InvitationState Declined => new InvitationState("declined");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator InvitationState(string value) => new InvitationState(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(InvitationState left, InvitationState right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(InvitationState left, InvitationState right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(InvitationState other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is InvitationState && Equals((InvitationState)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
