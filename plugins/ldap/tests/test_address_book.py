"""The directory as an address book that everybody reads and nobody writes (RFC 6352)."""

import base64

import pytest

from a3dav.administration import change_membership, change_password, set_disabled
from a3dav.storage.transaction import Actor
from a3dav.testing.client import Client
from a3dav.testing.people import add_person
from a3dav_content.cards import Card
from a3dav_ldap.cards import card_of
from a3dav_ldap.entries import Entry
from a3dav_ldap.settings import LdapSettings

PEOPLE, GROUPS = "ou=people,dc=example,dc=org", "ou=groups,dc=example,dc=org"
HOME, BOOK = "/addressbooks/ldap/", "/addressbooks/ldap/directory/"
ETAG, TOKEN, DATA = "{DAV:}getetag", "{DAV:}sync-token", "{urn:ietf:params:xml:ns:carddav}address-data"
HOMES = "{urn:ietf:params:xml:ns:carddav}addressbook-home-set"
CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:x\r\nFN:X\r\nN:X;;;;\r\nEND:VCARD\r\n"
JPEG = b"\xff\xd8\xff\xe0" + b"picture" * 10
QUERY = """<C:addressbook-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav">
<D:prop><D:getetag/><C:address-data/></D:prop><C:filter><C:prop-filter name="FN">
<C:text-match match-type="contains">{}</C:text-match></C:prop-filter></C:filter></C:addressbook-query>"""
SYNC = """<D:sync-collection xmlns:D="DAV:"><D:sync-token>{}</D:sync-token><D:sync-level>1</D:sync-level>
<D:prop><D:getetag/></D:prop></D:sync-collection>"""


@pytest.fixture
def house(slapd, asking):
    return asking(slapd, address_book="true", address_book_name="Company & Friends")


@pytest.fixture
def ada(slapd, house, sync):
    """A client of one of two people in the address book."""
    slapd.person(
        "ada", "Ada Lovelace", sn="Lovelace", givenName="Ada", mail=["ada@example.org", "not an address"],
        telephoneNumber="+44 1", mobile="+44 2", title="Countess; of Lovelace", o="Engines, Ltd", ou="Analysis",
        street="1 Road", l="London", postalCode="W1", jpegPhoto=JPEG, description="Line one\nLine two",
    )  # fmt: skip
    slapd.person("grace", "Grace Hopper")
    assert sync(house).done["cards", "written"] == 2
    return Client(house, "ada", "Ada Lovelace's secret")


def cards(client):
    found = client.propfind(BOOK, ETAG, depth="1").multistatus
    return {href: member.found[ETAG].text for href, member in found.items() if href != BOOK}


def named(client, text):
    return client.request("REPORT", BOOK, QUERY.format(text), depth="1").multistatus


def test_people_are_cards_with_what_the_directory_says_of_them(ada):
    ((href, member),) = named(ada, "Ada").items()
    card = Card.parse(member.found[DATA].text.encode())
    told = {(entry.name, entry.value) for entry in card.properties}
    assert told >= {
        ("FN", "Ada Lovelace"), ("N", "Lovelace;Ada;;;"), ("EMAIL", "ada@example.org"), ("TEL", "+44 1"),
        ("TEL", "+44 2"), ("TITLE", "Countess\\; of Lovelace"), ("ORG", "Engines\\, Ltd;Analysis"),
        ("ADR", ";;1 Road;London;;W1;"), ("NOTE", "Line one Line two"), ("PHOTO", base64.b64encode(JPEG).decode()),
    }  # fmt: skip
    assert [entry.value for entry in card.properties if entry.name == "EMAIL"] == ["ada@example.org"]
    assert href == f"{BOOK}{card.uid.removeprefix('urn:uuid:')}.vcf"


def test_cards_come_as_version_4_to_who_asks_for_it(ada):
    (href,) = named(ada, "Ada")
    answer = ada.get(href, accept="text/vcard; version=4.0")
    assert answer.status == 200
    assert "VERSION:4.0" in answer.text
    assert "VERSION:3.0" in ada.get(href).text


def test_clients_find_it_behind_their_own_home(ada):
    found = ada.propfind("/principals/users/ada/", HOMES).multistatus["/principals/users/ada/"].found[HOMES]
    assert [entry.text for entry in found] == ["/addressbooks/ada/", HOME]
    books = ada.propfind(HOME, "{DAV:}displayname", "{DAV:}resourcetype", depth="1").multistatus
    assert set(books) == {HOME, BOOK}, "what else that home holds is nobody's"
    assert books[BOOK].found["{DAV:}displayname"].text == "Company & Friends"
    kinds = {element.tag for element in books[BOOK].found["{DAV:}resourcetype"]}
    assert kinds == {"{DAV:}collection", "{urn:ietf:params:xml:ns:carddav}addressbook"}


def test_a_synchronisation_tells_what_changed_and_writes_no_more_than_that(slapd, house, ada, sync):
    before = cards(ada)
    token = ada.propfind(BOOK, TOKEN).multistatus[BOOK].found[TOKEN].text
    assert sync(house).done == {}
    slapd.change(f"uid=grace,{PEOPLE}", title="Admiral")
    assert sync(house).done == {("cards", "written"): 1}
    (changed,) = ada.request("REPORT", BOOK, SYNC.format(token)).multistatus
    assert {href for href, etag in cards(ada).items() if before[href] != etag} == {changed}
    token = ada.propfind(BOOK, TOKEN).multistatus[BOOK].found[TOKEN].text
    slapd.remove(f"uid=grace,{PEOPLE}")
    assert sync(house).done[("cards", "deleted")] == 1
    (gone,) = ada.request("REPORT", BOOK, SYNC.format(token)).multistatus.values()
    assert gone.status == 404
    assert len(cards(ada)) == 1


def test_a_card_stays_the_same_when_its_entry_is_renamed(slapd, house, ada, sync):
    before = cards(ada)
    slapd.rename(f"uid=grace,{PEOPLE}", "uid=admiral")
    sync(house)
    assert cards(ada) == before


@pytest.mark.rfc("3744", "7.1.1")
def test_nobody_writes_it(house, ada):
    (href,) = named(ada, "Ada")
    add_person(house, "root", role="admin")
    for client in (ada, Client(house, "root", "root's password")):
        assert client.put(href, CARD, content_type="text/vcard").status == 403
        assert client.put(BOOK + "new.vcf", CARD, content_type="text/vcard").status == 403
        assert client.delete(href).status == 403
        assert client.delete(BOOK).status == 403
        assert client.request("MKCOL", HOME + "new/").status == 403
        assert client.proppatch(BOOK, {"{DAV:}displayname": "Mine"}).status in {403, 207}
        assert client.request("MOVE", href, destination=f"/addressbooks/{client.name}/addressbook/x.vcf").status == 403
    assert len(cards(ada)) == 2
    name = ada.propfind(BOOK, "{DAV:}displayname").multistatus[BOOK].found["{DAV:}displayname"].text
    assert name == "Company & Friends"


def test_nor_does_its_owner_when_an_administrator_gives_that_account_a_password(house, ada):
    (href,) = named(ada, "Ada")
    change_password(house, Actor(), "ldap", "a password")
    set_disabled(house, Actor(), "ldap", disabled=False)
    owner = Client(house, "ldap", "a password")
    assert owner.get(href).status == 200
    assert owner.delete(href).status == 403
    assert owner.put(BOOK + "new.vcf", CARD, content_type="text/vcard").status == 403
    assert owner.delete(BOOK).status == 403


def test_strangers_see_nothing(house, ada):
    assert Client(house, "", "").propfind(BOOK, ETAG).status == 401
    assert ada.propfind("/calendars/ldap/", ETAG).status == 403


def test_only_its_readers_see_it_where_there_are_some(slapd, asking, sync):
    house = asking(slapd, address_book="true", address_book_readers="staff,local")
    for name in ("ada", "grace", "edsger"):
        slapd.person(name)
    slapd.group("staff", f"uid=ada,{PEOPLE}")
    add_person(house, "local", kind="group")
    sync(house)
    change_membership(house, Actor(), "local", "edsger", remove=False)
    statuses = {
        name: Client(house, name, f"{name.title()}'s secret").propfind(BOOK, ETAG).status
        for name in ("ada", "grace", "edsger")
    }
    assert statuses == {"ada": 207, "grace": 403, "edsger": 207}
    grace = Client(house, "grace", "Grace's secret")
    found = grace.propfind("/principals/users/grace/", HOMES).multistatus["/principals/users/grace/"].found[HOMES]
    assert [entry.text for entry in found] == ["/addressbooks/grace/"]


def test_it_is_gone_when_it_is_switched_off(slapd, house, ada, asking, sync):
    other = asking(slapd)
    own, name = "/principals/users/ada/", "Ada Lovelace's secret"
    assert len(Client(other, "ada", name).propfind(own, HOMES).multistatus[own].found[HOMES]) == 2
    assert sync(other).done == {("cards", "deleted"): 2}
    assert len(Client(other, "ada", name).propfind(own, HOMES).multistatus[own].found[HOMES]) == 1
    assert Client(other, "ada", "Ada Lovelace's secret").propfind(BOOK, ETAG).status == 403
    assert sync(house).done == {("cards", "written"): 2}


def test_nobody_signs_in_to_the_account_that_owns_it(slapd, house, ada, signed_in):
    slapd.person("ldap", "Ldap")
    assert signed_in(house, "ldap", "Ldap's secret") == 401


def test_an_entry_adopts_every_account_but_the_one_that_owns_the_book(slapd, asking, sync):
    house = asking(slapd, address_book="true", local_accounts="adopt")
    sync(house)
    slapd.person("ldap", "Ldap")
    assert sync(house).problems == ["the name 'ldap' belongs to an account that is not of the directory"]


@pytest.mark.parametrize(
    ("photo", "there"), [(JPEG, True), (b"GIF89a" + b"x" * 50, False), (JPEG + b"x" * 70_000, False), (b"", False)]
)
def test_a_photo_is_a_jpeg_of_no_more_than_the_limit(photo, there):
    entry = Entry("cn=x", {"entryuuid": [b"7f0f0a4e-1f6c-4b1b-9d5e-3a5d3b7a0001"], "cn": [b"X"], "jpegphoto": [photo]})
    assert (b"PHOTO" in card_of(entry, LdapSettings())[1]) is there


def test_an_entry_without_a_name_or_anything_that_stays_is_no_card():
    settings = LdapSettings()
    assert card_of(Entry("cn=x", {"cn": [b"X"]}), settings) == ("", b"")
    assert card_of(Entry("cn=x", {"entryuuid": [b"7f0f0a4e-1f6c-4b1b-9d5e-3a5d3b7a0001"]}), settings) == ("", b"")
