// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What one gives others of one's calendars and address books.</summary>
    public sealed partial class SharesService
    {
        private readonly Core core;

        internal SharesService(Core core)
        {
            this.core = core;
        }

        /// <summary>List who has a share.</summary>
        /// <remarks>Whom a calendar or an address book of one's own is shared with, the oldest share first.</remarks>
        /// <param name="collectionId">A calendar or an address book.</param>
        /// <param name="limit">How many entries a page has at most.</param>
        /// <param name="cursor">What `next` of the page before said; without it, the first page.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Paged<Share> List(
            string collectionId,
            Optional<long> limit = default(Optional<long>),
            Optional<string> cursor = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("shares.list", "GET", Identity.BasePath + "/collections/{collectionId}/shares", Retry.Safe);
            request.Accept("application/json");
            request.InPath("collectionId", collectionId, "simple", false);
            request.InQuery("limit", limit, "form", true);
            request.InQuery("cursor", cursor, "form", true);
            return core.Paged<Share>(request, "cursor", "items", "next", options, cancellationToken);
        }

        /// <summary>Share with somebody, or change what they may do.</summary>
        /// <remarks>
        /// Offers a calendar or an address book of one's own to an account or a group, each of whom is invited, or changes what was
        /// offered. Whoever declined is asked again.
        /// </remarks>
        /// <param name="collectionId">A calendar or an address book.</param>
        /// <param name="accountId">The account or the group it is shared with.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<Share> PutAsync(
            string collectionId,
            string accountId,
            NewShare body,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("shares.put", "PUT", Identity.BasePath + "/collections/{collectionId}/shares/{accountId}", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("collectionId", collectionId, "simple", false);
            request.InPath("accountId", accountId, "simple", false);
            request.CarryJson(body, "application/json");
            return core.JsonAsync<Share>(request, options, cancellationToken);
        }

        /// <summary>End a share.</summary>
        /// <remarks>Whoever has the collection by this share alone has it no more.</remarks>
        /// <param name="collectionId">A calendar or an address book.</param>
        /// <param name="accountId">The account or the group it is shared with.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task DeleteAsync(
            string collectionId,
            string accountId,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("shares.delete", "DELETE", Identity.BasePath + "/collections/{collectionId}/shares/{accountId}", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("collectionId", collectionId, "simple", false);
            request.InPath("accountId", accountId, "simple", false);
            return core.NothingAsync(request, options, cancellationToken);
        }
    }
}
