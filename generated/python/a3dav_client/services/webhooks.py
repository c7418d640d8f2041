# Rendered from the description of the interface; not for editing.
"""webhooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Mapping, Sequence

from .._call import Call, Parameter
from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, list_of, map_of, named, or_null
from .._options import Options
from .._service import AsyncService, Service

if TYPE_CHECKING:
    from .._body import Upload
    from .._pages import AsyncPages, Pages
    from .._results import AsyncDownload, AsyncEventStream, AsyncLineStream, Download, EventStream, LineStream, Text
    from .._time import Timestamp
    from ..models.delivery import Delivery
    from ..models.made_webhook import MadeWebhook
    from ..models.new_webhook import NewWebhook
    from ..models.webhook import Webhook
    from ..models.webhook_page import WebhookPage
    from ..models.webhook_patch import WebhookPatch
    from ..models.webhook_secret import WebhookSecret

_LIST = Call(
    "webhooks.list",
    "GET",
    "/webhooks",
    "safe",
    result="json",
    accept="application/json",
    codec=named("WebhookPage"),
)
_CREATE = Call(
    "webhooks.create",
    "POST",
    "/webhooks",
    "never",
    body="json",
    body_type="application/json",
    body_codec=named("NewWebhook"),
    result="json",
    accept="application/json",
    codec=named("MadeWebhook"),
)
_GET = Call(
    "webhooks.get",
    "GET",
    "/webhooks/{webhook}",
    "safe",
    parameters=[
        Parameter("path:webhook", "webhook", "webhook", "path", "simple", False, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("Webhook"),
)
_DELETE = Call(
    "webhooks.delete",
    "DELETE",
    "/webhooks/{webhook}",
    "idempotent",
    parameters=[
        Parameter("path:webhook", "webhook", "webhook", "path", "simple", False, TEXT),
        Parameter("header:If-Match", "If-Match", "if_match", "header", "simple", False, TEXT),
    ],
    result="none",
    accept="",
    codec=ANY,
)
_UPDATE = Call(
    "webhooks.update",
    "PATCH",
    "/webhooks/{webhook}",
    "never",
    parameters=[
        Parameter("path:webhook", "webhook", "webhook", "path", "simple", False, TEXT),
        Parameter("header:If-Match", "If-Match", "if_match", "header", "simple", False, TEXT),
    ],
    body="json",
    body_type="application/json",
    body_codec=named("WebhookPatch"),
    result="json",
    accept="application/json",
    codec=named("Webhook"),
)
_DELIVERIES = Call(
    "webhooks.deliveries",
    "GET",
    "/webhooks/{webhook}/deliveries",
    "safe",
    parameters=[
        Parameter("path:webhook", "webhook", "webhook", "path", "simple", False, TEXT),
        Parameter("query:limit", "limit", "limit", "query", "form", True, INTEGER),
        Parameter("query:cursor", "cursor", "cursor", "query", "form", True, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("Delivery"),
    cursor="query:cursor",
    items="items",
    next="next",
)
_REDELIVER = Call(
    "webhooks.redeliver",
    "POST",
    "/webhooks/{webhook}/deliveries/{delivery}/redeliver",
    "never",
    parameters=[
        Parameter("path:webhook", "webhook", "webhook", "path", "simple", False, TEXT),
        Parameter("path:delivery", "delivery", "delivery", "path", "simple", False, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("Delivery"),
)
_PING = Call(
    "webhooks.ping",
    "POST",
    "/webhooks/{webhook}/ping",
    "never",
    parameters=[
        Parameter("path:webhook", "webhook", "webhook", "path", "simple", False, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("Delivery"),
)
_ROTATE_SECRET = Call(
    "webhooks.rotateSecret",
    "POST",
    "/webhooks/{webhook}/secret",
    "never",
    parameters=[
        Parameter("path:webhook", "webhook", "webhook", "path", "simple", False, TEXT),
        Parameter("header:If-Match", "If-Match", "if_match", "header", "simple", False, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("WebhookSecret"),
)


class WebhooksService(Service):
    """Changes, sent to other servers as they happen."""

    def list(
        self,
        *,
        options: Options | None = None,
    ) -> WebhookPage:
        """List one's webhooks

        The webhooks of the account, without their secrets.
        """
        result: WebhookPage = self._call(_LIST, {}, None, options)
        return result

    def create(
        self,
        body: NewWebhook,
        *,
        options: Options | None = None,
    ) -> MadeWebhook:
        """Make a webhook

        From now on, each change that one may see is sent to `url` as a `WebhookMessage` with POST, signed as
        Standard Webhooks has it: `webhook-signature` is `v1,` and the base64 of HMAC-SHA256 over `webhook-id`,
        `webhook-timestamp` and the body, with points between them, by what stands behind `whsec_` of the secret.
        Answer with 2xx within seconds; anything else is tried again with growing pauses, 410 switches the webhook
        off. A message may come twice, and not in order.
        """
        result: MadeWebhook = self._call(_CREATE, {}, body, options)
        return result

    def get(
        self,
        webhook: str,
        *,
        options: Options | None = None,
    ) -> Webhook:
        """Get a webhook

        A webhook without its secret.

        webhook: The id of the webhook.
        """
        given = {
            "path:webhook": webhook,
        }
        result: Webhook = self._call(_GET, given, None, options)
        return result

    def delete(
        self,
        webhook: str,
        *,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Delete a webhook

        Nothing is sent any more, what waits neither.

        webhook: The id of the webhook. if_match: The entity tags one of which the object must have, or `*` for
        whatever is there.
        """
        given = {
            "path:webhook": webhook,
            "header:If-Match": if_match,
        }
        self._call(_DELETE, given, None, options)

    def update(
        self,
        webhook: str,
        body: WebhookPatch,
        *,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> Webhook:
        """Change a webhook

        What is left out stays as it is, null is the default. One that is switched on again goes on with what
        happens from then on.

        webhook: The id of the webhook. if_match: The entity tags one of which the object must have, or `*` for
        whatever is there.
        """
        given = {
            "path:webhook": webhook,
            "header:If-Match": if_match,
        }
        result: Webhook = self._call(_UPDATE, given, body, options)
        return result

    def deliveries(
        self,
        webhook: str,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> Pages[Delivery]:
        """List deliveries

        What was sent lately, the newest first, with what the receiver said.

        webhook: The id of the webhook. limit: How many entries a page has at most. cursor: What `next` of the page
        before said; without it, the first page.
        """
        given = {
            "path:webhook": webhook,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_DELIVERIES, given, None, options)

    def redeliver(
        self,
        webhook: str,
        delivery: str,
        *,
        options: Options | None = None,
    ) -> Delivery:
        """Send a delivery again

        Sends the same message with the same id once more.

        webhook: The id of the webhook. delivery: The id of the delivery.
        """
        given = {
            "path:webhook": webhook,
            "path:delivery": delivery,
        }
        result: Delivery = self._call(_REDELIVER, given, None, options)
        return result

    def ping(
        self,
        webhook: str,
        *,
        options: Options | None = None,
    ) -> Delivery:
        """Send a test

        Sends a message of the type `ping`, even where the webhook is switched off.

        webhook: The id of the webhook.
        """
        given = {
            "path:webhook": webhook,
        }
        result: Delivery = self._call(_PING, given, None, options)
        return result

    def rotate_secret(
        self,
        webhook: str,
        *,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> WebhookSecret:
        """Make a new secret

        What is sent is signed with the new secret at once, and with the one before as well until `formerUntil`:
        have the receiver take either.

        webhook: The id of the webhook. if_match: The entity tags one of which the object must have, or `*` for
        whatever is there.
        """
        given = {
            "path:webhook": webhook,
            "header:If-Match": if_match,
        }
        result: WebhookSecret = self._call(_ROTATE_SECRET, given, None, options)
        return result


class AsyncWebhooksService(AsyncService):
    """Changes, sent to other servers as they happen."""

    async def list(
        self,
        *,
        options: Options | None = None,
    ) -> WebhookPage:
        """List one's webhooks

        The webhooks of the account, without their secrets.
        """
        result: WebhookPage = await self._call(_LIST, {}, None, options)
        return result

    async def create(
        self,
        body: NewWebhook,
        *,
        options: Options | None = None,
    ) -> MadeWebhook:
        """Make a webhook

        From now on, each change that one may see is sent to `url` as a `WebhookMessage` with POST, signed as
        Standard Webhooks has it: `webhook-signature` is `v1,` and the base64 of HMAC-SHA256 over `webhook-id`,
        `webhook-timestamp` and the body, with points between them, by what stands behind `whsec_` of the secret.
        Answer with 2xx within seconds; anything else is tried again with growing pauses, 410 switches the webhook
        off. A message may come twice, and not in order.
        """
        result: MadeWebhook = await self._call(_CREATE, {}, body, options)
        return result

    async def get(
        self,
        webhook: str,
        *,
        options: Options | None = None,
    ) -> Webhook:
        """Get a webhook

        A webhook without its secret.

        webhook: The id of the webhook.
        """
        given = {
            "path:webhook": webhook,
        }
        result: Webhook = await self._call(_GET, given, None, options)
        return result

    async def delete(
        self,
        webhook: str,
        *,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Delete a webhook

        Nothing is sent any more, what waits neither.

        webhook: The id of the webhook. if_match: The entity tags one of which the object must have, or `*` for
        whatever is there.
        """
        given = {
            "path:webhook": webhook,
            "header:If-Match": if_match,
        }
        await self._call(_DELETE, given, None, options)

    async def update(
        self,
        webhook: str,
        body: WebhookPatch,
        *,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> Webhook:
        """Change a webhook

        What is left out stays as it is, null is the default. One that is switched on again goes on with what
        happens from then on.

        webhook: The id of the webhook. if_match: The entity tags one of which the object must have, or `*` for
        whatever is there.
        """
        given = {
            "path:webhook": webhook,
            "header:If-Match": if_match,
        }
        result: Webhook = await self._call(_UPDATE, given, body, options)
        return result

    def deliveries(
        self,
        webhook: str,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> AsyncPages[Delivery]:
        """List deliveries

        What was sent lately, the newest first, with what the receiver said.

        webhook: The id of the webhook. limit: How many entries a page has at most. cursor: What `next` of the page
        before said; without it, the first page.
        """
        given = {
            "path:webhook": webhook,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_DELIVERIES, given, None, options)

    async def redeliver(
        self,
        webhook: str,
        delivery: str,
        *,
        options: Options | None = None,
    ) -> Delivery:
        """Send a delivery again

        Sends the same message with the same id once more.

        webhook: The id of the webhook. delivery: The id of the delivery.
        """
        given = {
            "path:webhook": webhook,
            "path:delivery": delivery,
        }
        result: Delivery = await self._call(_REDELIVER, given, None, options)
        return result

    async def ping(
        self,
        webhook: str,
        *,
        options: Options | None = None,
    ) -> Delivery:
        """Send a test

        Sends a message of the type `ping`, even where the webhook is switched off.

        webhook: The id of the webhook.
        """
        given = {
            "path:webhook": webhook,
        }
        result: Delivery = await self._call(_PING, given, None, options)
        return result

    async def rotate_secret(
        self,
        webhook: str,
        *,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> WebhookSecret:
        """Make a new secret

        What is sent is signed with the new secret at once, and with the one before as well until `formerUntil`:
        have the receiver take either.

        webhook: The id of the webhook. if_match: The entity tags one of which the object must have, or `*` for
        whatever is there.
        """
        given = {
            "path:webhook": webhook,
            "header:If-Match": if_match,
        }
        result: WebhookSecret = await self._call(_ROTATE_SECRET, given, None, options)
        return result
