"""Whole accounts of real servers arrive: every object byte for byte, every collection with its properties."""

import pytest

COLOUR = "{http://apple.com/ns/ical/}calendar-color"
COMPONENTS = "{urn:ietf:params:xml:ns:caldav}supported-calendar-component-set"
DESCRIPTION = "{urn:ietf:params:xml:ns:caldav}calendar-description"
PROPERTIES = (
    "<D:displayname>Wörk &amp; play</D:displayname><A:calendar-color>#ff0000ff</A:calendar-color>"
    "<C:calendar-description>All of it</C:calendar-description>"
)
ONLY_TASKS = '<C:supported-calendar-component-set><C:comp name="VTODO"/></C:supported-calendar-component-set>'


@pytest.fixture
def filled(mkcalendar, mkbook, upload, make_event, make_card):
    """Fills a calendar and an address book at another server, and gives the bytes that it serves."""

    def fill(client, calendar, book, properties=PROPERTIES):
        mkcalendar(client, calendar, properties)
        mkbook(client, book, "<D:displayname>Friends</D:displayname>")
        kept = {}
        for number in range(3):
            body = make_event(f"event-{number}", "DESCRIPTION:Größe & <more>\\, on two\\nlines", "X-OWN;X-P=1:kept")
            kept[f"e {number}.ics"] = upload(client, f"{calendar}e%20{number}.ics", body)
        for number in range(2):
            body = make_card(f"card-{number}", "Jürgen Groß")
            kept[f"c{number}.vcf"] = upload(client, f"{book}c{number}.vcf", body, "text/vcard; charset=utf-8")
        return kept

    return fill


def bodies(client, *collections):
    """Everything in collections of ours by name."""
    hrefs = [href for place in collections for href in client.propfind(place, "{DAV:}getetag", depth="1").multistatus]
    members = [href for href in hrefs if not href.endswith("/")]
    return {href.rpartition("/")[2]: client.get(href.replace(" ", "%20")).body for href in members}


def text_of(client, path, name):
    (found,) = client.propfind(path, name).multistatus.values()
    return found.text(name)


def components(client, path):
    (found,) = client.propfind(path, COMPONENTS).multistatus.values()
    return {entry.get("name") for entry in found.found[COMPONENTS]}


def assert_described(client, path):
    assert text_of(client, path, "{DAV:}displayname") == "Wörk & play"
    assert text_of(client, path, COLOUR) == "#ff0000ff"
    assert text_of(client, path, DESCRIPTION) == "All of it"


def test_an_account_of_radicale_arrives(radicale, filled, alice, move_account):
    home = f"/{radicale.name}/"
    kept = filled(radicale.client, f"{home}work/", f"{home}friends/")
    moved = move_account(radicale)
    assert bodies(alice, "/calendars/alice/work/", "/addressbooks/alice/friends/") == kept
    assert_described(alice, "/calendars/alice/work/")
    assert text_of(alice, "/addressbooks/alice/friends/", "{DAV:}displayname") == "Friends"
    assert moved.report["complete"] is True


def test_an_account_of_xandikos_arrives(xandikos, filled, alice, move):
    kept = filled(xandikos.client, "/alice/calendars/work/", "/alice/contacts/friends/")
    moved = move(xandikos.url, "--to", "alice")
    assert bodies(alice, "/calendars/alice/work/", "/addressbooks/alice/friends/") == kept
    assert_described(alice, "/calendars/alice/work/")
    assert moved.report["complete"] is True


def test_an_account_behind_digest_arrives_as_from_baikal(sabre, filled, alice, move_account):
    kept = filled(sabre.client, f"/calendars/{sabre.name}/work/", f"/addressbooks/{sabre.name}/friends/")
    moved = move_account(sabre)
    assert bodies(alice, "/calendars/alice/work/", "/addressbooks/alice/friends/") == kept
    assert_described(alice, "/calendars/alice/work/")
    assert moved.report["complete"] is True
