// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Administrators and auditors ask for everything, everybody else for what is their own.</summary>
    public sealed partial class CollectionResult : Model<JToken>
    {
        /// <summary>A collection by its id; null where there is none that you may ask for.</summary>
        [Member("collection", true)]
        public Optional<Collection> Collection { get; set; }
    }

    /// <summary>A home, a calendar, an address book or a folder.</summary>
    public sealed partial class Collection : Model<JToken>
    {
        /// <summary>The member "id".</summary>
        [Member("id", true)]
        public string Id { get; set; }

        /// <summary>The member "name".</summary>
        [Member("name", true)]
        public string Name { get; set; }

        /// <summary>DAV:displayname; empty where none was given.</summary>
        [Member("displayName", true)]
        public string DisplayName { get; set; }

        /// <summary>The member "kind".</summary>
        [Member("kind", true)]
        public string Kind { get; set; }

        /// <summary>Its URL for WebDAV.</summary>
        [Member("href", true)]
        public string Href { get; set; }

        /// <summary>How many members it has, without those of its members.</summary>
        [Member("memberCount", true)]
        public long MemberCount { get; set; }

        /// <summary>Bytes that its members have together, without those of their members.</summary>
        [Member("size", true)]
        public long Size { get; set; }

        /// <summary>The member "modified".</summary>
        [Member("modified", true)]
        public Optional<Timestamp> Modified { get; set; }

        /// <summary>The member "owner".</summary>
        [Member("owner", true)]
        public Optional<CollectionOwner> Owner { get; set; }

        /// <summary>Its own access control list, in its order.</summary>
        [Member("acl", true)]
        public List<CollectionAcl> Acl { get; set; } = new List<CollectionAcl>();
    }

    /// <summary>An entry of an access control list (RFC 3744): whom it is about, and what it grants or denies.</summary>
    public sealed partial class CollectionAcl : Model<JToken>
    {
        /// <summary>The member "principal".</summary>
        [Member("principal", true)]
        public string Principal { get; set; }

        /// <summary>The member "grants".</summary>
        [Member("grants", true)]
        public bool Grants { get; set; }

        /// <summary>The member "inverted".</summary>
        [Member("inverted", true)]
        public bool Inverted { get; set; }

        /// <summary>The member "privileges".</summary>
        [Member("privileges", true)]
        public List<string> Privileges { get; set; } = new List<string>();
    }

    /// <summary>A user, a group, a room or a resource.</summary>
    public sealed partial class CollectionOwner : Model<JToken>
    {
        /// <summary>The member "id".</summary>
        [Member("id", true)]
        public string Id { get; set; }

        /// <summary>The member "name".</summary>
        [Member("name", true)]
        public string Name { get; set; }
    }
}
