// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Who is signed in.</summary>
    public sealed partial class Session : Model<JToken>
    {
        /// <summary>The account of whoever asks.</summary>
        [Member("account", true)]
        public SessionAccount Account { get; set; }
    }
}
