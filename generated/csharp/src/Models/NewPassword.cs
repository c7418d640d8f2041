// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>A password to set.</summary>
    public sealed partial class NewPassword : Model<JToken>
    {
        /// <summary>The one that counts now.</summary>
        [Member("oldPassword", false)]
        public Optional<string> OldPassword { get; set; }

        /// <summary>The new one.</summary>
        [Member("password", true)]
        public string Password { get; set; }
    }
}
