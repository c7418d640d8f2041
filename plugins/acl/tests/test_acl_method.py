"""The method ACL: what a list has to fulfil, and how it is shown then (RFC 3744 §5.5, §8.1)."""

import pytest

from a3dav.testing.access import deny, entries_of, grant, missing, set_acl, share
from a3dav.testing.client import Client
from a3dav.testing.locks import LOCKINFO

HOME = "/files/alice/"
NOTE = HOME + "note"
BOB, ALICE, STAFF = "/principals/users/bob/", "/principals/users/alice/", "/principals/groups/staff/"
PROTECTED = ("property:{DAV:}owner", "grant", frozenset({"all"}), "protected")
OWN_ACE = grant("property:owner", "all", mark="<protected/>")


@pytest.fixture(autouse=True)
def note(alice, bob, person):
    person("staff", kind="group")
    alice.put(NOTE, b"1")


@pytest.mark.rfc("3744", "5.5", "8.1")
def test_entries_are_shown_behind_the_protected_one_in_the_order_they_were_given(alice):
    answer = set_acl(
        alice,
        NOTE,
        deny(BOB, "write"),
        grant("authenticated", "read", "write-content"),
        grant(STAFF, "all", invert=True),
    )
    assert (answer.status, answer.body) == (200, b"")
    assert entries_of(alice, NOTE) == [
        PROTECTED,
        (BOB, "deny", frozenset({"write"}), ""),
        ("authenticated", "grant", frozenset({"read", "write-content"}), ""),
        ("not " + STAFF, "grant", frozenset({"all"}), ""),
    ]


@pytest.mark.rfc(
    "3744", "5.5.2", "5.6", "8.1.1/deny-before-grant", "8.1.1/grant-only", "8.1.1/no-invert",
    "8.1.1/missing-required-principal",
)  # fmt: skip
@pytest.mark.parametrize(
    "entries",
    [[], [grant(BOB, "read"), deny("all", "read")], [deny(BOB, "read")], [grant(BOB, "read", invert=True)]],
)
def test_no_order_and_no_entry_is_asked_for_and_none_is_forbidden(alice, entries):
    restrictions = "{DAV:}acl-restrictions"
    assert len(alice.propfind(NOTE, restrictions).multistatus[NOTE].found[restrictions]) == 0
    assert set_acl(alice, NOTE, *entries).status == 200


@pytest.mark.rfc("3744", "8.1")
def test_a_list_replaces_the_one_before(alice):
    share(alice, NOTE, grant(BOB, "read"), grant("all", "read"))
    share(alice, NOTE, grant(STAFF, "read"))
    assert entries_of(alice, NOTE) == [PROTECTED, (STAFF, "grant", frozenset({"read"}), "")]


def test_an_empty_list_leaves_the_protected_entry_alone(alice):
    share(alice, NOTE, grant(BOB, "read"))
    assert set_acl(alice, NOTE).status == 200
    assert entries_of(alice, NOTE) == [PROTECTED]


@pytest.mark.rfc("3744", "5.5.4")
def test_entries_of_collections_above_are_shown_as_inherited_the_nearest_first(alice):
    alice.request("MKCOL", HOME + "a")
    alice.put(HOME + "a/b", b"1")
    share(alice, HOME, grant(STAFF, "read"))
    share(alice, HOME + "a/", grant(BOB, "write"))
    share(alice, HOME + "a/b", deny(BOB, "read"))
    assert entries_of(alice, HOME + "a/b") == [
        PROTECTED,
        (BOB, "deny", frozenset({"read"}), ""),
        (BOB, "grant", frozenset({"write"}), f"inherited {HOME}a/"),
        (STAFF, "grant", frozenset({"read"}), f"inherited {HOME}"),
    ]


@pytest.mark.rfc("3744", "8.1", "5.5.3", "5.5.4")
def test_a_list_that_was_read_can_be_sent_back_as_it_is(alice):
    share(alice, HOME, grant(BOB, "read"))
    inherited = grant(BOB, "read", mark=f"<inherited><href>{HOME}</href></inherited>")
    assert set_acl(alice, NOTE, OWN_ACE, grant(STAFF, "read"), inherited).status == 200
    assert [mark for *_, mark in entries_of(alice, NOTE)] == ["protected", "", f"inherited {HOME}"]


ABSOLUTE = "http://localhost/principals/users/bob"


@pytest.mark.parametrize(
    ("condition", "lists"),
    [
        pytest.param(
            "no-ace-conflict",
            [[grant(BOB, "read"), deny(BOB, "read")], [deny("all", "write", "read"), grant("all", "read")]],
            marks=pytest.mark.rfc("3744", "8.1.1/no-ace-conflict"),
        ),
        pytest.param(
            "no-protected-ace-conflict",
            [[deny(ALICE, "write")], [deny("property:owner", "read")], [grant(BOB, "read", mark="<protected/>")]],
            marks=pytest.mark.rfc("3744", "8.1.1/no-protected-ace-conflict"),
        ),
        pytest.param(
            "no-inherited-ace-conflict",
            [[grant(BOB, "read", mark="<inherited><href>/files/</href></inherited>")]],
            marks=pytest.mark.rfc("3744", "8.1.1/no-inherited-ace-conflict"),
        ),
        pytest.param(
            "limited-number-of-aces",
            [[grant(BOB, "read")] * 101],
            marks=pytest.mark.rfc("3744", "8.1.1/limited-number-of-aces"),
        ),
        pytest.param(
            "not-supported-privilege",
            [[grant(BOB, "fly")], [grant(BOB, "{http://example.org/}read")]],
            marks=pytest.mark.rfc("3744", "8.1.1/not-supported-privilege"),
        ),
        pytest.param(
            "recognized-principal",
            [
                [grant("/principals/users/nobody/", "read")],
                [grant("/principals/groups/bob/", "read")],
                [grant(HOME, "read")],
                [grant("/principals/", "read")],
                [grant("http://example.org/principals/users/bob/", "read")],
                [grant("mailto:bob@example.org", "read")],
                [grant("/principals/users/bob/%00", "read")],
            ],
            marks=pytest.mark.rfc("3744", "8.1.1/recognized-principal"),
        ),
        pytest.param(
            "allowed-principal",
            [
                [grant("unauthenticated", "read")],
                [deny("unauthenticated", "read", invert=True)],
                [grant("property:getetag", "read")],
                [grant("property:current-user-principal", "read")],
            ],
            marks=pytest.mark.rfc("3744", "8.1.1/allowed-principal"),
        ),
    ],
)
def test_a_list_that_breaks_a_rule_is_refused_with_its_element_and_changes_nothing(alice, condition, lists):
    share(alice, NOTE, grant(STAFF, "read"))
    answers = [set_acl(alice, NOTE, *entries) for entries in lists]
    assert {(answer.status, answer.condition) for answer in answers} == {(403, "{DAV:}" + condition)}
    assert entries_of(alice, NOTE) == [PROTECTED, (STAFF, "grant", frozenset({"read"}), "")]


@pytest.mark.rfc("3744", "5.5.1", "8.1.1")
@pytest.mark.parametrize(
    "whom", [BOB, ABSOLUTE, "/principals/users/b%6Fb", "self", "property:{http://example.org/}boss"]
)
def test_principals_are_named_in_many_ways(alice, whom):
    assert set_acl(alice, NOTE, grant(whom, "read")).status == 200
    assert len(entries_of(alice, NOTE)) == 2


@pytest.mark.rfc("3744", "8.1.1", "8.1.1/no-abstract", "5.3")
def test_an_abstract_privilege_cannot_be_granted(house, alice):
    from a3dav.registries import Privilege

    house.privilege_table.add(Privilege("{http://example.org/}idea", abstract=True))
    assert set_acl(alice, NOTE, grant(BOB, "{http://example.org/}idea")).condition == "{DAV:}no-abstract"


TWO = "<principal><all/></principal><grant><privilege><read/></privilege></grant>"


@pytest.mark.rfc("3744", "8.1", "8.1.5")
@pytest.mark.parametrize(
    "body",
    [
        "",
        "<acl",
        '<prop xmlns="DAV:"/>',
        '<acl xmlns="urn:x"/>',
        f'<acl xmlns="DAV:"><ace>{TWO}{TWO}</ace></acl>',
        '<acl xmlns="DAV:"><ace><principal><all/></principal></ace></acl>',
        '<acl xmlns="DAV:"><ace><grant><privilege><read/></privilege></grant></ace></acl>',
        '<acl xmlns="DAV:"><ace><principal><all/></principal><grant/></ace></acl>',
        '<acl xmlns="DAV:"><ace><principal><all/></principal><grant><read/></grant></ace></acl>',
        '<acl xmlns="DAV:"><ace><principal><all/></principal><grant><privilege/></grant></ace></acl>',
        '<acl xmlns="DAV:"><ace><principal/><grant><privilege><read/></privilege></grant></ace></acl>',
        '<acl xmlns="DAV:"><ace><principal><all/><self/></principal><grant><privilege><read/></privilege></grant></ace></acl>',
        '<acl xmlns="DAV:"><ace><principal><property/></principal><grant><privilege><read/></privilege></grant></ace></acl>',
        '<acl xmlns="DAV:"><ace><invert/><grant><privilege><read/></privilege></grant></ace></acl>',
    ],
)
def test_a_body_that_is_no_list_is_a_bad_request(alice, body):
    assert alice.request("ACL", NOTE, body).status == 400
    assert entries_of(alice, NOTE) == [PROTECTED]


@pytest.mark.rfc("3744", "10")
def test_elements_that_are_not_known_are_passed_over(alice):
    entry = grant(BOB, "read").replace("<ace>", '<ace><x xmlns="urn:x"/>')
    assert set_acl(alice, NOTE, '<y xmlns="urn:y"/>', entry).status == 200


@pytest.mark.rfc("3744", "8.1", "B")
@pytest.mark.parametrize("path", ["/", "/files/", "/principals/", ALICE])
def test_lists_of_what_exists_by_configuration_cannot_be_changed(alice, path):
    assert missing(set_acl(alice, path, grant(BOB, "read"))) == [(path, "write-acl")]


def test_there_is_no_list_where_nothing_is_mapped(alice):
    assert set_acl(alice, HOME + "nothing", grant(BOB, "read")).status == 404


@pytest.mark.rfc("3744", "7.5")
def test_the_list_of_a_locked_resource_changes_only_with_the_token(alice):
    token = alice.request("LOCK", HOME, LOCKINFO).headers["lock-token"]
    assert set_acl(alice, NOTE, grant(BOB, "read")).status == 423
    assert set_acl(alice, NOTE, grant(BOB, "read"), **{"if": f"<{HOME}> ({token})"}).status == 200


@pytest.mark.rfc("3744", "7.2")
@pytest.mark.parametrize("path", ["/", HOME, NOTE, HOME + "nothing", ALICE])
def test_options_tells_that_access_is_controlled(alice, path):
    assert "access-control" in alice.request("OPTIONS", path).headers["dav"].split(", ")


def test_a_change_of_a_list_is_logged_and_leaves_etag_and_ctag(house, alice):
    names = ("{DAV:}getetag", "{http://calendarserver.org/ns/}getctag")
    before = [alice.propfind(path, *names).body for path in (NOTE, HOME)]
    share(alice, NOTE, grant(BOB, "read"))
    assert [alice.propfind(path, *names).body for path in (NOTE, HOME)] == before
    note = house.resolve(("files", "alice", "note"))
    (latest,) = house.store.engine.rows("SELECT resource_id, operation FROM changes ORDER BY position DESC LIMIT 1")
    assert (bytes(latest[0]), latest[1]) == (note.id, "acl")


@pytest.fixture
def hermit(make_house):
    """Alice of a house where nobody sees others."""
    return Client(make_house(principals__visible="nobody"), "alice", "alice's password")


@pytest.mark.rfc("3744", "8.1.1")
def test_who_may_not_be_seen_is_no_principal(hermit):
    hidden, nobody = (set_acl(hermit, NOTE, grant(f"/principals/users/{name}/", "read")) for name in ("bob", "eve"))
    assert hidden.condition == "{DAV:}recognized-principal"
    assert hidden.body.replace(b"bob", b"eve") == nobody.body


def test_who_stands_in_a_list_already_may_stay_there(alice, hermit):
    share(alice, NOTE, grant(BOB, "read"))
    assert set_acl(hermit, NOTE, grant(BOB, "read", "write")).status == 200
