"""The part of the REST API that this plugin brings."""

from __future__ import annotations

from pathlib import Path

from a3dav.registries import ApiPart
from a3dav_events import changes, tokens
from a3dav_events.webhooks import operations as webhooks

PART = ApiPart(
    Path(__file__).with_name("openapi") / "events.yaml",
    {
        "tokens.list": tokens.list_tokens,
        "tokens.create": tokens.create_token,
        "tokens.delete": tokens.delete_token,
        "changes.list": changes.list_changes,
        "changes.stream": changes.stream_changes,
        "webhooks.list": webhooks.list_webhooks,
        "webhooks.create": webhooks.create_webhook,
        "webhooks.get": webhooks.get_webhook,
        "webhooks.update": webhooks.update_webhook,
        "webhooks.delete": webhooks.delete_webhook,
        "webhooks.ping": webhooks.ping,
        "webhooks.rotateSecret": webhooks.rotate_secret,
        "webhooks.deliveries": webhooks.list_deliveries,
        "webhooks.redeliver": webhooks.redeliver,
    },
)
