// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Changes, made in the order in which they were sent; each stands or falls alone.</summary>
    public sealed partial class CreateAppPasswordResult : Model<JToken>
    {
        /// <summary>Makes a password of its own for one client.</summary>
        [Member("createAppPassword", true)]
        public Optional<CreateAppPassword> CreateAppPassword { get; set; }
    }

    /// <summary>An object of the interface.</summary>
    public sealed partial class CreateAppPassword : Model<JToken>
    {
        /// <summary>The member "newAppPassword".</summary>
        [Member("newAppPassword", true)]
        public Optional<CreateAppPasswordNewAppPassword> NewAppPassword { get; set; }

        /// <summary>The member "errors".</summary>
        [Member("errors", true)]
        public List<CreateAppPasswordErrors> Errors { get; set; } = new List<CreateAppPasswordErrors>();
    }

    /// <summary>Why nothing was changed, and which part of the input is to blame.</summary>
    public sealed partial class CreateAppPasswordErrors : Model<JToken>
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

    /// <summary>An app password, which is told this once.</summary>
    public sealed partial class CreateAppPasswordNewAppPassword : Model<JToken>
    {
        /// <summary>The member "label".</summary>
        [Member("label", true)]
        public string Label { get; set; }

        /// <summary>The member "secret".</summary>
        [Member("secret", true)]
        public string Secret { get; set; }
    }
}
