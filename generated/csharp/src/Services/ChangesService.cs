// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What changed of what one may see, as pages and as a stream.</summary>
    public sealed partial class ChangesService
    {
        private readonly Core core;

        internal ChangesService(Core core)
        {
            this.core = core;
        }

        /// <summary>List changes.</summary>
        /// <remarks>
        /// What changed of what one may see, in the order in which it happened: one's own collections, and those of others that are shared
        /// with one. It is told that something changed, and not what is in it. What one may see is decided anew with each page. Keep
        /// `cursor` and come back with it; `next` is null where there is no more for now.
        /// </remarks>
        /// <param name="limit">How many entries a page has at most.</param>
        /// <param name="cursor">The `cursor` or `next` of a page before, or the one of a change; without it, the beginning.</param>
        /// <param name="tail">Tells no changes, and the cursor behind the latest.</param>
        /// <param name="collection">The ids of collections whose changes alone are told; they may be any that one may read.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Paged<Change> List(
            Optional<long> limit = default(Optional<long>),
            Optional<string> cursor = default(Optional<string>),
            Optional<bool> tail = default(Optional<bool>),
            Optional<List<string>> collection = default(Optional<List<string>>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("changes.list", "GET", Identity.BasePath + "/changes", Retry.Safe);
            request.Accept("application/json");
            request.InQuery("limit", limit, "form", true);
            request.InQuery("cursor", cursor, "form", true);
            request.InQuery("tail", tail, "form", true);
            request.InQuery("collection", collection, "form", true);
            return core.Paged<Change>(request, "cursor", "items", "next", options, cancellationToken);
        }

        /// <summary>Follow changes.</summary>
        /// <remarks>
        /// The same as server-sent events, as they happen. Each event `change` has the cursor behind it as its `id`, with which a client
        /// that was cut off comes back in `Last-Event-ID`. The event `reset` says that this place is no longer known: look at everything
        /// again, and go on from the `id` of that event. A comment comes where there is nothing to tell for a while. The stream ends when
        /// the credentials that opened it are changed or revoked, and when the server is restarted; `retry` says when to come back.
        /// </remarks>
        /// <param name="lastEventId">The `id` of the last event; without it and `cursor`, the stream begins now.</param>
        /// <param name="cursor">The same for a first connection; Last-Event-ID goes before it.</param>
        /// <param name="collection">The ids of collections whose changes alone are told; they may be any that one may read.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public AsyncSequence<StreamEvent<Change>> Stream(
            Optional<string> lastEventId = default(Optional<string>),
            Optional<string> cursor = default(Optional<string>),
            Optional<List<string>> collection = default(Optional<List<string>>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("changes.stream", "GET", Identity.BasePath + "/changes/stream", Retry.Safe);
            request.Accept("text/event-stream, application/problem+json;q=0.5");
            request.InHeader("Last-Event-ID", lastEventId, "simple", false);
            request.InQuery("cursor", cursor, "form", true);
            request.InQuery("collection", collection, "form", true);
            return core.Events<Change>(request, options, cancellationToken);
        }
    }
}
