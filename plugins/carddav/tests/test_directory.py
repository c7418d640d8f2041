"""The directory of accounts (draft-daboo-carddav-directory-gateway-02): found, searched, read, and written by nobody."""

from uuid import UUID

import pytest

from a3dav.administration import change_membership, rename_account, set_disabled
from a3dav.storage.transaction import Actor
from a3dav.testing.locks import LOCKINFO
from a3dav.testing.people import add_person
from a3dav_content.cards import Card

DAV, C = "{DAV:}", "{urn:ietf:params:xml:ns:carddav}"
NAMESPACES = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"'
PEOPLE = {
    "alice": ("user", "Alice Liddell", "alice@example.org"),
    "jurgen": ("user", "J\u00fcrgen  Gro\u00df", "jg@sites.example"),
    "comma": ("user", "Smith, John; \\", ""),
    "plain": ("user", "", "PLAIN@Example.ORG"),
    "staff": ("group", "Site staff", "staff@example.org"),
    "atrium": ("room", "The Atrium", ""),
    "beamer": ("resource", "Beamer", ""),
    "gone": ("user", "Gone Girl", "gone@example.org"),
}
THERE = set(PEOPLE) - {"gone"}


def populate(house):
    clients = {
        name: add_person(house, name, kind=kind, display_name=shown, email=email)
        for name, (kind, shown, email) in PEOPLE.items()
    }
    change_membership(house, Actor(), "staff", "alice", remove=False)
    set_disabled(house, Actor(), "gone", disabled=True)
    return clients["alice"]


@pytest.fixture
def alice(house):
    return populate(house)


def card(client, name):
    return f"/directory/{UUID(bytes=client.house.store.accounts.by_name(name).id)}.vcf"


def names(client, hrefs):
    """The names of the accounts whose cards these are; other paths as they are."""
    by_card = {card(client, name): name for name in PEOPLE}
    return {by_card.get(href, href) for href in hrefs}


def query(client, conditions="", *, test="anyof", prop="<D:getetag/>", limit="", path="/directory/"):
    body = (
        f'<C:addressbook-query {NAMESPACES}><D:prop>{prop}</D:prop><C:filter test="{test}">{conditions}</C:filter>'
        f"{limit}</C:addressbook-query>"
    )
    return client.report(path, body, depth="1")


def multiget(client, *hrefs, prop="<D:getetag/><C:address-data/>"):
    inner = "".join(f"<D:href>{href}</D:href>" for href in hrefs)
    return client.report(
        "/directory/", f"<C:addressbook-multiget {NAMESPACES}><D:prop>{prop}</D:prop>{inner}</C:addressbook-multiget>"
    )


def where(name, text, **attributes):
    written = "".join(f' {key.replace("_", "-")}="{value}"' for key, value in attributes.items())
    return f'<C:prop-filter name="{name}"><C:text-match{written}>{text}</C:text-match></C:prop-filter>'


@pytest.mark.parametrize("path", ["/principals/users/alice/", "/principals/groups/staff/", "/addressbooks/alice/"])
def test_principals_and_homes_lead_to_the_directory(alice, path):
    """§3, §6."""
    name = f"{C}directory-gateway"
    assert alice.propfind(path, name).multistatus[path].hrefs(name) == ["/directory/"]
    assert name not in alice.propfind(path).multistatus[path].found


def test_the_directory_is_an_address_book_that_says_what_it_is(alice):
    """§4.1; it stands neither in a home nor in the root, where clients would copy it whole, or nothing else."""
    name = f"{DAV}resourcetype"
    types = {entry.tag for entry in alice.propfind("/directory/", name).multistatus["/directory/"].found[name]}
    assert types == {f"{DAV}collection", f"{C}addressbook", f"{C}directory"}
    assert "/directory/" not in alice.propfind("/", name, depth="1").multistatus
    assert set(alice.propfind("/addressbooks/alice/", name, depth="1").multistatus) == {
        "/addressbooks/alice/", "/addressbooks/alice/addressbook/",
    }  # fmt: skip


@pytest.mark.rfc("6352", "6.2.1", "6.2.2", "8.3.1")
def test_the_directory_has_the_properties_of_an_address_book(alice):
    asked = [
        f"{C}addressbook-description",
        f"{C}supported-address-data",
        f"{C}supported-collation-set",
        f"{DAV}displayname",
    ]
    row = alice.propfind("/directory/", *asked).multistatus["/directory/"]
    assert set(row.found) == set(asked)
    assert row.text(f"{DAV}displayname") == "Directory"


def test_nothing_promises_to_tell_what_changed(alice):
    """A client that trusted a tag which never changes would never look again."""
    tags = [f"{DAV}sync-token", "{http://calendarserver.org/ns/}getctag"]
    assert alice.propfind("/directory/", *tags).multistatus["/directory/"].missing == dict.fromkeys(tags, 404)
    name = f"{DAV}supported-report-set"
    reports = alice.propfind("/directory/", name).multistatus["/directory/"].found[name].iter(f"{DAV}report")
    offered = {entry[0].tag for entry in reports}
    assert f"{DAV}sync-collection" not in offered
    assert {f"{C}addressbook-query", f"{C}addressbook-multiget"} <= offered
    assert alice.sync("/directory/").condition == f"{DAV}supported-report"


def test_a_listing_has_a_card_for_everybody_who_is_there(alice):
    rows = alice.propfind("/directory/", f"{DAV}getetag", depth="1").multistatus
    assert names(alice, set(rows) - {"/directory/"}) == THERE


@pytest.mark.rfc("6352", "5.1")
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("alice", {"FN": "Alice Liddell", "N": "Liddell;Alice;;;", "EMAIL": "alice@example.org"}),
        ("jurgen", {"FN": "J\u00fcrgen Gro\u00df", "N": "Gro\u00df;J\u00fcrgen;;;"}),
        ("comma", {"FN": "Smith\\, John\\; \\\\", "N": "\\\\;Smith\\, John\\;;;;", "EMAIL": None}),
        ("plain", {"FN": "plain", "N": "plain;;;;", "EMAIL": "PLAIN@Example.ORG"}),
        ("staff", {"FN": "Site staff", "N": "Site staff;;;;", "X-ADDRESSBOOKSERVER-KIND": "group"}),
        ("atrium", {"FN": "The Atrium", "N": "The Atrium;;;;", "X-ADDRESSBOOKSERVER-KIND": "location"}),
        ("beamer", {"FN": "Beamer", "X-ADDRESSBOOKSERVER-KIND": "device"}),
    ],
)
def test_a_card_says_who_somebody_is(alice, name, expected):
    answer = alice.get(card(alice, name))
    found = Card.parse(answer.body)
    assert answer.headers["content-type"] == "text/vcard; charset=utf-8"
    assert {key: found.component.value(key) for key in expected} == expected
    assert found.uid == "urn:uuid:" + card(alice, name)[len("/directory/") : -len(".vcf")]


def test_a_card_is_the_same_until_the_account_changes(alice, house):
    before = alice.get(card(alice, "alice"))
    assert alice.get(card(alice, "alice")).body == before.body
    assert alice.get(card(alice, "alice"), if_none_match=before.headers["etag"]).status == 304
    body = '<propertyupdate xmlns="DAV:"><set><prop><displayname>Alice Hargreaves</displayname></prop></set></propertyupdate>'
    alice.proppatch("/principals/users/alice/", body)
    after = alice.get(card(alice, "alice"))
    assert after.headers["etag"] != before.headers["etag"]
    assert Card.parse(after.body).fn == "Alice Hargreaves"


def test_a_card_keeps_its_name_when_the_account_is_renamed(alice, house):
    place = card(alice, "jurgen")
    rename_account(house, Actor(), "jurgen", "juergen")
    assert alice.get(place).status == 200


@pytest.mark.rfc("6352", "8.6")
@pytest.mark.parametrize(
    ("conditions", "test", "expected"),
    [
        ("", "anyof", THERE),
        (where("FN", "ali"), "anyof", {"alice"}),
        (where("FN", "J\u00dcRGEN"), "anyof", {"jurgen"}),
        (where("FN", "j\u00fcrgen gro\u00df", match_type="equals"), "anyof", {"jurgen"}),
        (where("FN", "GRO\u00df", collation="i;ascii-casemap"), "anyof", {"jurgen"}),
        (where("FN", "Gro\u00df", collation="i;octet"), "anyof", {"jurgen"}),
        (where("FN", "gro\u00df", collation="i;octet"), "anyof", set()),
        (where("FN", "Smith, John;"), "anyof", {"comma"}),
        (where("FN", "%"), "anyof", set()),
        (where("FN", "a", match_type="starts-with"), "anyof", {"alice"}),
        (where("FN", "m", match_type="ends-with"), "anyof", {"atrium"}),
        (where("FN", "i", negate_condition="yes"), "anyof", {"jurgen", "beamer"}),
        (where("N", "Liddell", match_type="starts-with"), "anyof", {"alice"}),
        (where("N", "liddell;alice", match_type="starts-with"), "anyof", {"alice"}),
        (where("EMAIL", "EXAMPLE.org"), "anyof", {"alice", "plain", "staff"}),
        (where("EMAIL", "sites") + where("FN", "beamer"), "anyof", {"jurgen", "beamer"}),
        (where("EMAIL", "sites") + where("FN", "beamer"), "allof", set()),
        (where("EMAIL", "example") + where("FN", "a"), "allof", {"alice", "plain", "staff"}),
        (where("EMAIL", "sites") + where("UID", "urn:uuid"), "anyof", THERE),
        (where("EMAIL", "sites") + where("UID", "urn:uuid"), "allof", {"jurgen"}),
        ('<C:prop-filter name="EMAIL"><C:is-not-defined/></C:prop-filter>', "anyof", {"comma", "atrium", "beamer"}),
        ('<C:prop-filter name="EMAIL"/>', "anyof", {"alice", "jurgen", "plain", "staff"}),
        (where("X-ADDRESSBOOKSERVER-KIND", "group"), "anyof", {"staff"}),
        (
            '<C:prop-filter name="EMAIL"><C:param-filter name="TYPE"/></C:prop-filter>',
            "anyof",
            {"alice", "jurgen", "plain", "staff"},
        ),
    ],
)
def test_a_search_finds(alice, conditions, test, expected):
    assert names(alice, query(alice, conditions, test=test).multistatus) == expected


@pytest.mark.rfc("6352", "8.6.1", "8.6.2", "10.6")
def test_a_client_gets_as_many_cards_as_it_wants(alice):
    rows = query(alice, limit="<C:limit><C:nresults>2</C:nresults></C:limit>").multistatus
    assert [row.status for row in rows.values()] == [None, None, 507]
    assert list(rows)[-1] == "/directory/"


@pytest.mark.rfc("6352", "8.6.2")
def test_the_directory_gives_as_many_cards_as_it_may(make_house):
    alice = populate(make_house(principals__max_matches=3))
    rows = query(alice, limit="<C:limit><C:nresults>5</C:nresults></C:limit>")
    assert [row.status for row in rows.multistatus.values()] == [None, None, None, 507]
    assert rows.xml.find(f".//{DAV}error/{DAV}number-of-matches-within-limits") is not None


@pytest.mark.rfc("6352", "8.7")
def test_cards_are_fetched_by_their_hrefs(alice):
    place, gone, nothing = card(alice, "jurgen"), card(alice, "gone"), "/directory/nothing.vcf"
    rows = multiget(alice, place, gone, nothing, "/addressbooks/alice/addressbook/").multistatus
    assert rows[place].text(f"{C}address-data") == alice.get(place).text
    assert rows[place].text(f"{DAV}getetag") == alice.get(place).headers["etag"]
    assert {href: row.status for href, row in rows.items() if row.status} == {
        gone: 404, nothing: 404, "/addressbooks/alice/addressbook": 404,
    }  # fmt: skip


@pytest.mark.rfc("6352", "10.4")
def test_parts_of_a_card(alice):
    place = card(alice, "alice")
    row = multiget(alice, place, prop='<C:address-data><C:prop name="FN"/></C:address-data>').multistatus[place]
    assert row.text(f"{C}address-data").split() == ["BEGIN:VCARD", "VERSION:3.0", "FN:Alice", "Liddell", "END:VCARD"]


VCARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:1\r\nFN:Eve\r\nN:;;;;\r\nEND:VCARD\r\n"
PROPERTY = '<propertyupdate xmlns="DAV:"><set><prop><displayname>Eve</displayname></prop></set></propertyupdate>'


@pytest.mark.rfc("3744", "7.1.1")
@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("PUT", "/directory/new.vcf", VCARD),
        ("PUT", "{card}", VCARD),
        ("DELETE", "{card}", ""),
        ("DELETE", "/directory/", ""),
        ("PROPPATCH", "{card}", PROPERTY),
        ("PROPPATCH", "/directory/", PROPERTY),
        ("MKCOL", "/directory/new/", ""),
        ("POST", "/directory/?add-member", VCARD),
        ("MOVE", "{card}", ""),
        ("ACL", "{card}", '<acl xmlns="DAV:"/>'),
    ],
)
def test_every_write_is_refused(alice, method, path, body):
    """§5."""
    answer = alice.request(
        method, path.format(card=card(alice, "alice")), body, content_type="text/vcard",
        destination="/addressbooks/alice/addressbook/a.vcf",
    )  # fmt: skip
    assert (answer.status, answer.condition) == (403, f"{DAV}need-privileges")


@pytest.mark.parametrize("method", ["COPY", "MOVE"])
def test_nothing_is_brought_into_the_directory(alice, method):
    alice.put("/addressbooks/alice/addressbook/a.vcf", VCARD, content_type="text/vcard")
    answer = alice.request(method, "/addressbooks/alice/addressbook/a.vcf", destination="/directory/a.vcf")
    assert (answer.status, answer.condition) == (403, f"{DAV}need-privileges")


def test_a_lock_is_refused(alice):
    assert alice.request("LOCK", card(alice, "alice"), LOCKINFO).status == 403


@pytest.mark.parametrize(
    ("visible", "expected"), [("everyone", THERE), ("groups", {"alice", "staff"}), ("nobody", {"alice", "staff"})]
)
def test_the_directory_shows_whom_one_sees(make_house, visible, expected):
    """§6."""
    alice = populate(make_house(principals__visible=visible))
    assert names(alice, set(alice.propfind("/directory/", depth="1").multistatus) - {"/directory/"}) == expected
    assert names(alice, query(alice, where("UID", "urn:uuid")).multistatus) == expected
    assert {name for name in PEOPLE if alice.get(card(alice, name)).status == 200} == expected
    rows = multiget(alice, *(card(alice, name) for name in PEOPLE)).multistatus
    assert names(alice, {href for href, row in rows.items() if row.status is None}) == expected


@pytest.mark.parametrize(
    "method", ["GET", "HEAD", "PROPFIND", "OPTIONS", "PUT", "DELETE", "COPY", "REPORT", "LOCK", "ACL"]
)
@pytest.mark.parametrize("hidden", ["jurgen", "gone"])
def test_the_card_of_whom_one_does_not_see_answers_as_no_card_does(make_house, method, hidden):
    """Decision 6."""
    alice = populate(make_house(principals__visible="nobody"))
    there, nothing = card(alice, hidden), "/directory/00000000-0000-7000-8000-000000000000.vcf"
    answers = [alice.request(method, place, destination="/files/alice/x") for place in (there, nothing)]
    told = [(answer.status, answer.text.replace(there, nothing)) for answer in answers]
    assert told[0] == told[1]
    assert answers[0].status == 403


def test_an_administrator_finds_everybody_who_is_not_gone(house, alice):
    root = add_person(house, "root", role="admin")
    found = names(root, set(root.propfind("/directory/", depth="1").multistatus) - {"/directory/", card(root, "root")})
    assert found == THERE
    assert root.get("/directory/nothing.vcf").status == 404


def test_stranger_are_asked_who_they_are(alice):
    alice.authorization = ""
    assert alice.propfind("/directory/").status == 401


def test_a_person_sees_the_names_of_the_cards_in_a_browser(alice):
    assert card(alice, "jurgen") in alice.get("/directory/").text


@pytest.fixture
def without(make_house):
    return populate(make_house(plugins__carddav__directory="false"))


def test_the_directory_can_be_switched_off(without):
    name = f"{C}directory-gateway"
    assert without.propfind("/directory/").status == 404
    assert without.get(card(without, "jurgen")).status == 404
    assert "/directory/" not in without.propfind("/", depth="1").multistatus
    path = "/principals/users/alice/"
    assert without.propfind(path, name).multistatus[path].missing == {name: 404}


# -- principal-address -------------------------------------------------------------------------------------

ADDRESS = f"{C}principal-address"
ALICE, BOOK = "/principals/users/alice/", "/addressbooks/alice/addressbook/"


def choose(client, inner, path=ALICE):
    return client.proppatch(
        path,
        f"<D:propertyupdate {NAMESPACES}><D:set><D:prop><C:principal-address>{inner}</C:principal-address></D:prop></D:set></D:propertyupdate>",
    )


def address(client, path=ALICE):
    return client.propfind(path, ADDRESS).multistatus[path].hrefs(ADDRESS)


@pytest.fixture
def chosen(alice):
    alice.put(BOOK + "me.vcf", VCARD, content_type="text/vcard")
    assert ADDRESS in choose(alice, f"<D:href>{BOOK}me.vcf</D:href>").multistatus[ALICE].found
    return alice


@pytest.mark.rfc("6352", "7.1.2")
def test_the_card_of_the_directory_speaks_for_a_principal(alice):
    assert address(alice) == [card(alice, "alice")]
    assert address(alice, "/principals/rooms/atrium/") == [card(alice, "atrium")]
    assert ADDRESS not in alice.propfind(ALICE).multistatus[ALICE].found


@pytest.mark.rfc("6352", "7.1.2")
def test_a_principal_chooses_a_card_of_its_own(chosen):
    assert address(chosen) == [BOOK + "me.vcf"]


@pytest.mark.rfc("6352", "7.1.2")
def test_the_choice_follows_the_card(chosen):
    chosen.request("MOVE", BOOK + "me.vcf", destination=BOOK + "myself.vcf")
    assert address(chosen) == [BOOK + "myself.vcf"]


@pytest.mark.rfc("6352", "7.1.2")
def test_a_card_that_is_gone_speaks_for_nobody(chosen):
    chosen.delete(BOOK + "me.vcf")
    assert address(chosen) == [card(chosen, "alice")]


def test_the_choice_can_be_taken_back(chosen):
    body = f"<D:propertyupdate {NAMESPACES}><D:remove><D:prop><C:principal-address/></D:prop></D:remove></D:propertyupdate>"
    assert chosen.proppatch(ALICE, body).status == 207
    assert address(chosen) == [card(chosen, "alice")]


@pytest.mark.rfc("6352", "7.1.2")
@pytest.mark.parametrize(
    "inner",
    [
        "",
        "<D:href>/files/alice/note.txt</D:href>",
        f"<D:href>{BOOK}</D:href>",
        f"<D:href>{BOOK}nothing.vcf</D:href>",
        "<D:href>/addressbooks/jurgen/addressbook/a.vcf</D:href>",
        "<D:href>http://elsewhere.example/a.vcf</D:href>",
        f"<D:href>{BOOK}a.vcf</D:href><D:href>{BOOK}a.vcf</D:href>",
    ],
)
def test_only_a_card_of_its_own_speaks_for_a_principal(alice, house, inner):
    jurgen = type(alice)(house, "jurgen", "jurgen's password")
    jurgen.put("/addressbooks/jurgen/addressbook/a.vcf", VCARD, content_type="text/vcard")
    alice.put("/files/alice/note.txt", "1")
    alice.put(BOOK + "a.vcf", VCARD, content_type="text/vcard")
    assert choose(alice, inner).multistatus[ALICE].missing == {ADDRESS: 409}
    assert address(alice) == [card(alice, "alice")]


@pytest.mark.rfc("3744", "7.1.1")
def test_nobody_chooses_for_others(alice):
    assert (
        choose(alice, f"<D:href>{BOOK}a.vcf</D:href>", "/principals/users/jurgen/").condition == f"{DAV}need-privileges"
    )


@pytest.mark.rfc("6352", "5.1.1", "10.4")
def test_a_card_comes_in_version_4_to_those_who_ask(alice):
    place, version = card(alice, "staff"), '<C:address-data content-type="text/vcard" version="4.0"/>'
    reported = multiget(alice, place, prop=version).multistatus[place].text(f"{C}address-data")
    found = [Card.parse(reported.encode()), Card.parse(alice.get(place, accept="text/vcard;version=4.0").body)]
    assert [(entry.version, entry.component.value("KIND")) for entry in found] == [("4.0", "group")] * 2
