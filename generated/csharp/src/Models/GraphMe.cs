// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Administrators and auditors ask for everything, everybody else for what is their own.</summary>
    public sealed partial class MeResult : Model<JToken>
    {
        /// <summary>Who asks.</summary>
        [Member("me", true)]
        public Me Me { get; set; }
    }

    /// <summary>A user, a group, a room or a resource.</summary>
    public sealed partial class Me : Model<JToken>
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

        /// <summary>The member "quota".</summary>
        [Member("quota", true)]
        public MeQuota Quota { get; set; }
    }

    /// <summary>Bytes that an account uses, and may use.</summary>
    public sealed partial class MeQuota : Model<JToken>
    {
        /// <summary>The member "used".</summary>
        [Member("used", true)]
        public long Used { get; set; }

        /// <summary>What counts; null where there is no limit.</summary>
        [Member("limit", true)]
        public Optional<long> Limit { get; set; }
    }
}
