"""A calendar of alice's that is shared with bob, who has some access to it."""

import pytest

from a3dav import hookimpl
from a3dav.identifiers import new_id
from a3dav.registries import Adjustment
from a3dav.xml.names import dav
from a3dav_sharing import masks

CALENDAR = "/calendars/alice/calendar/"
BOOK = "/addressbooks/alice/addressbook/"
READING = frozenset(
    {dav("read"), dav("read-current-user-privilege-set"), "{urn:ietf:params:xml:ns:caldav}read-free-busy"}
)
WRITING = READING | frozenset(map(dav, ("write-content", "bind", "unbind")))


def calendar(*parts, head=()):
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", *head, *parts, "END:VCALENDAR", ""])


def component(name, uid, *lines):
    return "\r\n".join([f"BEGIN:{name}", f"UID:{uid}", "DTSTAMP:20260101T000000Z", *lines, f"END:{name}"])


def event(uid, *lines):
    return calendar(component("VEVENT", uid, *lines))


HOUR = ("DTSTART:20260310T110000Z", "DTEND:20260310T120000Z")


class Shared:
    """Stands for a share that bob has accepted."""

    def __init__(self, access):
        self.access = access

    @hookimpl
    def a3dav_adjust_privileges(self, identity, resources):
        granted = WRITING if self.access == "read-write" else READING
        return [Adjustment(granted if self._is_shared(identity, r) else frozenset()) for r in resources]

    @hookimpl
    def a3dav_lenses(self, house, identity, collections):
        return [
            masks.lenses_of(house, identity, self.access) if self._is_shared(identity, c) else () for c in collections
        ]

    def _is_shared(self, identity, resource):
        return identity.account.name == "bob" and resource.stored and resource.path[1] == "alice"


@pytest.fixture
def share(house, alice, bob):
    """Shares what alice has with bob."""
    shared = Shared("busy")
    house.plugins.register(shared)

    def set_access(access):
        shared.access = access

    return set_access


@pytest.fixture
def grant(house, alice, bob):
    """Makes a share of a collection of alice's that bob has accepted."""

    def make(access, path=CALENDAR):
        engine, collection = house.store.engine, house.resolve(tuple(path.strip("/").split("/")))
        sharee, share_id = house.store.accounts.by_name("bob").id, new_id()

        def work():
            engine.execute("DELETE FROM sharing_shares WHERE collection_id = ?", (collection.id,))
            engine.execute(
                "INSERT INTO sharing_shares (id, collection_id, sharee_id, access, key_id, words, created)"
                " VALUES (?, ?, ?, ?, '', ?, 0)",
                (share_id, collection.id, sharee, access, b""),
            )
            engine.execute(
                "INSERT INTO sharing_invitations (id, share_id, account_id, state, changed)"
                " VALUES (?, ?, ?, 'accepted', 0)",
                (new_id(), share_id, sharee),
            )

        engine.submit(work).result()

    return make
