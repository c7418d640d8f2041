// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Administrators and auditors ask for everything, everybody else for what is their own.</summary>
    public sealed partial class AuditResult : Model<JToken>
    {
        /// <summary>The audit trail, the newest first.</summary>
        [Member("audit", true)]
        public Audit Audit { get; set; }
    }

    /// <summary>A page, in the one order that all pages have.</summary>
    public sealed partial class Audit : Model<JToken>
    {
        /// <summary>The member "pageInfo".</summary>
        [Member("pageInfo", true)]
        public AuditPageInfo PageInfo { get; set; }

        /// <summary>The nodes of the edges.</summary>
        [Member("nodes", true)]
        public List<AuditNodes> Nodes { get; set; } = new List<AuditNodes>();
    }

    /// <summary>An act that was noted: a write, a login, a refusal, an act of an administrator.</summary>
    public sealed partial class AuditNodes : Model<JToken>
    {
        /// <summary>The member "at".</summary>
        [Member("at", true)]
        public Optional<Timestamp> At { get; set; }

        /// <summary>The member "action".</summary>
        [Member("action", true)]
        public string Action { get; set; }

        /// <summary>ok, failed or denied.</summary>
        [Member("outcome", true)]
        public string Outcome { get; set; }

        /// <summary>Where what it was about stands now.</summary>
        [Member("href", true)]
        public Optional<string> Href { get; set; }

        /// <summary>Null where it was erased, or nobody's account.</summary>
        [Member("actor", true)]
        public Optional<AuditNodesActor> Actor { get; set; }
    }

    /// <summary>A user, a group, a room or a resource.</summary>
    public sealed partial class AuditNodesActor : Model<JToken>
    {
        /// <summary>The member "id".</summary>
        [Member("id", true)]
        public string Id { get; set; }

        /// <summary>The member "name".</summary>
        [Member("name", true)]
        public string Name { get; set; }
    }

    /// <summary>Where a page stands among all.</summary>
    public sealed partial class AuditPageInfo : Model<JToken>
    {
        /// <summary>The member "hasNextPage".</summary>
        [Member("hasNextPage", true)]
        public bool HasNextPage { get; set; }

        /// <summary>The member "endCursor".</summary>
        [Member("endCursor", true)]
        public Optional<string> EndCursor { get; set; }
    }
}
