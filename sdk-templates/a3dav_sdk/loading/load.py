"""From files to the model of an interface."""

from __future__ import annotations

from collections.abc import Iterator

from a3dav_sdk.loading.dav import dav_of
from a3dav_sdk.loading.documents import Library, Node
from a3dav_sdk.loading.graph import graph_of
from a3dav_sdk.loading.operations import Operations
from a3dav_sdk.loading.project import Project, base_path
from a3dav_sdk.loading.schemas import Schemas
from a3dav_sdk.loading.settling import settled
from a3dav_sdk.loading.webhooks import webhooks_of
from a3dav_sdk.model.api import Api, Dav, Identity, Problem, SecurityScheme, Service, Webhook
from a3dav_sdk.model.references import references
from a3dav_sdk.naming.words import snake, words_of

_COMPONENTS = "components"


def load(project: Project) -> Api:
    library = Library()
    root = library.root(project.spec) if project.spec else None
    services: tuple[Service, ...] = ()
    webhooks: tuple[Webhook, ...] = ()
    schemas = Schemas(project.spec.resolve() if project.spec else project.folder)
    if root is not None:
        services = Operations(root, schemas).read()
        webhooks = webhooks_of(root, schemas)
    graph, graph_definitions = graph_of(*project.graph) if project.graph else ((), ())
    dav = dav_of(library.root(project.dav)) if project.dav else Dav()
    definitions = settled(schemas.definitions, _sent(services), _used(services, webhooks))
    return Api(
        _identity(project, root), (*definitions, *graph_definitions), services, tuple(_security(root)),
        tuple(_problems(root)), webhooks, graph, dav,
    )  # fmt: skip


def _identity(project: Project, root: Node | None) -> Identity:
    told, info = project.told, root.get("info") if root else None
    title = str(told.get("title") or (info.text("title") if info else "") or "client")
    return Identity(
        str(told.get("name") or snake(words_of(title))), title, str(told.get("version") or "0.1.0"),
        str(told.get("summary") or (info.text("summary") if info else "")), str(told.get("homepage") or ""),
        base_path(root), str(told.get("graph_path") or "/graphql"),
        {name: dict(values) for name, values in (told.get("packages") or {}).items()},
    )  # fmt: skip


def _sent(services: tuple[Service, ...]) -> Iterator[str]:
    for service in services:
        for call in service.calls:
            if call.body is not None:
                yield from references(call.body.type)


def _used(services: tuple[Service, ...], webhooks: tuple[Webhook, ...]) -> Iterator[str]:
    yield from _sent(services)
    for call in (call for service in services for call in service.calls):
        yield from references(call.result.type)
        for parameter in call.parameters:
            yield from references(parameter.type)
        for failure in call.failures:
            yield from references(failure.type)
    for webhook in webhooks:
        yield from references(webhook.type)


def _security(root: Node | None) -> Iterator[SecurityScheme]:
    components = root.get(_COMPONENTS) if root else None
    for name, node in components.items("securitySchemes") if components else ():
        scheme = node.followed()
        flows = [flow for _, flow in scheme.items("flows")]
        yield SecurityScheme(
            name, scheme.text("type"), scheme.text("scheme").lower(), scheme.text("in"), scheme.text("name"),
            next((flow.text("tokenUrl") for flow in flows if flow.text("tokenUrl")), ""),
            next((flow.text("deviceAuthorizationUrl") for flow in flows if flow.text("deviceAuthorizationUrl")), ""),
            scheme.text("openIdConnectUrl"), tuple(sorted({one for flow in flows for one, _ in flow.items("scopes")})),
        )  # fmt: skip


def _problems(root: Node | None) -> Iterator[Problem]:
    for node in root.list("x-problem-types") if root else ():
        uri, status = node.text("type"), node.value.get("status", 0) if isinstance(node.value, dict) else 0
        title = node.text("title")
        yield Problem(
            uri, words_of(uri.rstrip("/").rpartition("/")[2]), uri, title, int(status), node.text("description")
        )
