// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Changes, made in the order in which they were sent; each stands or falls alone.</summary>
    public sealed partial class CreateCollectionResult : Model<JToken>
    {
        /// <summary>In a home or another collection.</summary>
        [Member("createCollection", true)]
        public Optional<CreateCollection> CreateCollection { get; set; }
    }

    /// <summary>An object of the interface.</summary>
    public sealed partial class CreateCollection : Model<JToken>
    {
        /// <summary>The member "collection".</summary>
        [Member("collection", true)]
        public Optional<CreateCollection2> Collection { get; set; }

        /// <summary>The member "errors".</summary>
        [Member("errors", true)]
        public List<CreateCollectionErrors> Errors { get; set; } = new List<CreateCollectionErrors>();
    }

    /// <summary>A home, a calendar, an address book or a folder.</summary>
    public sealed partial class CreateCollection2 : Model<JToken>
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
    }

    /// <summary>Why nothing was changed, and which part of the input is to blame.</summary>
    public sealed partial class CreateCollectionErrors : Model<JToken>
    {
        /// <summary>The member "code".</summary>
        [Member("code", true)]
        public GraphErrorCode Code { get; set; }

        /// <summary>The member "field".</summary>
        [Member("field", true)]
        public Optional<string> Field { get; set; }

        /// <summary>The member "message".</summary>
        [Member("message", true)]
        public string Message { get; set; }
    }
}
