// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>The account of whoever asks.</summary>
    public sealed partial class SessionAccount : Model<JToken>
    {
        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("id", true)]
        public string Id { get; set; }

        /// <summary>The name one signs in with.</summary>
        [Member("name", true)]
        public string Name { get; set; }

        /// <summary>The name to show.</summary>
        [Member("displayName", true)]
        public string DisplayName { get; set; }

        /// <summary>The address of this account, if it has one.</summary>
        [Member("email", true)]
        public Optional<string> Email { get; set; }

        /// <summary>What sort of a principal it is.</summary>
        [Member("kind", true)]
        public SessionAccountKind Kind { get; set; }

        /// <summary>What it may do beside what is its own.</summary>
        [Member("role", true)]
        public SessionAccountRole Role { get; set; }
    }

    /// <summary>What sort of a principal it is.</summary>
    public readonly partial struct SessionAccountKind : IOpenValue, IEquatable<SessionAccountKind>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public SessionAccountKind(string value)
        {
            Value = value;
        }

        /// <summary>The value "user".</summary>
        public static SessionAccountKind User => new SessionAccountKind("user");

        /// <summary>The value "group".</summary>
        public static SessionAccountKind Group => new SessionAccountKind("group");

        /// <summary>The value "resource".</summary>
        public static SessionAccountKind Resource => new SessionAccountKind("resource");

        /// <summary>The value "room".</summary>
        public static SessionAccountKind Room => new SessionAccountKind("room");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator SessionAccountKind(string value) => new SessionAccountKind(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(SessionAccountKind left, SessionAccountKind right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(SessionAccountKind left, SessionAccountKind right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(SessionAccountKind other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is SessionAccountKind && Equals((SessionAccountKind)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }

    /// <summary>What it may do beside what is its own.</summary>
    public readonly partial struct SessionAccountRole : IOpenValue, IEquatable<SessionAccountRole>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public SessionAccountRole(string value)
        {
            Value = value;
        }

        /// <summary>The value "owner".</summary>
        public static SessionAccountRole Owner => new SessionAccountRole("owner");

        /// <summary>The value "auditor".</summary>
        public static SessionAccountRole Auditor => new SessionAccountRole("auditor");

        /// <summary>The value "admin".</summary>
        public static SessionAccountRole Admin => new SessionAccountRole("admin");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator SessionAccountRole(string value) => new SessionAccountRole(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(SessionAccountRole left, SessionAccountRole right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(SessionAccountRole left, SessionAccountRole right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(SessionAccountRole other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is SessionAccountRole && Equals((SessionAccountRole)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
