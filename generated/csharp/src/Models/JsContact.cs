// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>A Card of JSContact (RFC 9553). The members here are those that most programs want; others may be sent and are told.</summary>
    public sealed partial class JsContact : Model<JToken>
    {
        /// <summary>What it is.</summary>
        [Member("@type", false)]
        public Optional<string> AtType { get; set; }

        /// <summary>The version of JSContact, 1.0.</summary>
        [Member("version", false)]
        public Optional<string> Version { get; set; }

        /// <summary>Its identifier in all systems; the server makes one for a new card without.</summary>
        [Member("uid", false)]
        public Optional<string> Uid { get; set; }

        /// <summary>What sort of card it is.</summary>
        [Member("kind", false)]
        public Optional<JsContactKind> Kind { get; set; }

        /// <summary>When it was made.</summary>
        [Member("created", false)]
        public Optional<string> Created { get; set; }

        /// <summary>When it was changed.</summary>
        [Member("updated", false)]
        public Optional<string> Updated { get; set; }

        /// <summary>The language of its texts.</summary>
        [Member("language", false)]
        public Optional<string> Language { get; set; }

        /// <summary>What made it.</summary>
        [Member("prodId", false)]
        public Optional<string> ProdId { get; set; }

        /// <summary>The name.</summary>
        [Member("name", false)]
        public Optional<Dictionary<string, JToken>> Name { get; set; }

        /// <summary>Names among friends.</summary>
        [Member("nicknames", false)]
        public Optional<Dictionary<string, Dictionary<string, JToken>>> Nicknames { get; set; }

        /// <summary>Where they work.</summary>
        [Member("organizations", false)]
        public Optional<Dictionary<string, Dictionary<string, JToken>>> Organizations { get; set; }

        /// <summary>Titles and roles.</summary>
        [Member("titles", false)]
        public Optional<Dictionary<string, Dictionary<string, JToken>>> Titles { get; set; }

        /// <summary>Mail addresses.</summary>
        [Member("emails", false)]
        public Optional<Dictionary<string, Dictionary<string, JToken>>> Emails { get; set; }

        /// <summary>Telephone numbers.</summary>
        [Member("phones", false)]
        public Optional<Dictionary<string, Dictionary<string, JToken>>> Phones { get; set; }

        /// <summary>Accounts elsewhere.</summary>
        [Member("onlineServices", false)]
        public Optional<Dictionary<string, Dictionary<string, JToken>>> OnlineServices { get; set; }

        /// <summary>Where they live.</summary>
        [Member("addresses", false)]
        public Optional<Dictionary<string, Dictionary<string, JToken>>> Addresses { get; set; }

        /// <summary>Birthdays and other days.</summary>
        [Member("anniversaries", false)]
        public Optional<Dictionary<string, Dictionary<string, JToken>>> Anniversaries { get; set; }

        /// <summary>Pages.</summary>
        [Member("links", false)]
        public Optional<Dictionary<string, Dictionary<string, JToken>>> Links { get; set; }

        /// <summary>Photos, logos and sounds.</summary>
        [Member("media", false)]
        public Optional<Dictionary<string, Dictionary<string, JToken>>> Media { get; set; }

        /// <summary>Of a group whom it has.</summary>
        [Member("members", false)]
        public Optional<Dictionary<string, bool>> Members { get; set; }

        /// <summary>Keywords by their text.</summary>
        [Member("keywords", false)]
        public Optional<Dictionary<string, bool>> Keywords { get; set; }

        /// <summary>Notes.</summary>
        [Member("notes", false)]
        public Optional<Dictionary<string, Dictionary<string, JToken>>> Notes { get; set; }

        /// <summary>Who they belong to.</summary>
        [Member("relatedTo", false)]
        public Optional<Dictionary<string, Dictionary<string, JToken>>> RelatedTo { get; set; }
    }

    /// <summary>What sort of card it is.</summary>
    public readonly partial struct JsContactKind : IOpenValue, IEquatable<JsContactKind>
    {
        /// <summary>A value, which need not be a known one.</summary>
        public JsContactKind(string value)
        {
            Value = value;
        }

        /// <summary>The value "individual".</summary>
        public static JsContactKind Individual => new JsContactKind("individual");

        /// <summary>The value "group".</summary>
        public static JsContactKind Group => new JsContactKind("group");

        /// <summary>The value "org".</summary>
        public static JsContactKind Org => new JsContactKind("org");

        /// <summary>The value "location".</summary>
        public static JsContactKind Location => new JsContactKind("location");

        /// <summary>The value "device".</summary>
        public static JsContactKind Device => new JsContactKind("device");

        /// <summary>The value "application".</summary>
        public static JsContactKind Application => new JsContactKind("application");

        /// <summary>What is sent.</summary>
        public string Value { get; }

        object IOpenValue.Raw => Value;

        /// <summary>A value, which need not be a known one.</summary>
        public static implicit operator JsContactKind(string value) => new JsContactKind(value);

        /// <summary>Whether both are the same.</summary>
        public static bool operator ==(JsContactKind left, JsContactKind right) => left.Equals(right);

        /// <summary>Whether both are not the same.</summary>
        public static bool operator !=(JsContactKind left, JsContactKind right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals(JsContactKind other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object obj) => obj is JsContactKind && Equals((JsContactKind)obj);

        /// <inheritdoc/>
        public override int GetHashCode() => Value == null ? 0 : Value.GetHashCode();

        /// <inheritdoc/>
        public override string ToString() => Value ?? string.Empty;
    }
}
