"""Every hook of a3dav, in the order a request meets them; pages under docs/reference/hooks explain each.

Three shapes: `a3dav_register_*` is called once at start and fills a table; a question returns the
first answer that is not None; a moment is told to everybody. What happens before the commit may
refuse by raising a `DavError`; nothing after it can fail the request.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pluggy import HookspecMarker

if TYPE_CHECKING:
    from a3dav.exchange import Exchange, Request, Response
    from a3dav.house import House
    from a3dav.principals import Account, Identity
    from a3dav.registries import (
        Adjustment,
        AdmissionRegistry,
        ApiRegistry,
        CommandRegistry,
        ContentTypeRegistry,
        DeliveryRegistry,
        GraphRegistry,
        IndexRegistry,
        Lens,
        MethodRegistry,
        MetricRegistry,
        MigrationRegistry,
        PostRegistry,
        PrivilegeRegistry,
        PropertyRegistry,
        ReportRegistry,
        ResourceTypeRegistry,
        RouteRegistry,
        SettingsRegistry,
        TaskRegistry,
        ValidatorRegistry,
    )
    from a3dav.resources import Path, Resource
    from a3dav.storage.transaction import Transaction
    from a3dav.writing import WriteContext

hookspec = HookspecMarker("a3dav")


@hookspec
def a3dav_register_settings(registry: SettingsRegistry) -> None:
    """At start, first of all: declare the section `[plugins.<name>]` as a dataclass."""


@hookspec
def a3dav_register_migrations(registry: MigrationRegistry) -> None:
    """At start: tables of the plugin, as a line of numbered schema versions."""


@hookspec
def a3dav_register_resource_types(registry: ResourceTypeRegistry) -> None:
    """At start: kinds of resources, and the top-level folders that hold homes of accounts."""


@hookspec
def a3dav_register_privileges(registry: PrivilegeRegistry) -> None:
    """At start: privileges and the aggregates that contain them."""


@hookspec
def a3dav_register_methods(registry: MethodRegistry) -> None:
    """At start: HTTP methods for kinds of resources."""


@hookspec
def a3dav_register_properties(registry: PropertyRegistry) -> None:
    """At start: live properties with their batch getters and setters."""


@hookspec
def a3dav_register_validators(registry: ValidatorRegistry) -> None:
    """At start: headers beside ETag that tell versions of resources, and the conditions that ask for them."""


@hookspec
def a3dav_register_reports(registry: ReportRegistry) -> None:
    """At start: reports by the name of their root element."""


@hookspec
def a3dav_register_posts(registry: PostRegistry) -> None:
    """At start: what POST of an XML document means, by the name of its root element."""


@hookspec
def a3dav_register_content_types(registry: ContentTypeRegistry) -> None:
    """At start: files that `a3dav import` takes apart and `a3dav export` puts together."""


@hookspec
def a3dav_register_indexes(registry: IndexRegistry) -> None:
    """At start: derived rows kept in step with every write and rebuilt when they are stale."""


@hookspec
def a3dav_register_routes(registry: RouteRegistry) -> None:
    """At start: paths that are not DAV."""


@hookspec
def a3dav_register_tasks(registry: TaskRegistry) -> None:
    """At start: periodic work of the tasks process."""


@hookspec
def a3dav_register_deliveries(registry: DeliveryRegistry) -> None:
    """At start: what brings the messages of the outbox to where they belong."""


@hookspec
def a3dav_register_admissions(house: House, registry: AdmissionRegistry) -> None:
    """At start: what looks at the head of every request first, before anything is known of it but its address."""


@hookspec
def a3dav_register_metrics(registry: MetricRegistry) -> None:
    """At start: numbers that /metrics shows."""


@hookspec
def a3dav_register_graphql(registry: GraphRegistry) -> None:
    """At start: fields and mutations of the graph that administrators ask."""


@hookspec
def a3dav_register_api(registry: ApiRegistry) -> None:
    """At start: operations of the REST API, as parts of its OpenAPI document with their handlers."""


@hookspec
def a3dav_register_services(house: House) -> None:
    """At start, last of all: put into `house.services` what other plugins may ask for, under a dotted name."""


@hookspec
def a3dav_register_commands(registry: CommandRegistry) -> None:
    """At start of the command line: further commands of `a3dav`."""


@hookspec(firstresult=True)
def a3dav_recognise(house: House, request: Request) -> Identity | None:
    """Question, on the read lane: does this request come with something verified before or by others?"""


@hookspec(firstresult=True)
def a3dav_authenticate(house: House, request: Request) -> Identity | None:
    """Question, on the wait lane: who sent this request? None leaves it to the next plugin."""


@hookspec(firstresult=True)
def a3dav_credential_scopes(house: House, account: Account, credential_id: bytes) -> frozenset[str] | None:
    """Question: what may be done by a credential that a plugin verified once, and nobody brings now? None: nothing."""


@hookspec(firstresult=True)
def a3dav_anonymous(house: House, request: Request) -> Identity | None:
    """Question: as whom is a request without credentials answered? None asks its sender to sign in."""


@hookspec(firstresult=True)
def a3dav_resolve_path(house: House, path: Path) -> Resource | None:
    """Question: what is mapped to this path? None leaves it to the next plugin, and at last to 404."""


@hookspec(firstresult=True)
def a3dav_members(house: House, identity: Identity, collection: Resource) -> Iterable[Resource] | None:
    """Question: the members of a collection that exists by configuration and not in the store, many of them lazily."""


@hookspec(firstresult=True)
def a3dav_privileges(
    house: House, identity: Identity, resources: Sequence[Resource]
) -> Sequence[frozenset[str]] | None:
    """Question: the privileges of a principal on each of these resources, in their order."""


@hookspec
def a3dav_adjust_privileges(
    house: House, identity: Identity, resources: Sequence[Resource]
) -> Sequence[Adjustment] | None:
    """Question to everybody: what is granted beside, and what withheld from everyone, on each of these resources?"""


@hookspec
def a3dav_views(house: House, identity: Identity, collections: Sequence[Resource]) -> Sequence[str] | None:
    """Question to everybody: what, beside privileges on each collection, decides what a principal sees in it?"""


@hookspec
def a3dav_lenses(house: House, identity: Identity, collections: Sequence[Resource]) -> Sequence[Sequence[Lens]] | None:
    """Question to everybody: what stands between a principal and what each collection of other people holds?"""


@hookspec
def a3dav_check_locks(write: WriteContext) -> None:
    """Moment, before a body that would be spared, and again inside the transaction: refuse what a lock forbids.

    RFC 4918 §7.
    """


@hookspec(firstresult=True)
def a3dav_state_token(house: House, identity: Identity, path: Path, token: str) -> bool | None:
    """Question: does the resource at this path have this state token of an If header, for this principal?"""


@hookspec(firstresult=True)
def a3dav_is_dear(write: WriteContext) -> bool | None:
    """Question, on the loop and so without a look into the store: may judging this write take long?"""


@hookspec
def a3dav_validate_write(write: WriteContext) -> None:
    """Moment before the transaction: parse and judge new content, set `write.uid`, or refuse."""


@hookspec
def a3dav_in_transaction(write: WriteContext, tx: Transaction) -> None:
    """Moment inside the transaction: the last word on a write, decided on committed data.

    It may run again after a serialization failure, so it changes nothing outside the transaction.
    """


@hookspec
def a3dav_changed(house: House, tx: Transaction) -> None:
    """Moment inside every transaction, behind its rows and indexes: what it changed, whoever or whatever caused it.

    It may run again after a serialization failure, so it changes nothing outside the transaction.
    """


@hookspec
def a3dav_request_finished(exchange: Exchange, response: Response, seconds: float) -> None:
    """Moment after the answer was made and before its body is sent: count, log; it cannot change the answer."""
