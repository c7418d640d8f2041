// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What somebody made of an invitation.</summary>
    public sealed partial class ShareAnswer : Model<JToken>
    {
        /// <summary>A person, a group, a room or a resource.</summary>
        [Member("account", true)]
        public Principal Account { get; set; }

        /// <summary>What was made of it.</summary>
        [Member("state", true)]
        public InvitationState State { get; set; }
    }
}
