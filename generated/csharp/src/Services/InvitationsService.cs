// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What others offer to share.</summary>
    public sealed partial class InvitationsService
    {
        private readonly Core core;

        internal InvitationsService(Core core)
        {
            this.core = core;
        }

        /// <summary>List invitations.</summary>
        /// <remarks>What others offered to share, whatever one made of it, the oldest first.</remarks>
        /// <param name="state">Those in this state alone.</param>
        /// <param name="limit">How many entries a page has at most.</param>
        /// <param name="cursor">What `next` of the page before said; without it, the first page.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Paged<Invitation> List(
            Optional<InvitationState> state = default(Optional<InvitationState>),
            Optional<long> limit = default(Optional<long>),
            Optional<string> cursor = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("invitations.list", "GET", Identity.BasePath + "/invitations", Retry.Safe);
            request.Accept("application/json");
            request.InQuery("state", state, "form", true);
            request.InQuery("limit", limit, "form", true);
            request.InQuery("cursor", cursor, "form", true);
            return core.Paged<Invitation>(request, "cursor", "items", "next", options, cancellationToken);
        }

        /// <summary>Accept or decline an invitation.</summary>
        /// <remarks>What is accepted stands among one's own calendars or address books; what is declined does not, or no more.</remarks>
        /// <param name="invitationId">The invitation.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<Invitation> AnswerAsync(
            string invitationId,
            InvitationAnswer body,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("invitations.answer", "PUT", Identity.BasePath + "/invitations/{invitationId}/answer", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("invitationId", invitationId, "simple", false);
            request.CarryJson(body, "application/json");
            return core.JsonAsync<Invitation>(request, options, cancellationToken);
        }
    }
}
