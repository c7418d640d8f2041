// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Who is signed in, and by what.</summary>
    public sealed partial class Session : Model<JToken>
    {
        /// <summary>The account of whoever asks.</summary>
        [Member("account", true)]
        public SessionAccount Account { get; set; }

        /// <summary>What this request was signed in with.</summary>
        [Member("credential", true)]
        public SessionCredential Credential { get; set; }

        /// <summary>What the server takes, in bytes.</summary>
        [Member("limits", true)]
        public SessionLimits Limits { get; set; }
    }
}
