// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>A page of tokens.</summary>
    public sealed partial class TokenPage : Model<JToken>
    {
        /// <summary>The tokens.</summary>
        [Member("items", true)]
        public List<Token> Items { get; set; } = new List<Token>();

        /// <summary>Null; there is one page.</summary>
        [Member("next", true)]
        public Optional<string> Next { get; set; }
    }
}
