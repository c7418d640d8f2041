// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What to change of a folder or a file.</summary>
    public sealed partial class FileUpdate : Model<JToken>
    {
        /// <summary>
        /// The name of a folder or a file, in 255 bytes of UTF-8 at most; slashes, dots alone, and characters that cannot be seen are
        /// refused.
        /// </summary>
        [Member("name", false)]
        public Optional<string> Name { get; set; }

        /// <summary>Identifies an object for as long as it exists.</summary>
        [Member("folder", false)]
        public Optional<string> Folder { get; set; }
    }
}
