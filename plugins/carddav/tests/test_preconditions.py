"""Every precondition of RFC 6352: a method, a situation, and the one element that refuses it."""

import pytest

from a3dav.testing.people import add_person

D, C = "{DAV:}", "{urn:ietf:params:xml:ns:carddav}"
HOME = "/addressbooks/alice/"
BOOK = HOME + "addressbook/"
HERE = BOOK + "x.vcf"
FILE = "/files/alice/x.vcf"
NAMESPACES = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"'


def card(uid, *lines, version="3.0"):
    head = ["BEGIN:VCARD", f"VERSION:{version}", *([f"UID:{uid}"] if uid else []), "FN:F", "N:F;;;;"]
    return "\r\n".join([*head, *lines, "END:VCARD", ""])


ADA = card("ada")
CONTENT = [
    ("valid-address-data", "nonsense"),
    ("valid-address-data", ""),
    ("valid-address-data", ADA.replace("END:VCARD\r\n", "")),
    ("valid-address-data", ADA + card("grace")),
    ("valid-address-data", ADA.replace("FN:F\r\n", "")),
    ("valid-address-data", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"),
    ("valid-address-data", card("x" * 2000)),
    ("supported-address-data", card("x", version="2.1")),
    ("max-resource-size", card("x", "NOTE:" + "x" * 5000)),
]


@pytest.fixture
def alice(make_house):
    """Alice's client where cards are small; her address book holds Ada."""
    alice = add_person(make_house(limits__max_resource_size=4000), "alice")
    assert alice.put(BOOK + "ada.vcf", ADA, content_type="text/vcard").status == 201
    return alice


@pytest.mark.rfc("6352", "5.1/one-card", "6.3.2.1", "6.3.2.1/valid-address-data")
@pytest.mark.rfc("6352", "6.3.2.1/max-resource-size", "6.2.3")
@pytest.mark.parametrize(("condition", "body"), CONTENT)
def test_a_put_of_what_an_address_book_does_not_take_is_refused(alice, condition, body):
    answer = alice.put(HERE, body, content_type="text/vcard")
    assert (answer.status, answer.condition) == (403, C + condition)
    assert alice.get(HERE).status == 404


@pytest.mark.rfc("6352", "6.3.2.1", "6.3.2.1/valid-address-data", "6.3.2.1/max-resource-size")
@pytest.mark.parametrize("method", ["COPY", "MOVE"])
@pytest.mark.parametrize(("condition", "body"), CONTENT)
def test_copy_and_move_into_an_address_book_meet_the_preconditions_of_put(alice, method, condition, body):
    assert alice.put(FILE, body, content_type="text/vcard").status == 201
    answer = alice.request(method, FILE, destination=HERE)
    assert (answer.status, answer.condition) == (403, C + condition)
    assert (alice.get(FILE).text, alice.get(HERE).status) == (body, 404)


@pytest.mark.rfc("6352", "6.3.2.1/supported-address-data", "6.2.2", "5.2", "5.2/members")
@pytest.mark.parametrize("media_type", ["text/plain", "text/calendar", "image/png", "application/vcard+xml"])
def test_an_address_book_holds_address_data_alone(alice, media_type):
    assert alice.put(FILE, card("x"), content_type=media_type).status == 201
    answers = [
        alice.put(HERE, card("x"), content_type=media_type),
        alice.request("COPY", FILE, destination=HERE),
        alice.request("MOVE", FILE, destination=HERE),
    ]
    assert [(a.status, a.condition) for a in answers] == [(403, C + "supported-address-data")] * 3


@pytest.mark.rfc("6352", "6.3.2.1/no-uid-conflict", "5.1/uid")
def test_a_uid_that_is_in_use_is_refused_and_its_holder_named(alice):
    alice.put(FILE, ADA, content_type="text/vcard")
    answers = [
        alice.put(HERE, ADA, content_type="text/vcard"),
        alice.request("COPY", FILE, destination=HERE),
        alice.request("MOVE", FILE, destination=HERE),
        alice.request("COPY", BOOK + "ada.vcf", destination=HERE),
        alice.put(BOOK + "ada.vcf", card("other"), content_type="text/vcard"),
    ]
    assert [(a.status, a.condition) for a in answers] == [(409, C + "no-uid-conflict")] * 5
    assert {a.xml.findtext(f"{C}no-uid-conflict/{D}href") for a in answers} == {BOOK + "ada.vcf"}


@pytest.mark.rfc("6352", "6.3.2.1/addressbook-collection-location-ok", "5.2/no-nesting")
@pytest.mark.parametrize("method", ["COPY", "MOVE"])
@pytest.mark.parametrize("place", [BOOK + "inner/", "/files/alice/inner/", "/addressbooks/alice/second/inner/"])
def test_an_address_book_is_copied_and_moved_to_a_home_of_address_books_alone(alice, method, place):
    alice.request("COPY", BOOK, destination=HOME + "second/")
    alice.request("COPY", BOOK, destination=HOME + "third/")
    answer = alice.request(method, HOME + "third/", destination=place)
    assert (answer.status, answer.condition) == (403, C + "addressbook-collection-location-ok")


MKCOL = f"<D:mkcol {NAMESPACES}><D:set><D:prop><D:resourcetype>{{}}</D:resourcetype></D:prop></D:set></D:mkcol>"


@pytest.mark.rfc("6352", "5.2/no-nesting", "6.3.1")
@pytest.mark.parametrize("place", [BOOK + "inner/", "/files/alice/inner/"])
def test_an_address_book_is_made_in_a_home_of_address_books_alone(alice, place):
    answer = alice.request("MKCOL", place, MKCOL.format("<D:collection/><C:addressbook/>"))
    assert (answer.status, answer.condition) == (403, C + "addressbook-collection-location-ok")


def query(data="", conditions=""):
    return (
        f"<C:addressbook-query {NAMESPACES}><D:prop><C:address-data {data}/></D:prop>"
        f"<C:filter>{conditions}</C:filter></C:addressbook-query>"
    )


def multiget(data):
    return (
        f"<C:addressbook-multiget {NAMESPACES}><D:prop><C:address-data {data}/></D:prop>"
        f"<D:href>{BOOK}ada.vcf</D:href></C:addressbook-multiget>"
    )


FN = '<C:prop-filter name="FN"><C:text-match collation="{}">x</C:text-match></C:prop-filter>'
TYPE = (
    '<C:prop-filter name="TEL"><C:param-filter name="TYPE"><C:text-match collation="{}">x</C:text-match>'
    "</C:param-filter></C:prop-filter>"
)


@pytest.mark.rfc("6352", "8.6", "8.7", "8.3")
@pytest.mark.parametrize(
    ("condition", "body"),
    [
        ("supported-address-data", query('content-type="text/plain"')),
        ("supported-address-data", query('version="2.1"')),
        ("supported-address-data", multiget('content-type="text/plain"')),
        ("supported-address-data", multiget('version="2.1"')),
        ("supported-collation", query("", FN.format("i;klingon"))),
        ("supported-collation", query("", TYPE.format("i;ascii-numeric"))),
    ],
)
def test_a_report_that_asks_for_what_is_not_offered_is_refused(alice, condition, body):
    answer = alice.report(BOOK, body, depth="1")
    assert (answer.status, answer.condition) == (403, C + condition)


@pytest.mark.rfc("6352", "6.3.2.2")
def test_properties_and_parameters_of_others_are_kept(alice):
    body = card("x", "X-ABC-PRIVATE;X-ABC-P=1:v", "EMAIL;X-ABC-P=2:a@b")
    alice.put(HERE, body, content_type="text/vcard")
    assert alice.get(HERE).text == body


@pytest.mark.rfc("6352", "6.3.2", "6.3.2.3")
def test_a_new_card_does_not_replace_another_when_its_maker_asks_for_that(alice):
    made = alice.put(HERE, card("x"), content_type="text/vcard", if_none_match="*")
    again = alice.put(HERE, card("x", "NOTE:y"), content_type="text/vcard", if_none_match="*")
    assert (made.status, again.status) == (201, 412)
    assert made.headers["etag"] == alice.get(HERE).headers["etag"]
    assert made.headers["etag"].startswith('"')
    row = alice.propfind(HERE, D + "getetag").multistatus[HERE]
    assert row.text(D + "getetag") == made.headers["etag"]


@pytest.mark.rfc("6352", "6.3.2.3")
@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_a_card_without_a_uid_is_kept_as_it_came(alice, version):
    put = alice.put(HERE, card("", version=version), content_type="text/vcard")
    got = alice.get(HERE)
    assert (put.status, got.text) == (201, card("", version=version))
    assert put.headers["etag"] == got.headers["etag"]
