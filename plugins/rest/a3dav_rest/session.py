"""The operations of the API itself: who one is, and the document that describes everything."""

from __future__ import annotations

from pathlib import Path

from a3dav.api import ApiCall
from a3dav.api.shapes import moment
from a3dav.exchange import Response
from a3dav.preconditions import not_modified
from a3dav.principals import Identity
from a3dav.registries import ApiPart
from a3dav.resources import Resource
from a3dav_rest.service import Served, service_of


def get(call: ApiCall) -> Response:
    account, limits = call.identity.account, call.house.settings.limits
    told = {
        "account": {
            "id": account.id.hex(), "name": account.name, "displayName": account.shown_name,
            "email": account.email or None, "kind": account.kind, "role": account.role.value,
        },
        "credential": _credential(call.identity),
        "limits": {
            "objectSize": limits.max_resource_size, "fileSize": limits.max_file_size or None,
            "importSize": limits.max_import_size,
        },
    }  # fmt: skip
    return call.answer(told)


def _credential(identity: Identity) -> dict[str, object]:
    return {
        "id": identity.credential_id.hex() or None, "method": identity.method, "scope": identity.scope.value,
        "scopes": None if identity.scopes is None else sorted(identity.scopes),
        "expires": moment(identity.expires) if identity.expires else None,
    }  # fmt: skip


def document(call: ApiCall) -> Response:
    return _sent(call, service_of(call.house).document)


def document_3_1(call: ApiCall) -> Response:
    return _sent(call, service_of(call.house).document_3_1)


def _sent(call: ApiCall, served: Served) -> Response:
    headers = [("ETag", f'"{served.etag}"'), ("Cache-Control", "private, max-age=300")]
    if not_modified(call.exchange.request, Resource("", (), False), f'"{served.etag}"'):
        return Response(304, headers=headers)
    return Response(200, served.body, headers, call.wanted)


PART = ApiPart(
    Path(__file__).with_name("openapi") / "rest.yaml",
    {"session.get": get, "session.document": document, "session.document31": document_3_1},
)
