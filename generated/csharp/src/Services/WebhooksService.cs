// Rendered by a3dav-sdk from the description of the interface: do not edit.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>Changes, sent to other servers as they happen.</summary>
    public sealed partial class WebhooksService
    {
        private readonly Core core;

        internal WebhooksService(Core core)
        {
            this.core = core;
        }

        /// <summary>List one's webhooks.</summary>
        /// <remarks>The webhooks of the account, without their secrets.</remarks>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<WebhookPage> ListAsync(
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("webhooks.list", "GET", Identity.BasePath + "/webhooks", Retry.Safe);
            request.Accept("application/json");
            return core.JsonAsync<WebhookPage>(request, options, cancellationToken);
        }

        /// <summary>Make a webhook.</summary>
        /// <remarks>
        /// From now on, each change that one may see is sent to `url` as a `WebhookMessage` with POST, signed as Standard Webhooks has it:
        /// `webhook-signature` is `v1,` and the base64 of HMAC-SHA256 over `webhook-id`, `webhook-timestamp` and the body, with points
        /// between them, by what stands behind `whsec_` of the secret. Answer with 2xx within seconds; anything else is tried again with
        /// growing pauses, 410 switches the webhook off. A message may come twice, and not in order.
        /// </remarks>
        /// <param name="body">What is sent.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<MadeWebhook> CreateAsync(
            NewWebhook body,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("webhooks.create", "POST", Identity.BasePath + "/webhooks", Retry.Never);
            request.Accept("application/json");
            request.CarryJson(body, "application/json");
            return core.JsonAsync<MadeWebhook>(request, options, cancellationToken);
        }

        /// <summary>Get a webhook.</summary>
        /// <remarks>A webhook without its secret.</remarks>
        /// <param name="webhook">The id of the webhook.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<Webhook> GetAsync(
            string webhook,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("webhooks.get", "GET", Identity.BasePath + "/webhooks/{webhook}", Retry.Safe);
            request.Accept("application/json");
            request.InPath("webhook", webhook, "simple", false);
            return core.JsonAsync<Webhook>(request, options, cancellationToken);
        }

        /// <summary>Delete a webhook.</summary>
        /// <remarks>Nothing is sent any more, what waits neither.</remarks>
        /// <param name="webhook">The id of the webhook.</param>
        /// <param name="ifMatch">The entity tags one of which the object must have, or `*` for whatever is there.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task DeleteAsync(
            string webhook,
            Optional<string> ifMatch = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("webhooks.delete", "DELETE", Identity.BasePath + "/webhooks/{webhook}", Retry.Idempotent);
            request.Accept("application/json");
            request.InPath("webhook", webhook, "simple", false);
            request.InHeader("If-Match", ifMatch, "simple", false);
            return core.NothingAsync(request, options, cancellationToken);
        }

        /// <summary>Change a webhook.</summary>
        /// <remarks>What is left out stays as it is, null is the default. One that is switched on again goes on with what happens from then on.</remarks>
        /// <param name="webhook">The id of the webhook.</param>
        /// <param name="body">What is sent.</param>
        /// <param name="ifMatch">The entity tags one of which the object must have, or `*` for whatever is there.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<Webhook> UpdateAsync(
            string webhook,
            WebhookPatch body,
            Optional<string> ifMatch = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("webhooks.update", "PATCH", Identity.BasePath + "/webhooks/{webhook}", Retry.Never);
            request.Accept("application/json");
            request.InPath("webhook", webhook, "simple", false);
            request.InHeader("If-Match", ifMatch, "simple", false);
            request.CarryJson(body, "application/json");
            return core.JsonAsync<Webhook>(request, options, cancellationToken);
        }

        /// <summary>List deliveries.</summary>
        /// <remarks>What was sent lately, the newest first, with what the receiver said.</remarks>
        /// <param name="webhook">The id of the webhook.</param>
        /// <param name="limit">How many entries a page has at most.</param>
        /// <param name="cursor">What `next` of the page before said; without it, the first page.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Paged<Delivery> Deliveries(
            string webhook,
            Optional<long> limit = default(Optional<long>),
            Optional<string> cursor = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("webhooks.deliveries", "GET", Identity.BasePath + "/webhooks/{webhook}/deliveries", Retry.Safe);
            request.Accept("application/json");
            request.InPath("webhook", webhook, "simple", false);
            request.InQuery("limit", limit, "form", true);
            request.InQuery("cursor", cursor, "form", true);
            return core.Paged<Delivery>(request, "cursor", "items", "next", options, cancellationToken);
        }

        /// <summary>Send a delivery again.</summary>
        /// <remarks>Sends the same message with the same id once more.</remarks>
        /// <param name="webhook">The id of the webhook.</param>
        /// <param name="delivery">The id of the delivery.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<Delivery> RedeliverAsync(
            string webhook,
            string delivery,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("webhooks.redeliver", "POST", Identity.BasePath + "/webhooks/{webhook}/deliveries/{delivery}/redeliver", Retry.Never);
            request.Accept("application/json");
            request.InPath("webhook", webhook, "simple", false);
            request.InPath("delivery", delivery, "simple", false);
            return core.JsonAsync<Delivery>(request, options, cancellationToken);
        }

        /// <summary>Send a test.</summary>
        /// <remarks>Sends a message of the type `ping`, even where the webhook is switched off.</remarks>
        /// <param name="webhook">The id of the webhook.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<Delivery> PingAsync(
            string webhook,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("webhooks.ping", "POST", Identity.BasePath + "/webhooks/{webhook}/ping", Retry.Never);
            request.Accept("application/json");
            request.InPath("webhook", webhook, "simple", false);
            return core.JsonAsync<Delivery>(request, options, cancellationToken);
        }

        /// <summary>Make a new secret.</summary>
        /// <remarks>
        /// What is sent is signed with the new secret at once, and with the one before as well until `formerUntil`: have the receiver take
        /// either.
        /// </remarks>
        /// <param name="webhook">The id of the webhook.</param>
        /// <param name="ifMatch">The entity tags one of which the object must have, or `*` for whatever is there.</param>
        /// <param name="options">How this call works.</param>
        /// <param name="cancellationToken">Ends the call.</param>
        public Task<WebhookSecret> RotateSecretAsync(
            string webhook,
            Optional<string> ifMatch = default(Optional<string>),
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = new ApiRequest("webhooks.rotateSecret", "POST", Identity.BasePath + "/webhooks/{webhook}/secret", Retry.Never);
            request.Accept("application/json");
            request.InPath("webhook", webhook, "simple", false);
            request.InHeader("If-Match", ifMatch, "simple", false);
            return core.JsonAsync<WebhookSecret>(request, options, cancellationToken);
        }
    }
}
