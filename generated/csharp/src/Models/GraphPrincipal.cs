// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Administrators and auditors ask for everything, everybody else for what is their own.</summary>
    public sealed partial class PrincipalResult : Model<JToken>
    {
        /// <summary>A principal by its id or its name; null where there is none that you may ask for.</summary>
        [Member("principal", true)]
        public Optional<Principal2> Principal { get; set; }
    }

    /// <summary>A user, a group, a room or a resource.</summary>
    public sealed partial class Principal2 : Model<JToken>
    {
        /// <summary>The member "id".</summary>
        [Member("id", true)]
        public string Id { get; set; }

        /// <summary>The member "name".</summary>
        [Member("name", true)]
        public string Name { get; set; }

        /// <summary>The member "displayName".</summary>
        [Member("displayName", true)]
        public string DisplayName { get; set; }

        /// <summary>The member "email".</summary>
        [Member("email", true)]
        public string Email { get; set; }

        /// <summary>The member "kind".</summary>
        [Member("kind", true)]
        public GraphKind Kind { get; set; }

        /// <summary>The member "role".</summary>
        [Member("role", true)]
        public GraphRole Role { get; set; }

        /// <summary>The member "disabled".</summary>
        [Member("disabled", true)]
        public bool Disabled { get; set; }

        /// <summary>The homes, calendars, address books and folders that it owns, at any depth.</summary>
        [Member("collections", true)]
        public PrincipalCollections Collections { get; set; }
    }

    /// <summary>A page, in the one order that all pages have.</summary>
    public sealed partial class PrincipalCollections : Model<JToken>
    {
        /// <summary>The nodes of the edges.</summary>
        [Member("nodes", true)]
        public List<PrincipalCollectionsNodes> Nodes { get; set; } = new List<PrincipalCollectionsNodes>();
    }

    /// <summary>A home, a calendar, an address book or a folder.</summary>
    public sealed partial class PrincipalCollectionsNodes : Model<JToken>
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
    }
}
