"""Contacts over REST: as JSContact and as vCard, the same cards that CardDAV serves."""

import pytest

from a3dav.testing.api import ApiClient

TEXT, JS = "text/vcard", "application/jscontact+json"
BOB = (
    "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:018F8F8F-1111-7222-8333-444455556666\r\nFN:Bob Example\r\n"
    "N:Example;Bob;;;\r\nEMAIL:bob@example.org\r\nTEL:+49 (30) 1234-56\r\nCATEGORIES:Friends,Work\r\n"
    "item1.X-KEPT;X-A=b:as it is\r\nEND:VCARD\r\n"
)
OLD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:cleo\r\nFN:Cleo\r\nN:;Cleo;;;\r\nNOTE:Bakes bread\r\nX-OLD:kept\r\nEND:VCARD\r\n"
)
TEAM = "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:group\r\nUID:team\r\nFN:Team\r\nMEMBER:urn:uuid:x\r\nEND:VCARD\r\n"
DATA = {"@type": "Card", "version": "1.0", "name": {"full": "Dora"}, "emails": {"1": {"address": "dora@example.org"}}}


@pytest.fixture
def book(api):
    return api("POST", "/address-books", {"displayName": "Friends", "name": "friends"}).json


@pytest.fixture
def contacts(book):
    return f"/address-books/{book['id']}/contacts"


@pytest.fixture
def bob_card(api, contacts):
    return api("POST", contacts, BOB.encode(), content_type=TEXT).headers["location"].removeprefix("/api/v1")


def test_a_contact_is_added_and_told(api, contacts):
    made = api("POST", contacts, {"name": "dora.vcf", "data": DATA})
    assert made.status == 201
    assert made.json["data"]["name"]["full"] == "Dora"
    assert (made.json["name"], made.json["etag"]) == ("dora.vcf", made.headers["etag"])
    assert api("GET", made.headers["location"].removeprefix("/api/v1")).json == made.json


def test_a_contact_without_an_envelope_is_added_and_told(api, contacts):
    made = api("POST", contacts, DATA | {"uid": "dora"}, content_type=f"{JS};version=1.0", accept=JS)
    assert (made.status, made.headers["content-type"]) == (201, JS)
    assert made.json["uid"] == "dora"


def test_a_card_is_stored_as_it_is(api, bob_card):
    assert api("GET", bob_card, accept=TEXT).text == BOB
    told = api("GET", bob_card).json
    assert told["uid"] == "018f8f8f-1111-7222-8333-444455556666"
    assert told["data"]["name"]["full"] == "Bob Example"


def test_entity_tags_are_those_of_carddav(api, alice, bob_card):
    told = api("GET", bob_card)
    assert alice.get(told.json["href"]).headers["etag"] == told.headers["etag"]
    assert api("GET", bob_card, if_none_match=told.headers["etag"]).status == 304


@pytest.mark.rfc("9555", "1.2")
def test_a_change_keeps_what_json_does_not_say(api, bob_card):
    changed = api("PATCH", bob_card, {"name/full": "Robert Example"})
    assert changed.json["data"]["name"]["full"] == "Robert Example"
    stored = api("GET", bob_card, accept=TEXT).text
    assert [line for line in BOB.splitlines() if line not in stored.splitlines()] == ["FN:Bob Example"]


def test_a_card_of_version_3_stays_one(api, contacts):
    place = api("POST", contacts, OLD.encode(), content_type=TEXT).headers["location"].removeprefix("/api/v1")
    changed = api("PATCH", place, {"name": {"full": "Cleopatra"}}, content_type="application/merge-patch+json")
    assert changed.status == 200
    stored = api("GET", place, accept=TEXT).text
    assert "VERSION:3.0" in stored
    assert "X-OLD:kept" in stored
    assert "FN:Cleopatra" in stored


def test_a_contact_is_replaced_on_condition(api, bob_card):
    tag = api("GET", bob_card).headers["etag"]
    assert api("PUT", bob_card, {"data": DATA}).status == 428
    assert api("PUT", bob_card, {"data": DATA}, if_match='"other"').status == 412
    replaced = api("PUT", bob_card, {"data": DATA}, if_match=tag)
    assert (replaced.status, replaced.json["data"]["name"]["full"]) == (200, "Dora")


def test_a_contact_is_removed(api, bob_card):
    assert api("DELETE", bob_card).status == 204
    assert api("GET", bob_card).status == 404


@pytest.mark.parametrize(
    ("data", "pointer"),
    [({"name": 7}, "/data/name"), ({"emails": {"1": {"address": 7}}}, "/data/emails/1/address"), ([], "/data")],
)
def test_what_a_contact_cannot_be_is_refused_with_its_place(api, contacts, data, pointer):
    answer = api("POST", contacts, {"data": data})
    assert answer.status == 422
    assert answer.json["errors"][0]["pointer"] == pointer


@pytest.mark.rfc("6352", "6.3.2.1")
def test_a_text_that_is_no_card_is_refused_by_the_precondition_of_carddav(api, contacts):
    answer = api("POST", contacts, b"hello", content_type=TEXT)
    assert (answer.status, answer.json["condition"]) == (403, "{urn:ietf:params:xml:ns:carddav}valid-address-data")


def test_contacts_of_others_are_as_unknown_as_those_that_are_not_there(others, bob_card):
    for method, body in [("GET", None), ("DELETE", None), ("PATCH", {"kind": "org"})]:
        assert others(method, bob_card, body).status == 404


@pytest.fixture
def several(api, contacts):
    for text in (BOB, OLD, TEAM):
        assert api("POST", contacts, text.encode(), content_type=TEXT).status == 201
    return contacts


def names(answer):
    return [one["data"]["name"]["full"] for one in answer.json["items"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Bob Example", "Cleo", "Team"]),
        ("text=BREAD", ["Cleo"]),
        ("text=example", ["Bob Example"]),
        ("email=bob@example.org", ["Bob Example"]),
        ("uid=cleo", ["Cleo"]),
        ("uid=urn:uuid:018f8f8f-1111-7222-8333-444455556666", ["Bob Example"]),
        ("uid=nobody", []),
    ],
)
def test_a_list_is_of_what_is_asked_for(api, several, query, found):
    assert names(api("GET", f"{several}?{query}")) == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ({}, ["Bob Example", "Cleo", "Team"]),
        ({"phone": "30/123456"}, ["Bob Example"]),
        ({"kind": "group"}, ["Team"]),
        ({"kind": "individual", "text": "o"}, ["Bob Example", "Cleo"]),
        ({"categories": ["work", "friends"]}, ["Bob Example"]),
        ({"categories": ["play"]}, []),
    ],
)
def test_contacts_are_found_by_what_they_say(api, several, question, found):
    assert names(api("QUERY", several, question)) == found


def test_a_list_without_data_reads_no_cards(api, several, statements):
    told = statements(lambda: api("GET", f"{several}?data=false"))
    assert not [sql for sql in told if "FROM versions" in sql]


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_neither_overlap_nor_skip(api, several, limit):
    found, path = [], f"{several}?limit={limit}"
    while path:
        page = api("GET", path)
        found += names(page)
        path = page.json["next"] and f"{several}?limit={limit}&cursor={page.json['next']}"
    assert found == ["Bob Example", "Cleo", "Team"]


def test_who_may_read_sees_contacts(api, alice, others, several):
    ApiClient.post(
        alice, "/api/sharing", {"collection": "/addressbooks/alice/friends/", "sharee": "bob", "access": "read"}
    )
    assert len(others("GET", several).json["items"]) == 3
    first = others("GET", several).json["items"][0]
    assert first["href"].startswith("/addressbooks/bob/")
    assert others("DELETE", f"{several}/{first['id']}").status == 403
