// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Administrators and auditors ask for everything, everybody else for what is their own.</summary>
    public sealed partial class PrincipalsResult : Model<JToken>
    {
        /// <summary>Principals by name.</summary>
        [Member("principals", true)]
        public Principals Principals { get; set; }
    }

    /// <summary>A page, in the one order that all pages have.</summary>
    public sealed partial class Principals : Model<JToken>
    {
        /// <summary>How many there are on all pages together.</summary>
        [Member("totalCount", true)]
        public long TotalCount { get; set; }

        /// <summary>The member "pageInfo".</summary>
        [Member("pageInfo", true)]
        public PrincipalsPageInfo PageInfo { get; set; }

        /// <summary>The nodes of the edges.</summary>
        [Member("nodes", true)]
        public List<PrincipalsNodes> Nodes { get; set; } = new List<PrincipalsNodes>();
    }

    /// <summary>A user, a group, a room or a resource.</summary>
    public sealed partial class PrincipalsNodes : Model<JToken>
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

        /// <summary>The member "created".</summary>
        [Member("created", true)]
        public Optional<Timestamp> Created { get; set; }
    }

    /// <summary>Where a page stands among all.</summary>
    public sealed partial class PrincipalsPageInfo : Model<JToken>
    {
        /// <summary>The member "hasNextPage".</summary>
        [Member("hasNextPage", true)]
        public bool HasNextPage { get; set; }

        /// <summary>The member "endCursor".</summary>
        [Member("endCursor", true)]
        public Optional<string> EndCursor { get; set; }
    }
}
