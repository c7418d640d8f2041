// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Why a request was refused (RFC 9457).</summary>
    public sealed partial class ProblemModel : Model<JToken>
    {
        /// <summary>The kind of problem, one of `x-problem-types`.</summary>
        [Member("type", true)]
        public string Type { get; set; }

        /// <summary>The kind of problem for people.</summary>
        [Member("title", true)]
        public string Title { get; set; }

        /// <summary>The status of the answer.</summary>
        [Member("status", true)]
        public long Status { get; set; }

        /// <summary>What is wrong with this request.</summary>
        [Member("detail", true)]
        public string Detail { get; set; }

        /// <summary>The precondition that does not hold, as `{namespace}name`.</summary>
        [Member("condition", false)]
        public Optional<string> Condition { get; set; }

        /// <summary>Where the input is wrong.</summary>
        [Member("errors", false)]
        public Optional<List<ProblemError>> Errors { get; set; }
    }
}
