// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What somebody was offered of a calendar or an address book.</summary>
    public sealed partial class Share : Model<JToken>
    {
        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("collection", true)]
        public string Collection { get; set; }

        /// <summary>A person, a group, a room or a resource.</summary>
        [Member("account", true)]
        public Principal Account { get; set; }

        /// <summary>What a share gives: when somebody is busy, everything to read, or everything to read and to change.</summary>
        [Member("access", true)]
        public ShareAccess Access { get; set; }

        /// <summary>What the invitation calls it.</summary>
        [Member("summary", true)]
        public string Summary { get; set; }

        /// <summary>What everybody who was invited made of it.</summary>
        [Member("answers", true)]
        public List<ShareAnswer> Answers { get; set; } = new List<ShareAnswer>();
    }
}
