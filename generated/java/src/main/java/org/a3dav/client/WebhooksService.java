package org.a3dav.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Changes, sent to other servers as they happen. */
public final class WebhooksService extends Calls {
    WebhooksService(Core core) {
        super(core);
    }

    /**
     * List one's webhooks
     *
     * <p>The webhooks of the account, without their secrets.
     */
    public WebhookPage list(CallOption... options) {
        Request request = new Request(
            "webhooks.list", "GET", Identity.BASE_PATH + "/webhooks", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"));
        return fetch(request, WebhookPage.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<WebhookPage> listAsync(CallOption... options) {
        return async(() -> list(options));
    }

    /**
     * Make a webhook
     *
     * <p>From now on, each change that one may see is sent to `url` as a `WebhookMessage` with POST, signed as
     * Standard Webhooks has it: `webhook-signature` is `v1,` and the base64 of HMAC-SHA256 over `webhook-id`,
     * `webhook-timestamp` and the body, with points between them, by what stands behind `whsec_` of the
     * secret. Answer with 2xx within seconds; anything else is tried again with growing pauses, 410 switches
     * the webhook off. A message may come twice, and not in order.
     */
    public MadeWebhook create(NewWebhook body, CallOption... options) {
        Request request = new Request(
            "webhooks.create", "POST", Identity.BASE_PATH + "/webhooks", Retry.NEVER)
            .accept(MediaTypes.accept("application/json"))
            .json(body, NewWebhook.CODEC, "application/json");
        return fetch(request, MadeWebhook.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<MadeWebhook> createAsync(NewWebhook body, CallOption... options) {
        return async(() -> create(body, options));
    }

    /**
     * Get a webhook
     *
     * <p>A webhook without its secret.
     */
    public Webhook get(String webhook, CallOption... options) {
        Request request = new Request(
            "webhooks.get", "GET", Identity.BASE_PATH + "/webhooks/{webhook}", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inPath("webhook", webhook, Codecs.TEXT, new Style("simple", false));
        return fetch(request, Webhook.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<Webhook> getAsync(String webhook, CallOption... options) {
        return async(() -> get(webhook, options));
    }

    /**
     * Delete a webhook
     *
     * <p>Nothing is sent any more, what waits neither.
     */
    public void delete(String webhook, WebhooksDeleteParams params, CallOption... options) {
        Request request = new Request(
            "webhooks.delete", "DELETE", Identity.BASE_PATH + "/webhooks/{webhook}", Retry.IDEMPOTENT)
            .accept(MediaTypes.accept(""))
            .inPath("webhook", webhook, Codecs.TEXT, new Style("simple", false))
            .inHeader("If-Match", params.ifMatch(), Codecs.TEXT, new Style("simple", false));
        perform(request, options);
    }

    /** The same with nothing said beside. */
    public void delete(String webhook, CallOption... options) {
        delete(webhook, WebhooksDeleteParams.builder().build(), options);
    }

    /** The same on another thread. */
    public CompletableFuture<Void> deleteAsync(String webhook, WebhooksDeleteParams params, CallOption... options) {
        return asyncRun(() -> delete(webhook, params, options));
    }

    /** The same on another thread, with nothing said beside. */
    public CompletableFuture<Void> deleteAsync(String webhook, CallOption... options) {
        return deleteAsync(webhook, WebhooksDeleteParams.builder().build(), options);
    }

    /**
     * Change a webhook
     *
     * <p>What is left out stays as it is, null is the default. One that is switched on again goes on with what
     * happens from then on.
     */
    public Webhook update(String webhook, WebhookPatch body, WebhooksUpdateParams params, CallOption... options) {
        Request request = new Request(
            "webhooks.update", "PATCH", Identity.BASE_PATH + "/webhooks/{webhook}", Retry.NEVER)
            .accept(MediaTypes.accept("application/json"))
            .inPath("webhook", webhook, Codecs.TEXT, new Style("simple", false))
            .inHeader("If-Match", params.ifMatch(), Codecs.TEXT, new Style("simple", false))
            .json(body, WebhookPatch.CODEC, "application/json");
        return fetch(request, Webhook.CODEC, options);
    }

    /** The same with nothing said beside. */
    public Webhook update(String webhook, WebhookPatch body, CallOption... options) {
        return update(webhook, body, WebhooksUpdateParams.builder().build(), options);
    }

    /** The same on another thread. */
    public CompletableFuture<Webhook> updateAsync(String webhook, WebhookPatch body, WebhooksUpdateParams params, CallOption... options) {
        return async(() -> update(webhook, body, params, options));
    }

    /** The same on another thread, with nothing said beside. */
    public CompletableFuture<Webhook> updateAsync(String webhook, WebhookPatch body, CallOption... options) {
        return updateAsync(webhook, body, WebhooksUpdateParams.builder().build(), options);
    }

    /**
     * List deliveries
     *
     * <p>What was sent lately, the newest first, with what the receiver said.
     */
    public Paged<Delivery> deliveries(String webhook, WebhooksDeliveriesParams params, CallOption... options) {
        Request request = new Request(
            "webhooks.deliveries", "GET", Identity.BASE_PATH + "/webhooks/{webhook}/deliveries", Retry.SAFE)
            .accept(MediaTypes.accept("application/json"))
            .inPath("webhook", webhook, Codecs.TEXT, new Style("simple", false))
            .inQuery("limit", params.limit(), Codecs.INTEGER, new Style("form", true))
            .inQuery("cursor", params.cursor(), Codecs.TEXT, new Style("form", true));
        return paged(request, new PageRule("cursor", "items", "next"), Delivery.CODEC, options);
    }

    /** The same with nothing said beside. */
    public Paged<Delivery> deliveries(String webhook, CallOption... options) {
        return deliveries(webhook, WebhooksDeliveriesParams.builder().build(), options);
    }

    /**
     * Send a delivery again
     *
     * <p>Sends the same message with the same id once more.
     */
    public Delivery redeliver(String webhook, String delivery, CallOption... options) {
        Request request = new Request(
            "webhooks.redeliver", "POST", Identity.BASE_PATH + "/webhooks/{webhook}/deliveries/{delivery}/redeliver", Retry.NEVER)
            .accept(MediaTypes.accept("application/json"))
            .inPath("webhook", webhook, Codecs.TEXT, new Style("simple", false))
            .inPath("delivery", delivery, Codecs.TEXT, new Style("simple", false));
        return fetch(request, Delivery.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<Delivery> redeliverAsync(String webhook, String delivery, CallOption... options) {
        return async(() -> redeliver(webhook, delivery, options));
    }

    /**
     * Send a test
     *
     * <p>Sends a message of the type `ping`, even where the webhook is switched off.
     */
    public Delivery ping(String webhook, CallOption... options) {
        Request request = new Request(
            "webhooks.ping", "POST", Identity.BASE_PATH + "/webhooks/{webhook}/ping", Retry.NEVER)
            .accept(MediaTypes.accept("application/json"))
            .inPath("webhook", webhook, Codecs.TEXT, new Style("simple", false));
        return fetch(request, Delivery.CODEC, options);
    }

    /** The same on another thread. */
    public CompletableFuture<Delivery> pingAsync(String webhook, CallOption... options) {
        return async(() -> ping(webhook, options));
    }

    /**
     * Make a new secret
     *
     * <p>What is sent is signed with the new secret at once, and with the one before as well until
     * `formerUntil`: have the receiver take either.
     */
    public WebhookSecret rotateSecret(String webhook, WebhooksRotateSecretParams params, CallOption... options) {
        Request request = new Request(
            "webhooks.rotateSecret", "POST", Identity.BASE_PATH + "/webhooks/{webhook}/secret", Retry.NEVER)
            .accept(MediaTypes.accept("application/json"))
            .inPath("webhook", webhook, Codecs.TEXT, new Style("simple", false))
            .inHeader("If-Match", params.ifMatch(), Codecs.TEXT, new Style("simple", false));
        return fetch(request, WebhookSecret.CODEC, options);
    }

    /** The same with nothing said beside. */
    public WebhookSecret rotateSecret(String webhook, CallOption... options) {
        return rotateSecret(webhook, WebhooksRotateSecretParams.builder().build(), options);
    }

    /** The same on another thread. */
    public CompletableFuture<WebhookSecret> rotateSecretAsync(String webhook, WebhooksRotateSecretParams params, CallOption... options) {
        return async(() -> rotateSecret(webhook, params, options));
    }

    /** The same on another thread, with nothing said beside. */
    public CompletableFuture<WebhookSecret> rotateSecretAsync(String webhook, CallOption... options) {
        return rotateSecretAsync(webhook, WebhooksRotateSecretParams.builder().build(), options);
    }
}
