"""What plugins that are switched off left behind: plain resources, readable and deletable by their owner.

The store remembers which roots and kinds each plugin brought, as facts that the supervisor writes. Nothing may be
written where nobody judges what is written: only the plugin knows what its calendars or address books take.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from a3dav.errors import Forbidden
from a3dav.xml.names import dav

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.resources import Resource
    from a3dav.writing import WriteContext

FACT = "plugin:"
READABLE = frozenset(dav(name) for name in ("read", "read-acl", "read-current-user-privilege-set", "unbind", "unlock"))
WRITING = frozenset({"bind", "write-content", "write-properties"})
LEAVING = frozenset({"delete", "unlock"})


def remember(house: House) -> None:
    """Notes the roots and kinds of the plugins that are on; those of others stay noted."""
    facts = {FACT + plugin: json.dumps(owned, sort_keys=True) for plugin, owned in house.types.owned().items()}
    engine = house.store.engine
    known = {str(row[0]): str(row[1]) for row in engine.rows("SELECT name, value FROM facts")}

    def work() -> None:
        for name, value in facts.items():
            engine.execute(
                "INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, value),
            )

    if any(known.get(name) != value for name, value in facts.items()):
        engine.submit(work).result()


def keep(house: House) -> None:
    """Registers what is noted and has no plugin now, so that paths lead there and reading goes on."""
    for name, value in house.store.engine.rows("SELECT name, value FROM facts"):
        if str(name).startswith(FACT):
            owned = json.loads(str(value))
            house.types.add_dormant(str(name).removeprefix(FACT), owned["roots"], owned["kinds"])
    if house.types.dormant:
        house.settle()


def refuse_writing(house: House, resource: Resource | None) -> None:
    """Raises Forbidden, with the name of the plugin, for a resource of a kind that no plugin judges."""
    plugin = house.types.dormant.get(resource.kind) if resource is not None else None
    if plugin is not None:
        raise Forbidden(f"the plugin {plugin} is switched off; what it owns can be read, copied and deleted meanwhile")


def refuse_dormant(write: WriteContext) -> None:
    """Writes end here unless they take something away; a default collection stays for when the plugin is back."""
    if write.operation not in LEAVING:
        refuse_writing(write.house, write.parent)
        refuse_writing(write.house, write.before)
    elif write.before is not None and write.before.default:
        refuse_writing(write.house, write.before)
