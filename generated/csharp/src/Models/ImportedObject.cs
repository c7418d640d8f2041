// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What became of an object of a file.</summary>
    public sealed partial class ImportedObject : Model<JToken>
    {
        /// <summary>Where it is or would be in DAV.</summary>
        [Member("href", true)]
        public string Href { get; set; }

        /// <summary>Its UID.</summary>
        [Member("uid", true)]
        public string Uid { get; set; }

        /// <summary>201 for created, 204 for updated, 304 for unchanged, else why it was refused.</summary>
        [Member("status", true)]
        public long Status { get; set; }

        /// <summary>A sentence.</summary>
        [Member("error", false)]
        public Optional<string> Error { get; set; }

        /// <summary>The precondition that does not hold, as `{namespace}name`.</summary>
        [Member("condition", false)]
        public Optional<string> Condition { get; set; }
    }
}
