// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What a token may be for.</summary>
    public readonly partial struct Scope : IOpenValue, IEquatable<Scope>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public Scope(string value)
        {
            Value = value;
        }

        /// <summary>The value "profile".</summary>
        public static Scope Profile => new Scope("profile");

        /// <summary>The value "calendars:read".</summary>
        public static Scope CalendarsRead => new Scope("calendars:read");

        /// <summary>The value "calendars:write".</summary>
        public static Scope CalendarsWrite => new Scope("calendars:write");

        /// <summary>The value "contacts:read".</summary>
        public static Scope ContactsRead => new Scope("contacts:read");

        /// <summary>The value "contacts:write".</summary>
        public static Scope ContactsWrite => new Scope("contacts:write");

        /// <summary>The value "files:read".</summary>
        public static Scope FilesRead => new Scope("files:read");

        /// <summary>The value "files:write".</summary>
        public static Scope FilesWrite => new Scope("files:write");

        /// <summary>The value "sharing".</summary>
        public static Scope Sharing => new Scope("sharing");

        /// <summary>The value "changes:read".</summary>
        public static Scope ChangesRead => new Scope("changes:read");

        /// <summary>The value "webhooks".</summary>
        public static Scope Webhooks => new Scope("webhooks");

        /// <summary>The value "tokens".</summary>
        public static Scope Tokens => new Scope("tokens");

        /// <summary>The value "admin".</summary>
        public static Scope Admin => new Scope("admin");

        /// <summary>The value "dav".</summary>
        public static Scope Dav => new Scope("dav");

        /// <summary>The value "offline_access".</summary>
        public static Scope OfflineAccess => new Scope("offline_access");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator Scope(string value) => new Scope(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(Scope left, Scope right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(Scope left, Scope right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(Scope other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is Scope && Equals((Scope)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
