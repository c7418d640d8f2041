// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>A folder to make.</summary>
    public sealed partial class NewFolder : Model<JToken>
    {
        /// <summary>
        /// The name of a folder or a file, in 255 bytes of UTF-8 at most; slashes, dots alone, and characters that cannot be seen are
        /// refused.
        /// </summary>
        [Member("name", true)]
        public string Name { get; set; }

        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("folder", false)]
        public Optional<string> Folder { get; set; }
    }
}
