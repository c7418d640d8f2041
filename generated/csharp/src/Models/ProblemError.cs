// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>A place in the input and what is wrong there.</summary>
    public sealed partial class ProblemError : Model<JToken>
    {
        /// <summary>A JSON Pointer into the body; for parameters `/query/NAME`, `/path/NAME` or `/header/NAME`.</summary>
        [Member("pointer", true)]
        public string Pointer { get; set; }

        /// <summary>A sentence.</summary>
        [Member("detail", true)]
        public string Detail { get; set; }
    }
}
