"""Shares and invitations over REST: the same that clients of CalendarServer's protocol see and change."""

import pytest

from a3dav.administration import add_account, change_membership
from a3dav.storage.transaction import Actor
from a3dav.testing.api import ApiClient
from a3dav.testing.people import add_person

UNKNOWN = "0" * 32


@pytest.fixture
def api(alice):
    return ApiClient(alice)


@pytest.fixture
def others(bob):
    return ApiClient(bob)


@pytest.fixture
def id_of(house):
    def go(name):
        return house.store.accounts.by_name(name).id.hex()

    return go


@pytest.fixture
def calendar(house, alice):
    return house.resolve(("calendars", "alice", "calendar")).id.hex()


@pytest.fixture
def invited(api, others, calendar, id_of):
    """Bob's invitation to alice's calendar."""
    answer = api("PUT", f"/collections/{calendar}/shares/{id_of('bob')}", {"access": "read", "summary": "Alice"})
    assert answer.status == 201, answer.text
    return others("GET", "/invitations").json["items"][0]


def test_a_calendar_is_shared_and_everybody_sees_it(api, others, calendar, invited, id_of):
    bob = {"id": id_of("bob"), "name": "bob", "displayName": "Bob", "email": "bob@example.org", "kind": "user"}
    assert api("GET", f"/collections/{calendar}/shares").json["items"] == [
        {
            "collection": calendar, "account": bob, "access": "read", "summary": "Alice",
            "answers": [{"account": bob, "state": "invited"}],
        }
    ]  # fmt: skip
    assert invited.items() >= {
        "collection": calendar, "kind": "calendar", "access": "read", "summary": "Alice", "state": "invited",
        "href": None,
    }.items()  # fmt: skip
    assert invited["owner"]["name"] == "alice"


def test_an_invitation_is_accepted_and_what_was_shared_stands_among_ones_own(api, others, calendar, invited):
    answer = others("PUT", f"/invitations/{invited['id']}/answer", {"state": "accepted", "summary": "Hers"})
    assert (answer.status, answer.json["state"]) == (200, "accepted")
    there = answer.json["href"]
    name = others.client.propfind(there, "{DAV:}displayname").multistatus[there].text("{DAV:}displayname")
    assert (there, name) == ("/calendars/bob/alice-calendar/", "Hers")
    (share,) = api("GET", f"/collections/{calendar}/shares").json["items"]
    assert [one["state"] for one in share["answers"]] == ["accepted"]


def test_an_invitation_that_is_declined_is_no_calendar_any_more(others, invited):
    place = f"/invitations/{invited['id']}/answer"
    there = others("PUT", place, {"state": "accepted"}).json["href"]
    answer = others("PUT", place, {"state": "declined"})
    assert (answer.json["state"], answer.json["href"]) == ("declined", None)
    assert others.client.get(there).status in {403, 404}


def test_invitations_are_listed_by_state(others, invited):
    assert others("GET", "/invitations?state=invited").json["items"] == [invited]
    assert others("GET", "/invitations?state=accepted").json["items"] == []


def test_a_share_is_changed_in_its_place(api, calendar, invited, id_of):
    answer = api("PUT", f"/collections/{calendar}/shares/{id_of('bob')}", {"access": "busy"})
    assert (answer.status, answer.json["access"], answer.json["summary"]) == (200, "busy", "Alice")
    assert len(api("GET", f"/collections/{calendar}/shares").json["items"]) == 1


def test_a_share_is_ended(api, others, calendar, invited, id_of):
    place = f"/collections/{calendar}/shares/{id_of('bob')}"
    assert api("DELETE", place).status == 204
    assert api("DELETE", place).status == 404
    assert others("GET", "/invitations").json["items"] == []


def test_an_address_book_is_shared_as_well(api, others, house, id_of):
    book = house.resolve(("addressbooks", "alice", "addressbook")).id.hex()
    assert api("PUT", f"/collections/{book}/shares/{id_of('bob')}", {"access": "read-write"}).status == 201
    assert others("GET", "/invitations").json["items"][0]["kind"] == "addressbook"


def test_a_group_is_shared_with_and_each_in_it_answers(house, api, others, calendar, id_of):
    add_account(house, Actor(), "team", kind="group")
    change_membership(house, Actor(), "team", "bob", remove=False)
    assert api("PUT", f"/collections/{calendar}/shares/{id_of('team')}", {"access": "read"}).status == 201
    (invitation,) = others("GET", "/invitations").json["items"]
    others("PUT", f"/invitations/{invitation['id']}/answer", {"state": "accepted"})
    (share,) = api("GET", f"/collections/{calendar}/shares").json["items"]
    assert share["account"]["kind"] == "group"
    assert [(one["account"]["name"], one["state"]) for one in share["answers"]] == [("bob", "accepted")]
    change_membership(house, Actor(), "team", "bob", remove=True)
    assert others("GET", "/invitations").json["items"] == []
    assert others("PUT", f"/invitations/{invitation['id']}/answer", {"state": "declined"}).status == 404


def test_pages_of_shares_and_of_invitations_neither_overlap_nor_skip(house, api, others, calendar, id_of):
    add_person(house, "carol")
    api("PUT", f"/collections/{calendar}/shares/{id_of('bob')}", {"access": "read"})
    api("PUT", f"/collections/{calendar}/shares/{id_of('carol')}", {"access": "read"})
    book = house.resolve(("addressbooks", "alice", "addressbook")).id.hex()
    api("PUT", f"/collections/{book}/shares/{id_of('bob')}", {"access": "read"})
    first = api("GET", f"/collections/{calendar}/shares?limit=1").json
    second = api("GET", f"/collections/{calendar}/shares?limit=1&cursor={first['next']}").json
    assert [one["account"]["name"] for one in first["items"] + second["items"]] == ["bob", "carol"]
    first = others("GET", "/invitations?limit=1").json
    second = others("GET", f"/invitations?limit=1&cursor={first['next']}").json
    assert [one["kind"] for one in first["items"] + second["items"]] == ["calendar", "addressbook"]
    assert second["next"] is None


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [("GET", "", None), ("PUT", "/{other}", {"access": "read"}), ("DELETE", "/{other}", None)],
)
def test_what_is_not_for_a_stranger_is_answered_as_what_never_was(
    api, others, house, calendar, id_of, method, path, body
):
    add_person(house, "carol")
    path = path.format(other=id_of("carol"))
    hidden = others(method, f"/collections/{calendar}/shares{path}", body)
    unknown = others(method, f"/collections/{UNKNOWN}/shares{path}", body)
    assert (hidden.status, hidden.body) == (unknown.status, unknown.body)
    assert hidden.status == 404


def test_whoever_has_a_share_does_not_share_it_on(api, others, house, calendar, invited, id_of):
    others("PUT", f"/invitations/{invited['id']}/answer", {"state": "accepted"})
    add_person(house, "carol")
    assert others("GET", f"/collections/{calendar}/shares").status == 403
    assert others("PUT", f"/collections/{calendar}/shares/{id_of('carol')}", {"access": "read"}).status == 403


def test_nobody_answers_for_others(api, house, invited):
    carol = ApiClient(add_person(house, "carol"))
    hidden = carol("PUT", f"/invitations/{invited['id']}/answer", {"state": "accepted"})
    unknown = carol("PUT", f"/invitations/{UNKNOWN}/answer", {"state": "accepted"})
    assert (hidden.status, hidden.body) == (unknown.status, unknown.body)
    assert hidden.status == 404


def test_who_is_not_seen_is_as_who_does_not_exist(make_house):
    house = make_house(principals__visible="nobody")
    api = ApiClient(add_person(house, "alice"))
    add_person(house, "bob")
    calendar = house.resolve(("calendars", "alice", "calendar")).id.hex()
    bob = house.store.accounts.by_name("bob").id.hex()
    hidden = api("PUT", f"/collections/{calendar}/shares/{bob}", {"access": "read"})
    unknown = api("PUT", f"/collections/{calendar}/shares/{UNKNOWN}", {"access": "read"})
    assert (hidden.status, hidden.body) == (unknown.status, unknown.body)
    assert hidden.status == 404


def test_nobody_shares_with_themselves(api, calendar, id_of):
    assert api("PUT", f"/collections/{calendar}/shares/{id_of('alice')}", {"access": "read"}).status == 403


def test_a_folder_is_not_shared(api, house, id_of):
    folder = house.resolve(("files", "alice")).id.hex()
    assert api("GET", f"/collections/{folder}/shares").status == 404


@pytest.mark.parametrize(
    ("body", "pointer"),
    [({}, ""), ({"access": "all"}, "/access"), ({"access": "read", "summary": "x" * 1001}, "/summary")],
)
def test_a_share_that_cannot_be_is_refused_with_its_place(api, others, calendar, id_of, body, pointer):
    answer = api("PUT", f"/collections/{calendar}/shares/{id_of('bob')}", body)
    assert (answer.status, answer.json["errors"][0]["pointer"]) == (422, pointer)
