"""What others see of what is shared with them, and what they do not."""

import pytest

from a3dav.administration import change_membership, erase_account, find_account
from a3dav.storage.transaction import Actor
from a3dav.testing.access import deny, entries_of, grant, missing, set_acl, share

HOME, BOX, A, B = "/files/alice/", "/files/alice/box/", "/files/alice/box/a", "/files/alice/box/b"
BOB, CAROL, STAFF, FIRM = (
    "/principals/users/bob/", "/principals/users/carol/", "/principals/groups/staff/", "/principals/groups/firm/",
)  # fmt: skip
BOSS = "{http://example.org/}boss"


@pytest.fixture(autouse=True)
def tree(alice, bob, person):
    person("staff", kind="group")
    person("firm", kind="group")
    alice.request("MKCOL", BOX)
    alice.put(A, "1")
    alice.put(B, "1")


def listed(client, path):
    return set(client.propfind(path, "{DAV:}getetag", depth="1").multistatus)


def synced(answer):
    found = {path: member.status or 200 for path, member in answer.multistatus.items()}
    return found, answer.xml.findtext("{DAV:}sync-token")


def join(house, group, member, remove=False):
    change_membership(house, Actor(), group, member, remove=remove)


# -- whom an entry is about ----------------------------------------------------------------------------


@pytest.mark.rfc("3744", "5.5.1")
@pytest.mark.parametrize(
    ("entry", "status"),
    [
        (grant(BOB, "read"), 200),
        (grant("all", "read"), 200),
        (grant("authenticated", "read"), 200),
        (grant(CAROL, "read", invert=True), 200),
        (grant(BOB, "read", invert=True), 403),
        (grant("authenticated", "read", invert=True), 403),
        (grant(CAROL, "read"), 403),
        (grant("self", "read"), 403),
        (grant("property:owner", "read"), 403),
        (grant("property:owner", "read", invert=True), 200),
        (grant("property:group", "read"), 403),
        (grant(f"property:{BOSS}", "read"), 403),
        (grant(BOB, "write"), 403),
        (grant(BOB, "all"), 200),
    ],
)
def test_an_entry_is_about_its_principal_alone(alice, bob, person, entry, status):
    person("carol")
    share(alice, A, entry)
    assert bob.get(A).status == status


@pytest.mark.rfc("3744", "5.5.1")
def test_a_group_means_its_members_through_groups_too(house, alice, bob):
    join(house, "firm", "staff")
    join(house, "staff", "bob")
    share(alice, A, grant(FIRM, "read"))
    assert bob.get(A).status == 200
    join(house, "staff", "bob", remove=True)
    assert bob.get(A).status == 403


@pytest.mark.rfc("3744", "5.5.1")
@pytest.mark.parametrize(
    ("hrefs", "status"),
    [
        (f"<D:href>{BOB}</D:href>", 200),
        ("<D:href>/principals/users/bob</D:href>", 200),
        (f"<D:href>{STAFF}</D:href>", 200),
        (f"<D:href>{CAROL}</D:href>", 403),
        (f"<D:href>{BOB}</D:href><D:href>{CAROL}</D:href>", 403),
        (f"<D:href>http://example.org{BOB}</D:href>", 403),
        ("<D:href>http://[/</D:href>", 403),
        ("<D:href>%ff</D:href>", 403),
        ("bob", 403),
    ],
)
def test_a_property_means_the_one_principal_that_it_names(house, alice, bob, hrefs, status):
    join(house, "staff", "bob")
    share(alice, A, grant(f"property:{BOSS}", "read"))
    alice.proppatch(
        A,
        '<D:propertyupdate xmlns:D="DAV:"><D:set><D:prop><x:boss xmlns:x="http://example.org/">'
        f"{hrefs}</x:boss></D:prop></D:set></D:propertyupdate>",
    )
    assert bob.get(A).status == status


@pytest.mark.rfc("3744", "3.11", "5.5.2", "6")
def test_the_nearest_list_comes_first(alice, bob):
    share(alice, HOME, grant(BOB, "read"))
    share(alice, BOX, deny(BOB, "read"))
    share(alice, A, grant(BOB, "read"))
    assert [bob.get(path).status for path in (HOME, BOX, A, B)] == [200, 403, 200, 403]


@pytest.mark.rfc("3744", "5.5.3")
def test_no_list_shuts_its_owner_out(alice):
    share(alice, BOX, deny("all", "all"), deny("authenticated", "all"))
    assert (alice.get(A).status, alice.put(A, "2").status) == (200, 204)


# -- what is shown -------------------------------------------------------------------------------------


def test_a_collection_is_reached_by_its_url_where_its_home_is_closed(alice, bob):
    share(alice, BOX, grant(BOB, "read"))
    assert listed(bob, BOX) == {BOX, A, B}
    assert missing(bob.propfind(HOME)) == [(HOME, "read")]


def test_members_that_may_not_be_read_are_left_out(alice, bob):
    alice.put(HOME + "note", "1")
    share(alice, HOME, grant(BOB, "read"))
    share(alice, B, deny(BOB, "read"))
    share(alice, HOME + "note", deny(BOB, "read"))
    assert listed(bob, HOME) == {HOME, BOX}
    assert listed(bob, BOX) == {BOX, A}
    assert B.encode() not in bob.get(BOX).body


def answers(client, path):
    """What each method is told, without what differs by name."""
    name = path.rpartition("/")[2]
    found = [
        client.request(method, path, "x" if method == "PUT" else "", destination=HOME + "c")
        for method in ("GET", "PROPFIND", "OPTIONS", "PUT", "DELETE", "MKCOL", "LOCK", "UNLOCK", "COPY", "ACL", "BREW")
    ]
    return [(answer.status, answer.body.replace(name.encode(), b"name")) for answer in found]


@pytest.mark.parametrize("privileges", [(), ("read-acl",), ("{urn:ietf:params:xml:ns:caldav}read-free-busy",)])
def test_a_collection_that_may_not_be_read_does_not_tell_what_is_in_it(alice, bob, privileges):
    alice.put(BOX + "mapped", "1")
    share(alice, BOX, *([grant(BOB, *privileges)] if privileges else []))
    assert answers(bob, BOX + "mapped") == answers(bob, BOX + "nowhere")


@pytest.mark.rfc("3744", "7.1.1")
def test_a_member_that_may_not_be_read_is_refused_by_name_in_a_collection_that_may_be(alice, bob):
    share(alice, BOX, grant(BOB, "read"))
    share(alice, A, deny(BOB, "all"))
    assert missing(bob.get(A)) == [(A, "read")]
    assert bob.get(BOX + "x").status == 404


@pytest.mark.rfc("3744", "3.6", "3.7", "7.1.1")
def test_the_list_of_others_and_ones_own_privileges_need_privileges_of_their_own(alice, bob):
    share(alice, A, grant(BOB, "read"))
    for name, privilege in (("acl", "read-acl"), ("current-user-privilege-set", "read-current-user-privilege-set")):
        answer = bob.propfind(A, f"{{DAV:}}{name}", "{DAV:}getetag")
        assert answer.multistatus[A].missing == {f"{{DAV:}}{name}": 403}
        assert "{DAV:}getetag" in answer.multistatus[A].found
        (needed,) = answer.xml.iter("{DAV:}need-privileges")
        assert needed.findtext(".//{DAV:}href") == A
        assert needed.find(f".//{{DAV:}}{privilege}") is not None


def test_a_list_may_be_read_by_those_to_whom_that_is_granted(alice, bob):
    share(alice, A, grant(BOB, "read", "read-acl"))
    assert [whom for whom, *_ in entries_of(bob, A)] == ["property:{DAV:}owner", BOB]


def test_who_may_change_a_list_gives_privileges_to_others(alice, bob, person):
    carol = person("carol")
    share(alice, A, grant(BOB, "write-acl"))
    assert set_acl(bob, A, grant(CAROL, "read")).status == 200
    assert carol.get(A).status == 200


# -- how long a list lives -----------------------------------------------------------------------------


@pytest.mark.rfc("3744", "7.3")
def test_a_list_is_moved_along(alice, bob):
    share(alice, A, grant(BOB, "read"))
    alice.request("MOVE", BOX, destination=HOME + "moved")
    assert bob.get(HOME + "moved/a").status == 200
    assert bob.get(HOME + "moved/b").status == 403


@pytest.mark.rfc("3744", "7.4")
@pytest.mark.parametrize("target", [HOME + "new", B])
def test_a_copy_has_no_list(alice, bob, target):
    share(alice, A, grant(BOB, "read"))
    share(alice, B, grant(BOB, "write"))
    alice.request("COPY", A, destination=target)
    assert len(entries_of(alice, target)) == 1


def test_a_list_stays_when_its_resource_gets_new_content(alice, bob):
    share(alice, A, grant(BOB, "read"))
    alice.put(A, "2")
    assert bob.get(A).body == b"2"


def rows(house):
    return house.store.engine.rows("SELECT COUNT(*) FROM acl_entries")[0][0]


def test_a_list_goes_with_its_resource(house, alice):
    share(alice, A, grant(BOB, "read"))
    alice.delete(BOX)
    alice.request("MKCOL", BOX)
    alice.put(A, "1")
    assert (rows(house), len(entries_of(alice, A))) == (0, 1)


def test_lists_go_with_the_account_that_owns_them(house, alice):
    share(alice, HOME, grant(BOB, "read"))
    erase_account(house, Actor(), find_account(house, "alice"))
    assert rows(house) == 0


def test_a_list_goes_on_about_an_account_that_was_renamed(house, alice, bob):
    from a3dav.administration import rename_account

    share(alice, A, grant(BOB, "read"))
    rename_account(house, Actor(), "bob", "robert")
    assert [whom for whom, *_ in entries_of(alice, A)] == ["property:{DAV:}owner", "/principals/users/robert/"]


def test_entries_about_an_account_that_is_gone_mean_nobody(house, alice, person):
    share(alice, A, grant(STAFF, "read"), grant(STAFF, "write", invert=True))
    erase_account(house, Actor(), find_account(house, "staff"))
    assert len(entries_of(alice, A)) == 1
    person("staff", kind="group")
    assert len(entries_of(alice, A)) == 1


def test_what_was_closed_to_all_but_a_group_stays_closed_when_the_group_is_gone(house, alice, bob):
    share(alice, A, deny(STAFF, "read", invert=True), grant("all", "read"))
    erase_account(house, Actor(), find_account(house, "staff"))
    assert bob.get(A).status == 403
    assert entries_of(alice, A)[1] == ("all", "deny", frozenset({"read"}), "")


# -- sync ----------------------------------------------------------------------------------------------


@pytest.fixture
def shared(house, alice, bob):
    """Bob reads the box, as a member of the staff."""
    join(house, "staff", "bob")
    share(alice, BOX, grant(STAFF, "read"))


CHANGES = {
    "an entry of the collection": lambda _, alice: set_acl(alice, BOX, grant(STAFF, "read", "write")),
    "an entry of a member that hides it": lambda _, alice: set_acl(alice, A, deny(BOB, "read")),
    "an entry of a member about all": lambda _, alice: set_acl(alice, A, deny("all", "read")),
    "an entry of a member about his group": lambda _, alice: set_acl(alice, A, deny(STAFF, "read")),
    "an entry of a member about all but one": lambda _, alice: set_acl(alice, A, deny(CAROL, "read", invert=True)),
    "an entry of the home": lambda _, alice: set_acl(alice, HOME, grant(BOB, "write-properties")),
    "a group that he joined": lambda house, _: join(house, "firm", "bob"),
}


@pytest.mark.rfc("6578", "3.2", "3.8")
@pytest.mark.parametrize("change", CHANGES)
def test_a_token_ends_with_the_view_that_it_was_made_for(house, alice, bob, person, shared, change):
    person("carol")
    share(alice, B, grant(FIRM, "write"))
    _, token = synced(bob.sync(BOX))
    CHANGES[change](house, alice)
    answer = bob.sync(BOX, token)
    assert (answer.status, answer.condition) == (403, "{DAV:}valid-sync-token")


def test_a_sync_from_the_start_shows_just_what_may_be_read_then(alice, bob, shared):
    share(alice, A, deny(BOB, "read"))
    assert synced(bob.sync(BOX))[0] == {B: 200}
    share(alice, A)
    assert synced(bob.sync(BOX))[0] == {A: 200, B: 200}


@pytest.mark.rfc("6578", "3.2")
def test_tokens_of_those_whom_a_change_does_not_concern_go_on(alice, bob, person, shared):
    person("carol")
    tokens = [synced(client.sync(path))[1] for client, path in ((alice, BOX), (alice, HOME), (bob, BOX))]
    share(alice, A, deny(CAROL, "read"), grant(FIRM, "write"))
    share(alice, BOX, grant(STAFF, "read"), grant(CAROL, "read"))
    assert [
        synced(client.sync(path, token))[0]
        for (client, path), token in zip(((alice, BOX), (alice, HOME), (bob, BOX)), tokens, strict=True)
    ] == [{}, {}, {}]


def test_changes_of_hidden_members_are_not_told(alice, bob, shared):
    share(alice, A, deny(BOB, "read"))
    _, token = synced(bob.sync(BOX))
    alice.put(A, "2")
    assert synced(bob.sync(BOX, token))[0] == {}


def test_what_a_closed_collection_lost_is_not_told(alice, bob):
    alice.request("MKCOL", HOME + "closed")
    alice.put(HOME + "closed/secret", "1")
    share(alice, HOME, grant(BOB, "read"))
    share(alice, HOME + "closed", deny(BOB, "read"))
    _, token = synced(bob.sync(HOME, level="infinite"))
    alice.delete(HOME + "closed/secret")
    alice.delete(B)
    assert synced(bob.sync(HOME, token, level="infinite"))[0] == {B: 404}


def test_a_member_that_a_property_hid_is_not_kept(alice, bob, shared):
    share(alice, A, deny(f"property:{BOSS}", "read"))
    _, token = synced(bob.sync(BOX))
    alice.proppatch(
        A,
        '<D:propertyupdate xmlns:D="DAV:"><D:set><D:prop><x:boss xmlns:x="http://example.org/">'
        f"<D:href>{BOB}</D:href></x:boss></D:prop></D:set></D:propertyupdate>",
    )
    assert bob.sync(BOX, token).status == 403
    assert synced(bob.sync(BOX))[0] == {B: 200}


@pytest.mark.rfc("6578", "5")
def test_a_token_in_an_if_header_holds_for_the_view_it_was_made_for(alice, bob, shared):
    share(alice, BOX, grant(STAFF, "read", "bind"))
    _, token = synced(bob.sync(BOX))
    condition = {"if": f"<{BOX}> (<{token}>)"}
    share(alice, A, deny(BOB, "read"))
    assert bob.put(BOX + "c", "1", **condition).status == 412
    _, token = synced(bob.sync(BOX))
    assert bob.put(BOX + "c", "1", **{"if": f"<{BOX}> (<{token}>)"}).status == 201
