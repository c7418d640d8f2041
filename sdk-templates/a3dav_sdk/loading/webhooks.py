"""Webhooks: the type of an event, and what it carries."""

from __future__ import annotations

from a3dav_sdk.loading.documents import Node
from a3dav_sdk.loading.operations import methods_of
from a3dav_sdk.loading.schemas import Context, Schemas
from a3dav_sdk.model.api import Webhook
from a3dav_sdk.model.types import ANY
from a3dav_sdk.naming.words import words_of


def webhooks_of(root: Node, schemas: Schemas) -> tuple[Webhook, ...]:
    found = []
    for name, item in [*root.items("webhooks"), *root.items("x-webhooks")]:
        for _, operation in methods_of(item.followed()):
            found.append(_webhook(name, operation, schemas))
    return tuple(sorted(found, key=lambda one: one.key))


def _webhook(name: str, operation: Node, schemas: Schemas) -> Webhook:
    words = words_of(name)
    body = operation.get("requestBody")
    media = next((one for kind, one in body.followed().items("content") if "json" in kind), None) if body else None
    schema = media.get("schema") if media else None
    context = Context(f"webhook {name}", (*words, "webhook"), "webhooks")
    type_ = schemas.read(schema, context) if schema else ANY
    return Webhook(name, words, type_, operation.text("summary"), operation.text("description"))
