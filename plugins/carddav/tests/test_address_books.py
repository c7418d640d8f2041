"""Homes, address books and their properties."""

import pytest

CARDDAV = "{urn:ietf:params:xml:ns:carddav}"
DAV = "{DAV:}"
HOME = "/addressbooks/alice/"
BOOK = HOME + "addressbook/"
WORK = HOME + "work/"
DESCRIPTION = CARDDAV + "addressbook-description"
PLAIN_MKCOL = ""
MKCOL = (
    '<D:mkcol xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><D:set><D:prop>'
    "<D:resourcetype><D:collection/><C:addressbook/></D:resourcetype>"
    "<D:displayname>Work</D:displayname>"
    '<C:addressbook-description xml:lang="en">People at work</C:addressbook-description>'
    "</D:prop></D:set></D:mkcol>"
)


@pytest.mark.rfc("6352", "5.2/resourcetype")
@pytest.mark.rfc("6352", "10.1")
def test_every_account_begins_with_an_address_book(alice):
    book = alice.propfind(BOOK, DAV + "resourcetype", DAV + "displayname").multistatus[BOOK]
    assert {element.tag for element in book.found[DAV + "resourcetype"]} == {
        DAV + "collection",
        CARDDAV + "addressbook",
    }
    assert book.text(DAV + "displayname") == "Contacts"


@pytest.mark.rfc("6352", "7.1.1")
def test_a_principal_names_its_address_book_home(alice):
    principal = "/principals/users/alice/"
    name = CARDDAV + "addressbook-home-set"
    assert alice.propfind(principal, name).multistatus[principal].hrefs(name) == [HOME]


def test_discovery_walks_from_the_root_to_the_address_book(alice):
    principal_name, home_name = DAV + "current-user-principal", CARDDAV + "addressbook-home-set"
    (principal,) = alice.propfind("/", principal_name).multistatus["/"].hrefs(principal_name)
    (home,) = alice.propfind(principal, home_name).multistatus[principal].hrefs(home_name)
    assert BOOK in alice.propfind(home, DAV + "resourcetype", depth="1").multistatus


@pytest.mark.rfc("6764", "5")
def test_the_well_known_address_leads_to_the_root_before_login(alice):
    answer = alice.request("PROPFIND", "/.well-known/carddav", depth="0", authorization="")
    assert (answer.status, answer.headers["location"]) == (301, "/")


@pytest.mark.rfc("6352", "6.1")
def test_the_dav_header_names_addressbook_on_every_answer(alice):
    assert "addressbook" in alice.propfind("/principals/users/alice/").headers["dav"].split(", ")
    assert "addressbook" in alice.request("OPTIONS", BOOK).headers["dav"].split(", ")


@pytest.mark.rfc("6352", "6.3.1")
def test_an_extended_mkcol_makes_an_address_book_with_its_properties(alice):
    assert alice.request("MKCOL", WORK, MKCOL).status == 201
    work = alice.propfind(WORK, DAV + "displayname", DESCRIPTION, DAV + "resourcetype").multistatus[WORK]
    assert work.text(DAV + "displayname") == "Work"
    assert work.text(DESCRIPTION) == "People at work"
    assert work.found[DESCRIPTION].get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert work.found[DAV + "resourcetype"].find(CARDDAV + "addressbook") is not None


def test_an_address_book_with_a_protected_property_is_not_made(alice):
    body = MKCOL.replace("<D:displayname>", "<C:max-resource-size>1</C:max-resource-size><D:displayname>")
    assert alice.request("MKCOL", WORK, body).status == 424
    assert alice.propfind(WORK).status == 404


@pytest.mark.rfc("6352", "5.2")
def test_an_address_book_inside_of_an_address_book_is_refused(alice):
    answer = alice.request("MKCOL", BOOK + "inner/", MKCOL)
    assert (answer.status, answer.condition) == (403, CARDDAV + "addressbook-collection-location-ok")


@pytest.mark.rfc("6352", "6.3.1")
def test_an_address_book_among_files_is_refused(alice):
    answer = alice.request("MKCOL", "/files/alice/people/", MKCOL)
    assert (answer.status, answer.condition) == (403, CARDDAV + "addressbook-collection-location-ok")


def test_an_address_book_is_not_moved_among_files(alice):
    answer = alice.request("MOVE", BOOK, destination="/files/alice/people/")
    assert (answer.status, answer.condition) == (403, CARDDAV + "addressbook-collection-location-ok")


def test_a_plain_collection_in_the_home_is_refused(alice):
    assert alice.request("MKCOL", WORK, PLAIN_MKCOL).status == 403


def test_a_card_in_the_home_itself_is_refused(alice):
    assert alice.put(HOME + "a.vcf", "BEGIN:VCARD", content_type="text/vcard").status == 403


def test_an_address_book_is_copied_with_its_cards(book):
    assert book.request("COPY", BOOK, destination=WORK).status == 201
    assert book.get(WORK + "ada.vcf").body == book.get(BOOK + "ada.vcf").body


@pytest.mark.rfc("6352", "6.2.2")
@pytest.mark.rfc("6352", "6.2.3")
@pytest.mark.rfc("6352", "8.3.1")
@pytest.mark.rfc("6352", "10.2")
def test_an_address_book_says_what_it_takes(alice):
    data, size, collations = (
        CARDDAV + "supported-address-data", CARDDAV + "max-resource-size", CARDDAV + "supported-collation-set",
    )  # fmt: skip
    book = alice.propfind(BOOK, data, size, collations).multistatus[BOOK]
    assert [dict(kind.attrib) for kind in book.found[data]] == [
        {"content-type": "text/vcard", "version": "3.0"},
        {"content-type": "text/vcard", "version": "4.0"},
        {"content-type": "application/vcard+json", "version": "4.0"},
    ]
    assert int(book.text(size)) == 10 * 1024 * 1024
    assert {kind.text for kind in book.found[collations]} >= {
        "i;ascii-casemap",
        "i;unicode-casemap",
        "i;octet",
    }


@pytest.mark.rfc("6352", "8")
@pytest.mark.rfc("6352", "8.1")
def test_the_reports_of_an_address_book_are_listed(alice):
    name = DAV + "supported-report-set"
    reports = alice.propfind(BOOK, name).multistatus[BOOK].found[name]
    listed = {report[0].tag for report in reports.iter(DAV + "report")}
    assert listed >= {
        CARDDAV + "addressbook-query",
        CARDDAV + "addressbook-multiget",
        DAV + "sync-collection",
        DAV + "expand-property",
    }


@pytest.mark.rfc("6352", "6.2.1")
def test_the_description_changes_and_goes(alice):
    change = (
        '<D:propertyupdate xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav">'
        "<D:{0}><D:prop><C:addressbook-description>{1}</C:addressbook-description></D:prop></D:{0}>"
        "</D:propertyupdate>"
    )
    alice.proppatch(BOOK, change.format("set", "Friends &amp; family"))
    assert alice.propfind(BOOK, DESCRIPTION).multistatus[BOOK].text(DESCRIPTION) == "Friends & family"
    alice.proppatch(BOOK, change.format("remove", ""))
    assert alice.propfind(BOOK, DESCRIPTION).multistatus[BOOK].missing == {DESCRIPTION: 404}


@pytest.mark.rfc("6352", "6.2.1")
def test_the_properties_of_an_address_book_stay_out_of_allprop(alice):
    assert not [name for name in alice.propfind(BOOK).multistatus[BOOK].found if name.startswith(CARDDAV)]


def test_a_deleted_default_address_book_comes_back_empty(book):
    assert book.delete(BOOK).status == 204
    assert list(book.propfind(BOOK, DAV + "getetag", depth="1").multistatus) == [BOOK]


def test_the_ctag_changes_with_a_card_and_not_without(book):
    name = "{http://calendarserver.org/ns/}getctag"
    before = book.propfind(BOOK, name).multistatus[BOOK].text(name)
    assert book.propfind(BOOK, name).multistatus[BOOK].text(name) == before
    book.delete(BOOK + "ada.vcf")
    assert book.propfind(BOOK, name).multistatus[BOOK].text(name) != before


def test_an_address_book_is_downloaded_as_one_file(book):
    answer = book.get(BOOK)
    assert answer.headers["content-type"] == "text/vcard; charset=utf-8"
    assert answer.headers["content-disposition"].startswith('attachment; filename="Contacts.vcf"')
    assert answer.text.count("BEGIN:VCARD\r\n") == answer.text.count("END:VCARD\r\n") == 3
    assert book.get(BOOK + "jurgen.vcf").text in answer.text


def test_the_file_of_an_address_book_parts_cards_that_end_without_a_line_break(alice):
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{0}\r\nFN:{0}\r\nN:{0};;;;\r\nEND:VCARD"
    alice.put(BOOK + "a.vcf", card.format("a"), content_type="text/vcard")
    alice.put(BOOK + "b.vcf", card.format("b"), content_type="text/vcard")
    assert alice.get(BOOK).text.count("END:VCARD\r\n") == 2


@pytest.mark.rfc("6352", "7")
def test_the_address_book_of_another_account_is_refused(alice, bob):
    answer = bob.get(BOOK)
    assert (answer.status, answer.condition) == (403, DAV + "need-privileges")


def test_an_unmapped_name_in_an_address_book_is_not_locked(alice):
    body = '<D:lockinfo xmlns:D="DAV:"><D:lockscope><D:exclusive/></D:lockscope><D:locktype><D:write/></D:locktype></D:lockinfo>'
    answer = alice.request("LOCK", BOOK + "new.vcf", body)
    assert (answer.status, answer.condition) == (403, CARDDAV + "valid-address-data")
