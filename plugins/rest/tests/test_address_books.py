"""Address books over REST: the same collections that CardDAV serves."""

import pytest

TEXT = "text/vcard"
BOB = (
    "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:018F8F8F-1111-7222-8333-444455556666\r\nFN:Bob Example\r\n"
    "N:Example;Bob;;;\r\nEMAIL:bob@example.org\r\nTEL:+49 (30) 1234-56\r\nCATEGORIES:Friends,Work\r\n"
    "item1.X-KEPT;X-A=b:as it is\r\nEND:VCARD\r\n"
)
OLD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:cleo\r\nFN:Cleo\r\nN:;Cleo;;;\r\nNOTE:Bakes bread\r\nX-OLD:kept\r\nEND:VCARD\r\n"
)


@pytest.fixture
def book(api):
    return api("POST", "/address-books", {"displayName": "Friends", "name": "friends"}).json


def test_the_address_book_that_everybody_has_is_listed(api):
    assert [(one["name"], one["displayName"]) for one in api("GET", "/address-books").json["items"]] == [
        ("addressbook", "Contacts")
    ]


def test_an_address_book_is_made_changed_and_removed(api, book):
    place = f"/address-books/{book['id']}"
    assert book["href"] == "/addressbooks/alice/friends/"
    changed = api("PATCH", place, {"displayName": "Pals", "description": "Whom I know"})
    assert (changed.json["displayName"], changed.json["description"]) == ("Pals", "Whom I know")
    assert api("GET", place).json == changed.json
    assert api("DELETE", place).status == 204
    assert api("GET", place).status == 404


def test_a_calendar_is_no_address_book(api):
    calendar = api("GET", "/calendars").json["items"][0]["id"]
    assert api("GET", f"/address-books/{calendar}").status == 404


def test_a_file_of_cards_is_imported_and_exported(api, book):
    place = f"/address-books/{book['id']}"
    report = api("POST", f"{place}/import", (BOB + OLD).encode(), content_type=TEXT)
    assert (report.status, report.json["created"]) == (200, 2)
    exported = api("GET", f"{place}/export")
    assert exported.text == BOB + OLD
