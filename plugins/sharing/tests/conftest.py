"""A calendar of alice's that is shared with bob, who has some access to it."""

import pytest

from a3dav import hookimpl
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
        return [masks.lenses_of(house, self.access) if self._is_shared(identity, c) else () for c in collections]

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
