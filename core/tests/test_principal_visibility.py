"""Who sees whom, alike in PROPFIND, searches and reports; what is hidden answers as what is not there (decision 6)."""

import pytest

from a3dav.administration import change_membership, set_disabled
from a3dav.storage.transaction import Actor
from a3dav.testing.people import add_person

DAV = "{DAV:}"
EVERYBODY = {"alice", "bob", "carol", "dora", "erin", "atrium", "staff", "club", "interns"}
SEEN = {
    "everyone": EVERYBODY - {"erin"},
    "groups": {"alice", "bob", "dora", "staff", "club", "interns", "atrium"},
    "nobody": {"alice", "staff", "club"},
}
"""What Alice sees by setting: Erin is disabled, Carol shares no group with her."""
SETTINGS = list(SEEN)


@pytest.fixture(params=SETTINGS)
def visible(request):
    return request.param


@pytest.fixture
def town(make_house, visible):
    """Alice and Bob are in `staff`; staff, the interns, the atrium and Erin, who is gone, are in `club`; Carol is alone."""
    house = make_house(principals__visible=visible)
    kinds = {"staff": "group", "club": "group", "interns": "group", "atrium": "room"}
    for name in sorted(EVERYBODY):
        add_person(house, name, kind=kinds.get(name, "user"), email=f"{name}@example.org", display_name=name.upper())
    for group, member in (
        ("staff", "alice"), ("staff", "bob"), ("interns", "dora"),
        ("club", "staff"), ("club", "interns"), ("club", "atrium"), ("club", "erin"),
    ):  # fmt: skip
        change_membership(house, Actor(), group, member, remove=False)
    set_disabled(house, Actor(), "erin", disabled=True)
    return house


@pytest.fixture
def alice(town):
    from a3dav.testing.client import Client

    return Client(town, "alice", "alice's password")


@pytest.fixture
def root(town):
    return add_person(town, "root", role="admin")


def names(paths):
    return {path.rstrip("/").rpartition("/")[2] for path in paths}


def listed(client):
    folders = ["users", "groups", "rooms", "resources"]
    return {
        name
        for folder in folders
        for name in names(client.propfind(f"/principals/{folder}/", f"{DAV}displayname", depth="1").multistatus)
    } - set(folders)


def searched(client, text=""):
    body = (
        '<principal-property-search xmlns="DAV:"><property-search><prop><displayname/></prop>'
        f"<match>{text}</match></property-search></principal-property-search>"
    )
    return names(client.report("/principals/", body).multistatus)


def readable(client):
    folder = {"staff": "groups", "club": "groups", "interns": "groups", "atrium": "rooms"}
    places = {name: f"/principals/{folder.get(name, 'users')}/{name}/" for name in EVERYBODY}
    return {name for name, place in places.items() if client.propfind(place, f"{DAV}displayname").status == 207}


def members(client, group):
    path = f"/principals/groups/{group}/"
    found = client.propfind(path, f"{DAV}group-member-set").multistatus[path]
    return names(found.hrefs(f"{DAV}group-member-set"))


def expanded(client, group):
    body = (
        '<expand-property xmlns="DAV:"><property name="group-member-set"><property name="displayname"/></property>'
        "</expand-property>"
    )
    (found,) = client.report(f"/principals/groups/{group}/", body).xml.iter(f"{DAV}group-member-set")
    return {entry.text.lower() for entry in found.iter(f"{DAV}displayname")}


def test_a_folder_lists_whom_one_sees(alice, visible):
    assert listed(alice) == SEEN[visible]


def test_a_search_finds_whom_one_sees(alice, visible):
    assert searched(alice) == SEEN[visible]


def test_the_principal_of_whom_one_sees_can_be_asked(alice, visible):
    assert readable(alice) == SEEN[visible]


@pytest.mark.rfc("3744", "4.3")
def test_a_group_names_the_members_whom_one_sees(alice, visible):
    assert members(alice, "club") == SEEN[visible] & {"staff", "interns", "atrium", "erin"}
    assert members(alice, "staff") == SEEN[visible] & {"alice", "bob"}


@pytest.mark.rfc("3253", "3.8")
def test_a_group_expands_to_the_members_whom_one_sees(alice, visible):
    assert expanded(alice, "club") == SEEN[visible] & {"staff", "interns", "atrium", "erin"}


@pytest.mark.parametrize("visible", ["everyone"], indirect=True)
def test_groups_that_one_is_in_are_named_by_others_too(alice):
    path = "/principals/users/bob/"
    found = alice.propfind(path, f"{DAV}group-membership").multistatus[path]
    assert found.hrefs(f"{DAV}group-membership") == ["/principals/groups/staff/"]


def test_an_administrator_sees_everybody(root):
    assert listed(root) == EVERYBODY | {"root"}
    assert searched(root) == EVERYBODY | {"root"}
    assert readable(root) == EVERYBODY
    assert members(root, "club") == {"staff", "interns", "atrium", "erin"}


@pytest.mark.parametrize("hidden", ["carol", "erin"])
@pytest.mark.parametrize("visible", ["groups"], indirect=True)
@pytest.mark.parametrize(
    "method", ["PROPFIND", "GET", "OPTIONS", "REPORT", "PROPPATCH", "DELETE", "COPY", "LOCK", "ACL"]
)
def test_whom_one_does_not_see_answers_as_nobody_does(alice, method, hidden):
    answers = [alice.request(method, f"/principals/users/{name}/", destination="/x") for name in (hidden, "nobody")]
    told = [(answer.status, answer.body.replace(hidden.encode(), b"nobody")) for answer in answers]
    assert told[0] == told[1]
    assert answers[0].status == 403


@pytest.mark.rfc("3744", "8.1.1/recognized-principal")
def test_an_access_control_list_takes_whom_one_sees_alone(alice, visible):
    """Asking by ACL for one name after the other tells no more than PROPFIND."""
    body = (
        '<acl xmlns="DAV:"><ace><principal><href>/principals/users/{}/</href></principal>'
        "<grant><privilege><read/></privilege></grant></ace></acl>"
    )
    answers = {name: alice.request("ACL", "/files/alice/", body.format(name)) for name in ("bob", "carol", "erin")}
    assert {name for name, answer in answers.items() if answer.status == 200} == SEEN[visible] & set(answers)
    refused = {answer.condition for answer in answers.values() if answer.status != 200}
    assert refused <= {f"{DAV}recognized-principal"}


@pytest.mark.parametrize("visible", ["everyone"], indirect=True)
def test_what_others_use_of_their_room_is_not_told(alice, root):
    name, path = f"{DAV}quota-used-bytes", "/principals/users/bob/"
    assert alice.propfind(path, name).multistatus[path].missing == {name: 404}
    assert name in root.propfind(path, name).multistatus[path].found
    assert name in alice.propfind("/principals/users/alice/", name).multistatus["/principals/users/alice/"].found
