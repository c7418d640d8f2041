// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>A person, a group or whatever else has a card.</summary>
    public sealed partial class Contact : Model<JToken>
    {
        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("id", true)]
        public string Id { get; set; }

        /// <summary>The last segment of its path in CardDAV.</summary>
        [Member("name", true)]
        public string Name { get; set; }

        /// <summary>Its path in CardDAV.</summary>
        [Member("href", true)]
        public string Href { get; set; }

        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("collection", true)]
        public string Collection { get; set; }

        /// <summary>Its entity tag, for If-Match.</summary>
        [Member("etag", true)]
        public string ETag { get; set; }

        /// <summary>The bytes of its vCard.</summary>
        [Member("size", true)]
        public long Size { get; set; }

        /// <summary>A moment in UTC (RFC 3339).</summary>
        [Member("created", true)]
        public Timestamp Created { get; set; }

        /// <summary>A moment in UTC (RFC 3339).</summary>
        [Member("modified", true)]
        public Timestamp Modified { get; set; }

        /// <summary>Its UID, of a UUID without its URN.</summary>
        [Member("uid", true)]
        public Optional<string> Uid { get; set; }

        /// <summary>A Card of JSContact (RFC 9553). The members here are those that most programs want; others may be sent and are told.</summary>
        [Member("data", false)]
        public Optional<JsContact> Data { get; set; }
    }
}
