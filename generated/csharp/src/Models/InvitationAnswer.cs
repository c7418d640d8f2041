// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What to make of it.</summary>
    public sealed partial class InvitationAnswer : Model<JToken>
    {
        /// <summary>Whether to have it.</summary>
        [Member("state", true)]
        public InvitationAnswerState State { get; set; }

        /// <summary>What to call it among one's own.</summary>
        [Member("summary", false)]
        public Optional<string> Summary { get; set; }
    }

    /// <summary>Whether to have it.</summary>
    public readonly partial struct InvitationAnswerState : IOpenValue, IEquatable<InvitationAnswerState>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public InvitationAnswerState(string value)
        {
            Value = value;
        }

        /// <summary>The value "accepted".</summary>
        public static InvitationAnswerState Accepted => new InvitationAnswerState("accepted");

        /// <summary>The value "declined".</summary>
        public static InvitationAnswerState Declined => new InvitationAnswerState("declined");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator InvitationAnswerState(string value) => new InvitationAnswerState(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(InvitationAnswerState left, InvitationAnswerState right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(InvitationAnswerState left, InvitationAnswerState right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(InvitationAnswerState other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is InvitationAnswerState && Equals((InvitationAnswerState)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
