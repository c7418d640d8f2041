// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Changes, made in the order in which they were sent; each stands or falls alone.</summary>
    public sealed partial class CreatePrincipalResult : Model<JToken>
    {
        /// <summary>Makes an account with its homes.</summary>
        [Member("createPrincipal", true)]
        public Optional<CreatePrincipal> CreatePrincipal { get; set; }
    }

    /// <summary>An object of the interface.</summary>
    public sealed partial class CreatePrincipal : Model<JToken>
    {
        /// <summary>The member "principal".</summary>
        [Member("principal", true)]
        public Optional<CreatePrincipal2> Principal { get; set; }

        /// <summary>The member "errors".</summary>
        [Member("errors", true)]
        public List<CreatePrincipalErrors> Errors { get; set; } = new List<CreatePrincipalErrors>();
    }

    /// <summary>Why nothing was changed, and which part of the input is to blame.</summary>
    public sealed partial class CreatePrincipalErrors : Model<JToken>
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

    /// <summary>A user, a group, a room or a resource.</summary>
    public sealed partial class CreatePrincipal2 : Model<JToken>
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

        /// <summary>Its URL for WebDAV.</summary>
        [Member("href", true)]
        public string Href { get; set; }
    }
}
