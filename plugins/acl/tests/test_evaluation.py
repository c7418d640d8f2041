"""Lists as they are read: in order, until every privilege that is needed was granted (RFC 3744 §6)."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a3dav.principals import ANONYMOUS, Account, Identity
from a3dav.registries import Privilege, PrivilegeRegistry
from a3dav.resources import Resource
from a3dav.xml.names import dav
from a3dav_acl.entries import Ace, Place, Principal
from a3dav_acl.evaluation import Privileges
from a3dav_acl.policy import Lists
from a3dav_acl.privileges import PRIVILEGES
from a3dav_acl.readers import Reader

TABLE = PrivilegeRegistry()
TABLE.add(*PRIVILEGES, Privilege("free-busy", dav("read")))
TREE = Privileges(TABLE)
NAMES = [entry.name for entry in TABLE.values()]
SUMS = {dav("all"), dav("write")}


def allowed(rules, privilege):
    """RFC 3744 §6 word by word, for a request that needs one privilege, with all that it contains."""
    open_questions = TABLE.contained_in(privilege) - SUMS
    for grants, names in rules:
        spoken_of = {inner for name in names for inner in TABLE.contained_in(name)} & open_questions
        if grants:
            open_questions -= spoken_of
        elif spoken_of:
            return False
        if not open_questions:
            return True
    return False


rules_of_a_list = st.lists(
    st.tuples(st.booleans(), st.lists(st.sampled_from(NAMES), min_size=1, max_size=4).map(tuple)), max_size=8
)


@pytest.mark.rfc("3744", "6", "3.12", "5.4")
@given(rules=rules_of_a_list)
def test_privileges_are_those_that_requests_for_each_of_them_would_be_granted(rules):
    assert TREE.outcome(tuple(rules)) == {name for name in NAMES if allowed(rules, name)}


@pytest.mark.rfc("3744", "3.11", "3.12", "5.5.2")
@pytest.mark.parametrize(
    ("rules", "privilege", "held"),
    [
        ([(True, ("write",))], "bind", True),
        ([(True, ("bind", "unbind", "write-content", "write-properties"))], "write", True),
        ([(True, ("bind", "unbind", "write-content"))], "write", False),
        ([(False, ("bind",)), (True, ("write",))], "write", False),
        ([(False, ("bind",)), (True, ("write",))], "unbind", True),
        ([(True, ("bind",)), (False, ("write",))], "bind", True),
        ([(True, ("bind",)), (False, ("write",))], "unbind", False),
        ([(True, ("all",))], "write-acl", True),
        ([(True, ("read", "write"))], "all", False),
        ([(False, ("all",)), (True, ("all",))], "read", False),
        ([], "read", False),
    ],
)
def test_an_aggregate_is_all_that_it_contains(rules, privilege, held):
    spelt = tuple((grants, tuple(dav(name) for name in names)) for grants, names in rules)
    assert (dav(privilege) in TREE.outcome(spelt)) is held


def test_what_an_aggregate_contains_is_not_all_of_it_where_it_has_a_meaning_of_its_own():
    assert TREE.outcome(((True, ("free-busy",)),)) == {"free-busy"}


ALICE, BOB, CAROL, STAFF, FIRM = (bytes([number]) * 16 for number in range(1, 6))
READERS = {
    "bob": Identity(Account(BOB, "user", "bob"), "", groups=frozenset({STAFF, FIRM})),
    "carol": Identity(Account(CAROL, "user", "carol"), ""),
    "nobody": ANONYMOUS,
}
MEANT = {
    Principal("href", BOB): {"bob"},
    Principal("href", CAROL): {"carol"},
    Principal("href", STAFF): {"bob"},
    Principal("href", FIRM): {"bob"},
    Principal("all"): {"bob", "carol", "nobody"},
    Principal("authenticated"): {"bob", "carol"},
    Principal("unauthenticated"): {"nobody"},
    Principal("self"): set(),
    Principal("property", property=dav("owner")): set(),
    Principal("property", property=dav("group")): set(),
}
entries = st.builds(
    Ace,
    st.sampled_from(sorted(MEANT, key=repr)),
    st.booleans(),
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=3).map(tuple),
    st.booleans(),
)
lists_up_to_the_home = st.lists(st.lists(entries, max_size=4).map(tuple), min_size=1, max_size=4)


@pytest.mark.rfc("3744", "5.5.1", "5.5.4", "6")
@given(lists=lists_up_to_the_home, who=st.sampled_from(sorted(READERS)))
def test_lists_of_collections_go_on_behind_those_of_what_they_hold(lists, who):
    ids = [bytes([100 + level]) * 16 for level in range(len(lists) + 1)]
    places = {ids[level]: Place(ids[level + 1], entries) for level, entries in enumerate(lists)}
    resource = Resource("file", (), False, ids[0], ALICE, ids[len(lists) - 1], ids[1])
    in_order = [
        (ace.grants, ace.privileges)
        for entries in lists
        for ace in entries
        if (who in MEANT[ace.principal]) ^ ace.inverted
    ]
    house = SimpleNamespace(
        store=SimpleNamespace(properties=lambda _: {}, accounts=SimpleNamespace(by_ids=lambda _: {}))
    )
    outcome = TREE.outcome(Lists(Reader(house, READERS[who], [resource]), places).rules(resource))
    assert outcome == {name for name in NAMES if allowed(in_order, name)}
