"""addressbook-multiget (RFC 6352 §8.7) and address-data (§10.4)."""

import pytest

CARDDAV = "{urn:ietf:params:xml:ns:carddav}"
DATA = CARDDAV + "address-data"
BOOK = "/addressbooks/alice/addressbook/"
ADA, GRACE, JURGEN = BOOK + "ada.vcf", BOOK + "grace.vcf", BOOK + "jurgen.vcf"


@pytest.mark.rfc("6352", "8.7")
def test_cards_come_whole_with_their_etags(multiget, book):
    rows = multiget(ADA, GRACE).multistatus
    assert set(rows) == {ADA, GRACE}
    assert rows[GRACE].text(DATA) == book.get(GRACE).text
    assert rows[GRACE].text("{DAV:}getetag") == book.get(GRACE).headers["etag"]


@pytest.mark.rfc("6352", "8.7", "10.7")
def test_an_unmapped_href_has_a_row_with_404(multiget):
    rows = multiget(ADA, BOOK + "gone.vcf").multistatus
    assert rows[BOOK + "gone.vcf"].status == 404
    assert rows[ADA].status is None


@pytest.mark.parametrize(
    "href",
    [
        "/addressbooks/alice/addressbook/%61da.vcf",
        "/addressbooks/alice/addressbook/ada%2Evcf",
        "http://localhost/addressbooks/alice/addressbook/ada.vcf",
        " /addressbooks/alice/addressbook/ada.vcf\n",
    ],
)
def test_an_href_is_found_in_any_equivalent_encoding(multiget, href):
    rows = multiget(href).multistatus
    assert list(rows) == [ADA]
    assert DATA in rows[ADA].found


def test_a_card_named_twice_has_one_row(multiget):
    assert len(multiget(ADA, "/addressbooks/alice/addressbook/%61da.vcf").xml) == 1


@pytest.mark.parametrize(
    "href",
    [
        "http://elsewhere.example/a.vcf",
        "not a path",
        "/files/alice/",
        BOOK,
        "/addressbooks/bob/addressbook/a.vcf",
    ],
)
def test_an_href_that_leads_elsewhere_has_a_row_with_404(multiget, href):
    answer = multiget(href)
    assert [row.findtext("{DAV:}status") for row in answer.xml] == ["HTTP/1.1 404 Not Found"]


def test_a_multiget_without_hrefs_is_refused(multiget):
    assert multiget().status == 400


def test_more_hrefs_than_the_limit_are_refused(make_house):
    from a3dav.testing.people import add_person

    alice = add_person(make_house(limits__multiget_hrefs=2), "alice")
    body = (
        '<C:addressbook-multiget xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><D:prop/>'
        "<D:href>/a</D:href><D:href>/b</D:href><D:href>/c</D:href></C:addressbook-multiget>"
    )
    answer = alice.report(BOOK, body)
    assert (answer.status, answer.condition) == (403, "{DAV:}number-of-matches-within-limits")


def test_hrefs_of_several_pages_are_all_answered(multiget):
    hrefs = [f"{BOOK}missing-{number}.vcf" for number in range(250)]
    assert len(multiget(ADA, *hrefs, ADA).xml) == 251


def test_a_home_answers_for_its_address_books(multiget):
    assert DATA in multiget(ADA, path="/addressbooks/alice/").multistatus[ADA].found


def test_an_address_book_is_not_a_card_of_the_home(multiget):
    assert multiget(BOOK, path="/addressbooks/alice/").xml.findtext(".//{DAV:}status") == "HTTP/1.1 404 Not Found"


def test_a_card_answers_for_itself_alone(multiget):
    rows = multiget(ADA, GRACE, path=ADA).multistatus
    assert DATA in rows[ADA].found
    assert rows[GRACE].status == 404


@pytest.mark.parametrize("depth", ["", "0", "1", "infinity"])
def test_depth_is_ignored(multiget, depth):
    assert DATA in multiget(ADA, depth=depth).multistatus[ADA].found


@pytest.mark.rfc("6352", "10.4")
def test_parts_of_a_card_are_served(multiget):
    data = '<C:address-data><C:prop name="VERSION"/><C:prop name="FN"/><C:prop name="EMAIL"/></C:address-data>'
    text = multiget(GRACE, prop=data).multistatus[GRACE].text(DATA)
    assert "FN:Grace Hopper\r\n" in text
    assert "grace@navy.example" in text
    assert "X-ABLabel" not in text
    assert text.startswith("BEGIN:VCARD\r\n")
    assert text.endswith("END:VCARD\r\n")


@pytest.mark.rfc("6352", "10.4.2")
def test_a_property_comes_without_its_value(multiget):
    data = '<C:address-data><C:prop name="VERSION"/><C:prop name="EMAIL" novalue="yes"/></C:address-data>'
    text = multiget(ADA, prop=data).multistatus[ADA].text(DATA)
    assert "EMAIL" in text
    assert "engine" not in text


@pytest.mark.rfc("6352", "10.4.1")
def test_all_properties_are_the_whole_card(multiget, book):
    text = multiget(ADA, prop="<C:address-data><C:allprop/></C:address-data>").multistatus[ADA].text(DATA)
    assert text == book.get(ADA).text


def test_an_unknown_property_is_404_behind_the_found_ones(multiget):
    """The address book of Thunderbird reads the first status of a response alone."""
    (row,) = multiget(ADA, prop="<D:nonsense/><D:getetag/>").xml
    assert [status.text for status in row.iter("{DAV:}status")] == [
        "HTTP/1.1 200 OK",
        "HTTP/1.1 404 Not Found",
    ]


def test_minimal_leaves_missing_properties_out(multiget):
    row = multiget(ADA, prop="<D:nonsense/><D:getetag/>", prefer="return=minimal").multistatus[ADA]
    assert row.missing == {}


@pytest.mark.rfc("6352", "10.4")
def test_a_listing_has_no_address_data_since_it_is_no_property(book):
    assert book.propfind(ADA, DATA).multistatus[ADA].missing == {DATA: 404}


def test_allprop_and_propname_leave_address_data_out(book):
    propname = '<D:propfind xmlns:D="DAV:"><D:propname/></D:propfind>'
    assert DATA not in book.propfind(ADA).multistatus[ADA].found
    assert DATA not in book.request("PROPFIND", ADA, propname, depth="0").multistatus[ADA].found


def test_sync_collection_serves_address_data(book):
    """Thunderbird asks for the cards within its sync."""
    body = (
        '<D:sync-collection xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><D:sync-token/>'
        "<D:sync-level>1</D:sync-level><D:prop><D:getetag/><C:address-data/></D:prop></D:sync-collection>"
    )
    rows = book.report(BOOK, body, depth="1").multistatus
    assert rows[ADA].text(DATA) == book.get(ADA).text


def test_a_card_folded_inside_of_a_character_is_served_whole(alice, multiget):
    head, tail = b"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:ada\r\nN:J;;;;\r\nFN:J\xc3", b"\xbcrgen\r\nEND:VCARD\r\n"
    alice.put(ADA, head + b"\r\n " + tail, content_type="text/vcard")
    assert "FN:Jürgen\r\n" in multiget(ADA).multistatus[ADA].text(DATA)
    assert alice.get(ADA).body == head + b"\r\n " + tail


def test_a_part_without_a_name_is_refused(multiget):
    assert multiget(ADA, prop="<C:address-data><C:prop/></C:address-data>").status == 400
