"""Accounts as principals (RFC 3744 §4, RFC 5397), and what others may see of them."""

import pytest

from a3dav.administration import add_app_password
from a3dav.principals import Scope
from a3dav.storage.transaction import Actor
from a3dav.testing.client import Client

DAV = "{DAV:}"
ALICE = "/principals/users/alice/"
PRIVILEGES = f"{DAV}current-user-privilege-set"


@pytest.fixture
def staff(person, house, alice, bob):
    """Alice and Bob are in `staff`, and staff is in `everybody`."""
    for name in ("staff", "everybody", "strangers"):
        person(name, kind="group")
    accounts = house.store.accounts
    ids = {account.name: account.id for account in accounts.all()}

    def work(tx):
        accounts.add_member(ids["staff"], ids["alice"])
        accounts.add_member(ids["staff"], ids["bob"])
        accounts.add_member(ids["everybody"], ids["staff"])

    house.transact(Actor(), work)
    return "/principals/groups/staff/"


def listed(client, path):
    return set(client.propfind(path, f"{DAV}displayname", depth="1").multistatus) - {path}


def hrefs(client, path, name):
    return client.propfind(path, DAV + name).multistatus[path].hrefs(DAV + name)


def test_the_folders_of_principals(alice):
    assert listed(alice, "/principals/") == {
        "/principals/users/", "/principals/groups/", "/principals/resources/", "/principals/rooms/",
    }  # fmt: skip


@pytest.mark.rfc("3744", "4.2")
def test_a_principal_names_its_own_url(alice):
    assert hrefs(alice, ALICE, "principal-URL") == [ALICE]


@pytest.mark.rfc("5397", "3")
@pytest.mark.parametrize("path", ["/", "/files/alice/", "/principals/"])
def test_everything_leads_to_the_principal_who_asks(alice, path):
    assert hrefs(alice, path, "current-user-principal") == [ALICE]


@pytest.mark.rfc("3744", "5.1")
def test_the_owner_of_a_home_is_its_principal(alice):
    assert hrefs(alice, "/files/alice/", "owner") == [ALICE]


@pytest.mark.rfc("3744", "5.8")
def test_principals_are_found_below_one_collection(alice):
    assert hrefs(alice, "/files/alice/", "principal-collection-set") == ["/principals/"]


@pytest.mark.rfc("3744", "4.1")
def test_the_address_of_a_principal_is_another_uri_of_it(alice):
    assert hrefs(alice, ALICE, "alternate-URI-set") == ["mailto:alice@example.org"]


@pytest.mark.rfc("3744", "4")
def test_the_kinds_of_principals(alice, staff):
    for path in (ALICE, staff):
        types = alice.propfind(path, f"{DAV}resourcetype").multistatus[path].found[f"{DAV}resourcetype"]
        assert {element.tag for element in types} == {f"{DAV}principal", f"{DAV}collection"}


@pytest.mark.rfc("3744", "4.3")
def test_a_group_names_its_direct_members(alice, staff):
    assert hrefs(alice, staff, "group-member-set") == [ALICE, "/principals/users/bob/"]
    assert hrefs(alice, "/principals/groups/everybody/", "group-member-set") == [staff]


@pytest.mark.rfc("3744", "4.4")
def test_a_member_names_its_direct_groups(alice, staff):
    assert hrefs(alice, ALICE, "group-membership") == [staff]


def test_an_administrator_sees_everybody(person, alice, staff):
    root = person("root", role="admin")
    assert listed(root, "/principals/users/") == {ALICE, "/principals/users/bob/", "/principals/users/root/"}
    assert len(listed(root, "/principals/groups/")) == 3


def test_a_principal_is_found_in_the_folder_of_its_kind_alone(person, staff):
    root = person("root", role="admin")
    assert root.propfind("/principals/groups/alice/").status == 404
    assert root.propfind("/principals/users/staff/").status == 404
    assert root.propfind("/principals/nonsense/").status == 404


def test_rooms_and_resources_are_principals(person):
    root = person("root", role="admin")
    person("atrium", kind="room")
    person("beamer", kind="resource")
    assert listed(root, "/principals/rooms/") == {"/principals/rooms/atrium/"}
    assert listed(root, "/principals/resources/") == {"/principals/resources/beamer/"}


@pytest.mark.rfc("3744", "7.1.1")
@pytest.mark.parametrize("name", ["bob", "nobody"])
@pytest.mark.parametrize(
    ("method", "below"),
    [
        ("PROPFIND", ""),
        ("GET", "a"),
        ("GET", "there"),
        ("PUT", "a"),
        ("PUT", "there"),
        ("GET", "d/e/f"),
        ("DELETE", ""),
    ],
)
def test_a_foreign_home_looks_the_same_whether_or_not_there_is_one(alice, bob, name, method, below):
    bob.put("/files/bob/there", b"1")
    answer = alice.request(method, f"/files/{name}/{below}", depth="0")
    assert (answer.status, answer.condition) == (403, f"{DAV}need-privileges")
    assert answer.body.replace(b"nobody", b"bob") == alice.propfind("/files/bob/").body


@pytest.mark.rfc("3744", "7.1.1")
def test_a_refusal_names_resource_and_privilege(alice, bob):
    answer = alice.put("/files/bob/note.txt", b"1")
    (resource,) = answer.xml[0]
    assert resource.findtext(f"{DAV}href") == "/files/bob/"
    assert resource.find(f"{DAV}privilege/{DAV}read") is not None


@pytest.mark.parametrize("method", ["COPY", "MOVE"])
@pytest.mark.parametrize("target", ["/files/bob/a", "/files/bob/there", "/files/bob/d/a", "/files/nobody/a"])
def test_nothing_is_brought_into_a_foreign_home(alice, bob, method, target):
    alice.put("/files/alice/a", b"1")
    bob.put("/files/bob/there", b"1")
    answer = alice.request(method, "/files/alice/a", destination=target)
    assert (answer.status, answer.condition) == (403, f"{DAV}need-privileges")
    assert len(listed(bob, "/files/bob/")) == 1


def test_nothing_is_fetched_from_a_foreign_home(alice, bob):
    bob.put("/files/bob/a", b"1")
    assert alice.request("COPY", "/files/bob/a", destination="/files/alice/a").status == 403


@pytest.mark.rfc("3744", "5.4")
def test_a_read_only_credential_sees_that_it_may_only_read(alice, house):
    password = add_app_password(house, Actor(), "alice", label="", scope=Scope.READ_ONLY, days=0)
    reader = Client(house, "alice", password)
    found = reader.propfind("/files/alice/", PRIVILEGES).multistatus["/files/alice/"].found[PRIVILEGES]
    assert {privilege[0].tag for privilege in found} == {
        f"{DAV}read", f"{DAV}read-acl", f"{DAV}read-current-user-privilege-set",
        "{urn:ietf:params:xml:ns:caldav}read-free-busy",
    }  # fmt: skip
