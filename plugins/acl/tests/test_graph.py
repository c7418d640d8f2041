"""Access control lists as the graph of the administrators tells and changes them."""

import pytest

from a3dav.errors import Refusal
from a3dav.principals import Identity
from a3dav.registries import GraphCall
from a3dav_acl.graph import FIELDS, AclEntry, AclEntryInput, SetAclInput, set_acl

CALENDAR = ("calendars", "alice", "calendar")


@pytest.fixture
def call(house, alice):
    def make(*entries):
        identity = Identity(house.store.accounts.by_name("alice"), "password")
        return GraphCall(house, identity, "", house.resolve(CALENDAR), SetAclInput(list(entries)))

    return make


def entries_of(house):
    return FIELDS[0].answer(house, None, [house.resolve(CALENDAR), house.resolve(("calendars", "alice"))])


def test_a_list_that_is_set_is_told_and_counts(house, call, bob):
    set_acl(call(AclEntryInput("bob", ["read"]), AclEntryInput("authenticated", ["write"], grants=False)))
    assert bob.propfind("/calendars/alice/calendar/").status == 207
    assert entries_of(house) == [
        [AclEntry("bob", True, False, ["read"]), AclEntry("authenticated", False, False, ["write"])],
        [],
    ]


@pytest.mark.parametrize(
    "entry", [AclEntryInput("nobody", ["read"]), AclEntryInput("bob", ["fly"]), AclEntryInput("bob", [])]
)
def test_a_list_that_cannot_be_is_refused_whole(house, call, bob, entry):
    set_acl(call(AclEntryInput("bob", ["read"])))
    with pytest.raises(Refusal):
        set_acl(call(entry))
    assert entries_of(house)[0] == [AclEntry("bob", True, False, ["read"])]
