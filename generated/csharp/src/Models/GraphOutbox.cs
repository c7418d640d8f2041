// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Administrators and auditors ask for everything, everybody else for what is their own.</summary>
    public sealed partial class OutboxResult : Model<JToken>
    {
        /// <summary>Messages that wait, are on their way or were given up.</summary>
        [Member("outbox", true)]
        public Outbox Outbox { get; set; }
    }

    /// <summary>A page, in the one order that all pages have.</summary>
    public sealed partial class Outbox : Model<JToken>
    {
        /// <summary>The member "pageInfo".</summary>
        [Member("pageInfo", true)]
        public OutboxPageInfo PageInfo { get; set; }

        /// <summary>The nodes of the edges.</summary>
        [Member("nodes", true)]
        public List<OutboxNodes> Nodes { get; set; } = new List<OutboxNodes>();
    }

    /// <summary>What a transaction wants done outside of the store.</summary>
    public sealed partial class OutboxNodes : Model<JToken>
    {
        /// <summary>The member "id".</summary>
        [Member("id", true)]
        public string Id { get; set; }

        /// <summary>The member "kind".</summary>
        [Member("kind", true)]
        public string Kind { get; set; }

        /// <summary>The member "state".</summary>
        [Member("state", true)]
        public GraphMessageState State { get; set; }

        /// <summary>The member "attempts".</summary>
        [Member("attempts", true)]
        public long Attempts { get; set; }

        /// <summary>Why the last attempt failed.</summary>
        [Member("failure", true)]
        public string Failure { get; set; }

        /// <summary>The member "created".</summary>
        [Member("created", true)]
        public Optional<Timestamp> Created { get; set; }

        /// <summary>When it is tried next.</summary>
        [Member("due", true)]
        public Optional<Timestamp> Due { get; set; }

        /// <summary>The member "account".</summary>
        [Member("account", true)]
        public Optional<OutboxNodesAccount> Account { get; set; }
    }

    /// <summary>A user, a group, a room or a resource.</summary>
    public sealed partial class OutboxNodesAccount : Model<JToken>
    {
        /// <summary>The member "id".</summary>
        [Member("id", true)]
        public string Id { get; set; }

        /// <summary>The member "name".</summary>
        [Member("name", true)]
        public string Name { get; set; }
    }

    /// <summary>Where a page stands among all.</summary>
    public sealed partial class OutboxPageInfo : Model<JToken>
    {
        /// <summary>The member "hasNextPage".</summary>
        [Member("hasNextPage", true)]
        public bool HasNextPage { get; set; }

        /// <summary>The member "endCursor".</summary>
        [Member("endCursor", true)]
        public Optional<string> EndCursor { get; set; }
    }
}
