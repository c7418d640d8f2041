// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>That something changed.</summary>
    public sealed partial class Change : Model<JToken>
    {
        /// <summary>The place in the feed behind this change.</summary>
        [Member("cursor", true)]
        public string Cursor { get; set; }

        /// <summary>
        /// What happened to what. What is moved is deleted in one place and created, with the same id, in another; a collection of somebody
        /// else that appears among one's own is shared, and one that goes is unshared.
        /// </summary>
        [Member("type", true)]
        public ChangeType Type { get; set; }

        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("id", true)]
        public string Id { get; set; }

        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("collection", true)]
        public string Collection { get; set; }

        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("account", true)]
        public string Account { get; set; }

        /// <summary>Where it is</summary>
        [Member("href", true)]
        public string Href { get; set; }

        /// <summary>Its entity tag as it is now, in its quotes; null for a collection, which has none, and where it is gone.</summary>
        [Member("etag", true)]
        public Optional<string> ETag { get; set; }

        /// <summary>When it happened.</summary>
        [Member("time", true)]
        public Timestamp Time { get; set; }
    }
}
