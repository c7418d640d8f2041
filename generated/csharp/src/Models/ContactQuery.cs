// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What contacts must be.</summary>
    public sealed partial class ContactQuery : Model<JToken>
    {
        /// <summary>Whether entries have `data`.</summary>
        [Member("data", false)]
        public Optional<bool> Data { get; set; }

        /// <summary>What a name, address, number, organization, title or note must contain.</summary>
        [Member("text", false)]
        public Optional<string> Text { get; set; }

        /// <summary>The mail address that it must have.</summary>
        [Member("email", false)]
        public Optional<string> Email { get; set; }

        /// <summary>Digits that one of its numbers must contain, however they are written.</summary>
        [Member("phone", false)]
        public Optional<string> Phone { get; set; }

        /// <summary>The UID that it must have.</summary>
        [Member("uid", false)]
        public Optional<string> Uid { get; set; }

        /// <summary>What it is.</summary>
        [Member("kind", false)]
        public Optional<ContactQueryKind> Kind { get; set; }

        /// <summary>Categories that it must have, all of them.</summary>
        [Member("categories", false)]
        public Optional<List<string>> Categories { get; set; }
    }

    /// <summary>What it is.</summary>
    public readonly partial struct ContactQueryKind : IOpenValue, IEquatable<ContactQueryKind>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public ContactQueryKind(string value)
        {
            Value = value;
        }

        /// <summary>The value "individual".</summary>
        public static ContactQueryKind Individual => new ContactQueryKind("individual");

        /// <summary>The value "group".</summary>
        public static ContactQueryKind Group => new ContactQueryKind("group");

        /// <summary>The value "org".</summary>
        public static ContactQueryKind Org => new ContactQueryKind("org");

        /// <summary>The value "location".</summary>
        public static ContactQueryKind Location => new ContactQueryKind("location");

        /// <summary>The value "device".</summary>
        public static ContactQueryKind Device => new ContactQueryKind("device");

        /// <summary>The value "application".</summary>
        public static ContactQueryKind Application => new ContactQueryKind("application");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator ContactQueryKind(string value) => new ContactQueryKind(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(ContactQueryKind left, ContactQueryKind right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(ContactQueryKind left, ContactQueryKind right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(ContactQueryKind other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is ContactQueryKind && Equals((ContactQueryKind)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
