"""The assembled server: settings, hooks, tables and store, shared by all requests of a process."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from a3dav.admission.gate import Gate
from a3dav.board import Board, Slot
from a3dav.caches.memory import Memory
from a3dav.caches.remote import Remote
from a3dav.cross_origin import CrossOrigin
from a3dav.dormant import READABLE
from a3dav.forwarding import Forwarding
from a3dav.lanes import NOWHERE, Place
from a3dav.lenses import Lenses
from a3dav.listening import Audience
from a3dav.logs.security import account_changed
from a3dav.metrics.metric import Metric
from a3dav.metrics.rows import Row
from a3dav.metrics.tally import Tally
from a3dav.openings import Openings
from a3dav.outbox import told_of
from a3dav.outgoing import Outgoing
from a3dav.principals import Identity, Scope
from a3dav.registries import (
    Adjustment,
    AdmissionRegistry,
    ApiRegistry,
    ContentTypeRegistry,
    DeliveryRegistry,
    GraphRegistry,
    IndexRegistry,
    MethodRegistry,
    MetricRegistry,
    MigrationRegistry,
    PostRegistry,
    PrivilegeRegistry,
    PropertyRegistry,
    ReportRegistry,
    ResourceTypeRegistry,
    Route,
    RouteRegistry,
    TaskRegistry,
    ValidatorRegistry,
)
from a3dav.resources import Path, Resource
from a3dav.storage.audit_queue import AuditQueue
from a3dav.storage.room import Room
from a3dav.storage.transaction import Actor, Change, Transaction
from a3dav.straight import Straight
from a3dav.xml.names import dav

if TYPE_CHECKING:
    import pluggy

    from a3dav.config.model import CoreSettings
    from a3dav.config.settings import Row as Shown
    from a3dav.storage.store import Store
    from a3dav.tracing import Tracer

T = TypeVar("T")
ResourceKey = tuple[bytes | Path, str, bytes]
FEW = 64
"""Resources whose privileges are recalled one by one."""
READ = dav("read")
READ_ONLY = frozenset({READ, dav("read-current-user-privilege-set"), dav("read-acl")})


class House:
    """Everything a request needs; built once by `assembly.open_house`."""

    def __init__(
        self, settings: CoreSettings, plugins: pluggy.PluginManager, store: Store, board: Board | None = None
    ) -> None:
        self.settings = settings
        self.plugins = plugins
        self.hooks: Any = plugins.hook
        self.recognise = Straight(self.hooks.a3dav_recognise)
        self.finished = Straight(self.hooks.a3dav_request_finished)
        self.store = store
        self.sections: dict[str, Any] = {}
        self.services: dict[str, Any] = {}
        self.configured: Callable[[], Sequence[Shown]] = list
        """Every setting with the value in force and where it came from; secrets are masked."""
        self.features = ""
        self.slot = (board or Board(rows=1)).slot(0)
        self.gate = Gate(settings, store.data_dir, self.board)
        self.tracer: Tracer | None = None
        self.forwarding = Forwarding(settings.server.trusted_proxies, settings.server.public_url)
        self.openings = Openings()
        self.cross_origin = CrossOrigin(settings.security_cors)
        self.room = Room(store.data_dir, settings.limits.min_free_bytes, store.engine)
        self.faults = store.faults
        self.outgoing = Outgoing(settings.outgoing)
        self.audit = AuditQueue(store.engine)
        self.lenses = Lenses(self)
        listening = settings.listening
        self.audience = Audience(listening.most, listening.per_account, listening.per_address)
        self.standing = store.standing
        self.standing.off = not settings.cache.l1_size
        self.memory = Memory(settings.cache.l1_size)
        self.shared = self.board.shared
        self.remote = Remote(settings.cache) if settings.cache.l3_url else None
        # Every process names the same, whatever it has: their numbers are added up by place.
        self.caches: dict[str, object] = {
            "answers": self.memory, "standing": self.standing, "shared": self.shared, "remote": self.remote,
        }  # fmt: skip
        self.at_the_end: list[Callable[[], None]] = []
        """What is called when the house is closed: by it, plugins let go of what they opened."""
        self._closed = False
        self.admissions = AdmissionRegistry()
        self.types = ResourceTypeRegistry()
        self.methods = MethodRegistry()
        self.properties = PropertyRegistry()
        self.reports = ReportRegistry()
        self.posts = PostRegistry()
        self.validator_table = ValidatorRegistry()
        self.privilege_table = PrivilegeRegistry()
        self.index_table = IndexRegistry()
        self.route_table = RouteRegistry()
        self.content_types = ContentTypeRegistry()
        self.task_table = TaskRegistry()
        self.delivery_table = DeliveryRegistry()
        self.metric_table = MetricRegistry()
        self.graph_table = GraphRegistry()
        self.api_table = ApiRegistry()
        self.migration_table = MigrationRegistry()

    def furnish(self) -> None:
        """Lets every plugin fill the tables."""
        hooks = self.hooks
        hooks.a3dav_register_migrations(registry=self.migration_table)
        self.store.engine.content.declare(table for line in self.migration_table.entries for table in line.content)
        self._register_types()
        hooks.a3dav_register_privileges(registry=self.privilege_table)
        hooks.a3dav_register_methods(registry=self.methods)
        hooks.a3dav_register_properties(registry=self.properties)
        hooks.a3dav_register_validators(registry=self.validator_table)
        hooks.a3dav_register_reports(registry=self.reports)
        hooks.a3dav_register_posts(registry=self.posts)
        hooks.a3dav_register_content_types(registry=self.content_types)
        hooks.a3dav_register_indexes(registry=self.index_table)
        hooks.a3dav_register_routes(registry=self.route_table)
        hooks.a3dav_register_tasks(registry=self.task_table)
        hooks.a3dav_register_deliveries(registry=self.delivery_table)
        hooks.a3dav_register_metrics(registry=self.metric_table)
        hooks.a3dav_register_graphql(registry=self.graph_table)
        hooks.a3dav_register_api(registry=self.api_table)
        self.settle()
        self.reading = frozenset(name for own in READ_ONLY for name in self.privilege_table.contained_in(own))
        self.prefixes = self.properties.prefixes()
        self.indexes = [replace(entry, kinds=self.types.like(entry.kinds)) for entry in self.index_table.entries]
        self.features = ", ".join(["1", "2", "3", *self.types.features])
        self.deliveries = {delivery.kind: delivery for delivery in self.delivery_table.entries}
        self.routes = {route.path: route for route in self.route_table.entries if not route.below}
        self.subtrees = [route for route in self.route_table.entries if route.below]
        self._subtree_places = tuple(f"{route.path}/".encode() for route in self.subtrees)
        hooks.a3dav_register_admissions(house=self, registry=self.admissions)
        hooks.a3dav_register_services(house=self)
        self.sit(self.slot)

    def sit(self, slot: Slot) -> None:
        """Takes a place on the board of the server, where this process counts from now on."""
        self.slot = slot
        self.count_into(slot.row)

    def trace_with(self, tracer: Tracer) -> None:
        self.tracer = tracer
        self.store.engine.counts.tell = tracer.query

    def count_into(self, row: Row) -> None:
        self.tally = Tally(self, [entry for entry in self.metric_table.entries if isinstance(entry, Metric)], row)

    @property
    def board(self) -> Board:
        return self.slot.board

    def _register_types(self) -> None:
        """Asks one plugin after the other, so that the registry knows whose each type is."""
        name = "a3dav_register_resource_types"
        plugins = {impl.plugin_name: impl.plugin for impl in reversed(getattr(self.hooks, name).get_hookimpls())}
        for self.types.plugin, plugin in plugins.items():
            others = [other for other in plugins.values() if other is not plugin]
            self.plugins.subset_hook_caller(name, others)(registry=self.types)

    def settle(self) -> None:
        """Spreads what is registered for whole classes of kinds over all kinds that there are."""
        self.types.settle()
        for table in (self.methods, self.properties, self.reports, self.posts):
            table.settle(self.types.all())

    def section(self, plugin: str) -> Any:
        """The settings of `[plugins.<plugin>]`, as the dataclass that the plugin registered."""
        return self.sections[plugin]

    def subtree(self, raw_path: bytes) -> Route | None:
        """The route that answers this path because it stands above it."""
        place = raw_path.partition(b"?")[0].rstrip(b"/") + b"/"
        if not place.startswith(self._subtree_places):
            return None
        return next(route for route in self.subtrees if place.startswith(f"{route.path}/".encode()))

    def place_of(self, path: Path) -> Place:
        """Where the row of a target is to be looked for; a place of nothing, where that is not known yet."""
        if len(path) > 2:
            holder: Resource | None = self.standing.last(("holder", path[:-1]))
            if holder is not None and holder.stored:  # of another id, where it is not this one any more
                return holder.id, path[-1]
        return NOWHERE

    def resolve(self, path: Path) -> Resource | None:
        """What is mapped to a path, whoever asks."""
        if len(path) > 2 and path[0] in self.types.all_roots():
            holder = self.holder(path)
            found = self.store.member(holder, path[-1]) if holder is not None and holder.stored else None
            if found is not None and self.types.get(found.kind):
                return found
        return self._resolve(path)

    def holder(self, path: Path) -> Resource | None:
        """What is mapped to the path above; of a collection, counters and dates may be those of a while ago."""
        above = path[:-1]
        return self.standing.recall(("holder", above), self._resolve, above)

    def _resolve(self, path: Path) -> Resource | None:
        found: Resource | None = self.hooks.a3dav_resolve_path(house=self, path=path)
        return found

    def privileges(self, identity: Identity, resources: Sequence[Resource]) -> Sequence[frozenset[str]]:
        """The privileges of a principal on each resource; nothing where no plugin answers."""
        if len(resources) > FEW or any(self.types[resource.kind].judged_by_content for resource in resources):
            return self._privileges(identity, resources)
        reader = (identity.account.id, identity.scope)
        if len(resources) != 1:
            return self._privileges_on_each(reader, identity, resources)
        (only,) = resources  # as nearly always
        return [self.standing.recall((reader, _key_of(only)), self._privileges_on, identity, only)]

    def _privileges_on_each(
        self, reader: Hashable, identity: Identity, resources: Sequence[Resource]
    ) -> Sequence[frozenset[str]]:
        keys = [_key_of(resource) for resource in resources]
        known = dict(zip(keys, resources, strict=True))

        def ask(missing: Sequence[ResourceKey]) -> dict[ResourceKey, frozenset[str]]:
            return dict(zip(missing, self._privileges(identity, [known[key] for key in missing]), strict=True))

        granted = self.standing.recall_each(reader, keys, ask)
        return [granted[key] for key in keys]

    def _privileges_on(self, identity: Identity, resource: Resource) -> frozenset[str]:
        return self._privileges(identity, [resource])[0]

    def _privileges(self, identity: Identity, resources: Sequence[Resource]) -> Sequence[frozenset[str]]:
        answer = self.hooks.a3dav_privileges(house=self, identity=identity, resources=resources)
        granted: Sequence[frozenset[str]] = answer or [frozenset()] * len(resources)
        adjustments = self.hooks.a3dav_adjust_privileges(house=self, identity=identity, resources=resources)
        if adjustments:
            granted = _adjusted(granted, adjustments)
        if dormant := self.types.dormant:
            granted = [
                privileges & READABLE if resource.kind in dormant else privileges
                for resource, privileges in zip(resources, granted, strict=True)
            ]
        if identity.scope is Scope.READ_ONLY:
            return [privileges & self.reading for privileges in granted]
        return granted

    def features_at(self, place: Resource) -> str:
        """The tokens of the DAV header (RFC 4918 §10.1) for this place."""
        return self.standing.recall(("features", place.id or place.path), self._features_at, place)

    def _features_at(self, place: Resource) -> str:
        own = [token for token, where in self.types.features_of_place if where(self, place)]
        return ", ".join([self.features, *own])

    def readable(self, identity: Identity, resources: Sequence[Resource]) -> list[Resource]:
        """Those of the resources that the principal may read, in their order and as the principal sees them."""
        return self.lenses.seen(identity, self.permitted(identity, resources, READ))

    def permitted(self, identity: Identity, resources: Sequence[Resource], privilege: str) -> list[Resource]:
        """Those of the resources on which the principal has a privilege, a Clark name, in their order."""
        granted = self.privileges(identity, resources)
        return [resource for resource, privileges in zip(resources, granted, strict=True) if privilege in privileges]

    def is_prompt(self, kind: str) -> bool:
        """Whether messages of a kind are delivered before the answer to the request that posted them."""
        return kind in self.deliveries and self.deliveries[kind].prompt

    def transact(self, actor: Actor, work: Callable[[Transaction], T]) -> T:
        """Runs `work` in a transaction of its own, outside of any request."""

        def go() -> tuple[T, Transaction]:
            tx = Transaction(self.store, actor)
            result = work(tx)
            self.update_indexes(tx)
            tx.finish()
            return result, tx

        result, tx = self.store.engine.submit(go).result()
        told_of.get([]).extend(tx.posted)
        for action, account in tx.account_acts:
            account_changed(action, account, actor.method, actor.os_user, actor.request_id)
        return result

    def update_indexes(self, tx: Transaction) -> None:
        """Brings up to date what follows from the changes of a transaction."""
        for index in self.indexes:
            mine = [_inside(change, index.kinds) for change in tx.changes if change.kinds & index.kinds]
            if mine:
                index.update(tx, mine)
        if tx.changes or tx.remounted:
            self.hooks.a3dav_changed(house=self, tx=tx)

    def close(self) -> None:
        """Lets go of the store; closing twice does nothing."""
        if not self._closed:
            self._closed = True
            for let_go in self.at_the_end:
                let_go()
            if self.tracer is not None:
                self.tracer.close()
            if self.remote is not None:
                self.remote.close()
            self.audit.close()
            self.outgoing.close()
            self.store.engine.close()

    def __reduce__(self) -> tuple[Any, tuple[()]]:
        return current_house, ()


def _inside(change: Change, kinds: frozenset[str]) -> Change:
    """For an index, what is of another kind now is gone."""
    return replace(change, after=None) if change.after and change.after.kind not in kinds else change


def _key_of(resource: Resource) -> ResourceKey:
    mounted = resource.mounted
    return resource.id or resource.path, resource.kind, mounted.id if mounted is not None else b""


def _adjusted(
    granted: Sequence[frozenset[str]], adjustments: Iterable[Sequence[Adjustment]]
) -> Sequence[frozenset[str]]:
    """Most resources have no adjustment that says anything."""
    found: dict[int, list[Adjustment]] = {}
    for told in adjustments:
        for place, entry in enumerate(told):
            if entry.granted or entry.withheld:
                found.setdefault(place, []).append(entry)
    if not found:
        return granted
    adjusted = list(granted)
    for place, own in found.items():
        given = adjusted[place].union(*(entry.granted for entry in own))
        adjusted[place] = given.difference(*(entry.withheld for entry in own))
    return adjusted


_process: dict[str, House] = {}


def occupy(house: House) -> None:
    """Makes a house the one that pickled work of the cpu lane finds in this process."""
    _process["house"] = house


def current_house() -> House:
    return _process["house"]
