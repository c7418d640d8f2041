// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Changes, made in the order in which they were sent; each stands or falls alone.</summary>
    public sealed partial class UpdatePrincipalResult : Model<JToken>
    {
        /// <summary>Changes what it is known by, or its quota.</summary>
        [Member("updatePrincipal", true)]
        public Optional<UpdatePrincipal> UpdatePrincipal { get; set; }
    }

    /// <summary>An object of the interface.</summary>
    public sealed partial class UpdatePrincipal : Model<JToken>
    {
        /// <summary>The member "principal".</summary>
        [Member("principal", true)]
        public Optional<UpdatePrincipal2> Principal { get; set; }

        /// <summary>The member "errors".</summary>
        [Member("errors", true)]
        public List<UpdatePrincipalErrors> Errors { get; set; } = new List<UpdatePrincipalErrors>();
    }

    /// <summary>Why nothing was changed, and which part of the input is to blame.</summary>
    public sealed partial class UpdatePrincipalErrors : Model<JToken>
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
    public sealed partial class UpdatePrincipal2 : Model<JToken>
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

        /// <summary>The member "quota".</summary>
        [Member("quota", true)]
        public UpdatePrincipalQuota Quota { get; set; }
    }

    /// <summary>Bytes that an account uses, and may use.</summary>
    public sealed partial class UpdatePrincipalQuota : Model<JToken>
    {
        /// <summary>The member "used".</summary>
        [Member("used", true)]
        public long Used { get; set; }

        /// <summary>What counts; null where there is no limit.</summary>
        [Member("limit", true)]
        public Optional<long> Limit { get; set; }
    }
}
