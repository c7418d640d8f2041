// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Changes, made in the order in which they were sent; each stands or falls alone.</summary>
    public sealed partial class RevokeAppPasswordResult : Model<JToken>
    {
        /// <summary>It is worthless at once.</summary>
        [Member("revokeAppPassword", true)]
        public Optional<RevokeAppPassword> RevokeAppPassword { get; set; }
    }

    /// <summary>An object of the interface.</summary>
    public sealed partial class RevokeAppPassword : Model<JToken>
    {
        /// <summary>The member "done".</summary>
        [Member("done", true)]
        public bool Done { get; set; }

        /// <summary>The member "errors".</summary>
        [Member("errors", true)]
        public List<RevokeAppPasswordErrors> Errors { get; set; } = new List<RevokeAppPasswordErrors>();
    }

    /// <summary>Why nothing was changed, and which part of the input is to blame.</summary>
    public sealed partial class RevokeAppPasswordErrors : Model<JToken>
    {
        /// <summary>The member "code".</summary>
        [Member("code", true)]
        public GraphErrorCode Code { get; set; }

        /// <summary>The member "field".</summary>
        [Member("field", true)]
        public Optional<string> Field { get; set; }

        /// <summary>The member "message".</summary>
        [Member("message", true)]
        public string Message { get; set; }
    }
}
