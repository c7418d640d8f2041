// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Changes, made in the order in which they were sent; each stands or falls alone.</summary>
    public sealed partial class SetDisabledResult : Model<JToken>
    {
        /// <summary>Refuses all sign-ins of an account, whose data stays, or lets it sign in again.</summary>
        [Member("setDisabled", true)]
        public Optional<SetDisabled> SetDisabled { get; set; }
    }

    /// <summary>An object of the interface.</summary>
    public sealed partial class SetDisabled : Model<JToken>
    {
        /// <summary>The member "principal".</summary>
        [Member("principal", true)]
        public Optional<SetDisabledPrincipal> Principal { get; set; }

        /// <summary>The member "errors".</summary>
        [Member("errors", true)]
        public List<SetDisabledErrors> Errors { get; set; } = new List<SetDisabledErrors>();
    }

    /// <summary>Why nothing was changed, and which part of the input is to blame.</summary>
    public sealed partial class SetDisabledErrors : Model<JToken>
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

    /// <summary>A user, a group, a room or a resource.</summary>
    public sealed partial class SetDisabledPrincipal : Model<JToken>
    {
        /// <summary>The member "id".</summary>
        [Member("id", true)]
        public string Id { get; set; }

        /// <summary>The member "disabled".</summary>
        [Member("disabled", true)]
        public bool Disabled { get; set; }
    }
}
