// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What the server takes, in bytes.</summary>
    public sealed partial class SessionLimits : Model<JToken>
    {
        /// <summary>The largest event or contact.</summary>
        [Member("objectSize", true)]
        public long ObjectSize { get; set; }

        /// <summary>The largest file; null without a limit.</summary>
        [Member("fileSize", true)]
        public Optional<long> FileSize { get; set; }

        /// <summary>The largest file of events or contacts to import.</summary>
        [Member("importSize", true)]
        public long ImportSize { get; set; }
    }
}
