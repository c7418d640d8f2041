<?php

declare(strict_types=1);

namespace A3dav\Client\Services;

use A3dav\Client\CallOptions;
use A3dav\Client\Codecs;
use A3dav\Client\Internal\Call;
use A3dav\Client\Internal\Caller;
use A3dav\Client\Internal\Parameter;
use A3dav\Client\Models;
use A3dav\Client\Pages;

/** Changes, sent to other servers as they happen. */
final class WebhooksService
{
    /** @internal */
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * List one's webhooks
     *
     * The webhooks of the account, without their secrets.
     */
    public function list(
        ?CallOptions $options = null,
    ): Models\WebhookPage {
        $call = new Call(
            'webhooks.list',
            'GET',
            '/webhooks',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\WebhookPage::class),
        );
        return $this->caller->call($call, [], null, $options);
    }

    /**
     * Make a webhook
     *
     * From now on, each change that one may see is sent to `url` as a `WebhookMessage` with POST, signed as Standard
     * Webhooks has it: `webhook-signature` is `v1,` and the base64 of HMAC-SHA256 over `webhook-id`,
     * `webhook-timestamp` and the body, with points between them, by what stands behind `whsec_` of the secret.
     * Answer with 2xx within seconds; anything else is tried again with growing pauses, 410 switches the webhook off.
     * A message may come twice, and not in order.
     */
    public function create(
        Models\NewWebhook $body,
        ?CallOptions $options = null,
    ): Models\MadeWebhook {
        $call = new Call(
            'webhooks.create',
            'POST',
            '/webhooks',
            'never',
            'json',
            'application/json',
            Codecs::model(Models\MadeWebhook::class),
            body: ['json', 'application/json', Codecs::model(Models\NewWebhook::class)],
        );
        return $this->caller->call($call, [], $body, $options);
    }

    /**
     * Get a webhook
     *
     * A webhook without its secret.
     *
     * @param string $webhook The id of the webhook.
     */
    public function get(
        string $webhook,
        ?CallOptions $options = null,
    ): Models\Webhook {
        $call = new Call(
            'webhooks.get',
            'GET',
            '/webhooks/{webhook}',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\Webhook::class),
            [
                new Parameter('path:webhook', 'webhook', 'path', 'simple', false, Codecs::text()),
            ],
        );
        return $this->caller->call($call, [
            'path:webhook' => $webhook,
        ], null, $options);
    }

    /**
     * Delete a webhook
     *
     * Nothing is sent any more, what waits neither.
     *
     * @param string $webhook The id of the webhook.
     * @param string|null $ifMatch The entity tags one of which the object must have, or `*` for whatever is there.
     */
    public function delete(
        string $webhook,
        ?string $ifMatch = null,
        ?CallOptions $options = null,
    ): void {
        $call = new Call(
            'webhooks.delete',
            'DELETE',
            '/webhooks/{webhook}',
            'idempotent',
            'none',
            '',
            Codecs::any(),
            [
                new Parameter('path:webhook', 'webhook', 'path', 'simple', false, Codecs::text()),
                new Parameter('header:If-Match', 'If-Match', 'header', 'simple', false, Codecs::text()),
            ],
        );
        $this->caller->call($call, [
            'path:webhook' => $webhook,
            'header:If-Match' => $ifMatch,
        ], null, $options);
    }

    /**
     * Change a webhook
     *
     * What is left out stays as it is, null is the default. One that is switched on again goes on with what happens
     * from then on.
     *
     * @param string $webhook The id of the webhook.
     * @param string|null $ifMatch The entity tags one of which the object must have, or `*` for whatever is there.
     */
    public function update(
        string $webhook,
        Models\WebhookPatch $body,
        ?string $ifMatch = null,
        ?CallOptions $options = null,
    ): Models\Webhook {
        $call = new Call(
            'webhooks.update',
            'PATCH',
            '/webhooks/{webhook}',
            'never',
            'json',
            'application/json',
            Codecs::model(Models\Webhook::class),
            [
                new Parameter('path:webhook', 'webhook', 'path', 'simple', false, Codecs::text()),
                new Parameter('header:If-Match', 'If-Match', 'header', 'simple', false, Codecs::text()),
            ],
            body: ['json', 'application/json', Codecs::model(Models\WebhookPatch::class)],
        );
        return $this->caller->call($call, [
            'path:webhook' => $webhook,
            'header:If-Match' => $ifMatch,
        ], $body, $options);
    }

    /**
     * List deliveries
     *
     * What was sent lately, the newest first, with what the receiver said.
     *
     * @param string $webhook The id of the webhook.
     * @param int|null $limit How many entries a page has at most.
     * @param string|null $cursor What `next` of the page before said; without it, the first page.
     * @return Pages<Models\Delivery>
     */
    public function deliveries(
        string $webhook,
        ?int $limit = null,
        ?string $cursor = null,
        ?CallOptions $options = null,
    ): Pages {
        $call = new Call(
            'webhooks.deliveries',
            'GET',
            '/webhooks/{webhook}/deliveries',
            'safe',
            'json',
            'application/json',
            Codecs::model(Models\Delivery::class),
            [
                new Parameter('path:webhook', 'webhook', 'path', 'simple', false, Codecs::text()),
                new Parameter('query:limit', 'limit', 'query', 'form', true, Codecs::integer()),
                new Parameter('query:cursor', 'cursor', 'query', 'form', true, Codecs::text()),
            ],
            pages: ['query:cursor', 'items', 'next'],
        );
        return $this->caller->pages($call, [
            'path:webhook' => $webhook,
            'query:limit' => $limit,
            'query:cursor' => $cursor,
        ], null, $options);
    }

    /**
     * Send a delivery again
     *
     * Sends the same message with the same id once more.
     *
     * @param string $webhook The id of the webhook.
     * @param string $delivery The id of the delivery.
     */
    public function redeliver(
        string $webhook,
        string $delivery,
        ?CallOptions $options = null,
    ): Models\Delivery {
        $call = new Call(
            'webhooks.redeliver',
            'POST',
            '/webhooks/{webhook}/deliveries/{delivery}/redeliver',
            'never',
            'json',
            'application/json',
            Codecs::model(Models\Delivery::class),
            [
                new Parameter('path:webhook', 'webhook', 'path', 'simple', false, Codecs::text()),
                new Parameter('path:delivery', 'delivery', 'path', 'simple', false, Codecs::text()),
            ],
        );
        return $this->caller->call($call, [
            'path:webhook' => $webhook,
            'path:delivery' => $delivery,
        ], null, $options);
    }

    /**
     * Send a test
     *
     * Sends a message of the type `ping`, even where the webhook is switched off.
     *
     * @param string $webhook The id of the webhook.
     */
    public function ping(
        string $webhook,
        ?CallOptions $options = null,
    ): Models\Delivery {
        $call = new Call(
            'webhooks.ping',
            'POST',
            '/webhooks/{webhook}/ping',
            'never',
            'json',
            'application/json',
            Codecs::model(Models\Delivery::class),
            [
                new Parameter('path:webhook', 'webhook', 'path', 'simple', false, Codecs::text()),
            ],
        );
        return $this->caller->call($call, [
            'path:webhook' => $webhook,
        ], null, $options);
    }

    /**
     * Make a new secret
     *
     * What is sent is signed with the new secret at once, and with the one before as well until `formerUntil`: have
     * the receiver take either.
     *
     * @param string $webhook The id of the webhook.
     * @param string|null $ifMatch The entity tags one of which the object must have, or `*` for whatever is there.
     */
    public function rotateSecret(
        string $webhook,
        ?string $ifMatch = null,
        ?CallOptions $options = null,
    ): Models\WebhookSecret {
        $call = new Call(
            'webhooks.rotateSecret',
            'POST',
            '/webhooks/{webhook}/secret',
            'never',
            'json',
            'application/json',
            Codecs::model(Models\WebhookSecret::class),
            [
                new Parameter('path:webhook', 'webhook', 'path', 'simple', false, Codecs::text()),
                new Parameter('header:If-Match', 'If-Match', 'header', 'simple', false, Codecs::text()),
            ],
        );
        return $this->caller->call($call, [
            'path:webhook' => $webhook,
            'header:If-Match' => $ifMatch,
        ], null, $options);
    }
}
