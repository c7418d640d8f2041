"""Storing cards: what is accepted comes back as it was sent, what is refused says why."""

import pytest

CARDDAV = "{urn:ietf:params:xml:ns:carddav}"
BOOK = "/addressbooks/alice/addressbook/"
WORK = "/addressbooks/alice/work/"
ODD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:odd\r\nN:Odd;Very;;;\r\nFN:Very Odd\r\n"
    "EMAIL;type=INTERNET;type=HOME;type=pref:odd@example.org\r\n"
    "X-UNKNOWN;X-PARAM=1:kept, as\r\n  it came\r\nEND:VCARD\r\n"
)
NO_UID = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Nameless;;;;\r\nFN:Nameless\r\nEND:VCARD\r\n"


def card(uid, name="Somebody"):
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{uid}\r\nFN:{name}\r\nN:{name};;;;\r\nEND:VCARD\r\n"


def put(client, name, body, content_type="text/vcard", **headers):
    return client.put(BOOK + name, body, content_type=content_type, **headers)


@pytest.fixture
def work(alice):
    """Alice with a second address book."""
    alice.request("COPY", BOOK, destination=WORK)
    return alice


def test_a_card_comes_back_byte_for_byte_under_the_etag_of_the_put(alice):
    stored = put(alice, "odd.vcf", ODD)
    answer = alice.get(BOOK + "odd.vcf")
    assert stored.status == 201
    assert (answer.body, answer.headers["etag"]) == (ODD.encode(), stored.headers["etag"])


def test_a_card_is_text_vcard_whatever_it_was_called(alice):
    put(alice, "odd.vcf", ODD, "text/x-vcard")
    assert alice.get(BOOK + "odd.vcf").headers["content-type"] == "text/vcard; charset=utf-8"


@pytest.mark.parametrize(
    "content_type", ["text/vcard", "Text/VCard; charset=utf-8", "text/x-vcard", "text/directory", ""]
)
def test_media_types_of_vcards_are_accepted(alice, content_type):
    assert put(alice, "odd.vcf", ODD, content_type).status == 201


def test_a_card_without_a_media_type_is_accepted_under_any_name(alice):
    assert put(alice, "odd.txt", ODD, "").status == 201


@pytest.mark.rfc("6352", "6.3.2.1")
@pytest.mark.parametrize("content_type", ["text/calendar", "application/vcard+xml", "text/plain"])
def test_another_media_type_is_refused(alice, content_type):
    answer = put(alice, "odd.vcf", ODD, content_type)
    assert (answer.status, answer.condition) == (403, CARDDAV + "supported-address-data")


@pytest.mark.rfc("6352", "6.3.2.1")
@pytest.mark.parametrize(
    "body",
    [
        "",
        "hello",
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Half",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:J\xfcrgen\r\nEND:VCARD\r\n",
        card("a") + card("b"),
    ],
)
def test_what_is_not_one_vcard_is_refused(alice, body):
    answer = put(alice, "a.vcf", body)
    assert (answer.status, answer.condition) == (403, CARDDAV + "valid-address-data")
    assert alice.get(BOOK + "a.vcf").status == 404


@pytest.mark.rfc("6352", "6.3.2.1")
def test_another_version_of_vcard_is_refused(alice):
    answer = put(alice, "a.vcf", card("one").replace("VERSION:3.0", "VERSION:2.1"))
    assert (answer.status, answer.condition) == (403, CARDDAV + "supported-address-data")


@pytest.mark.rfc("6352", "6.3.2.1")
def test_a_uid_that_another_card_has_is_refused_with_its_address(alice):
    put(alice, "a b.vcf", card("one"))
    answer = put(alice, "other.vcf", card("one"))
    assert (answer.status, answer.condition) == (409, CARDDAV + "no-uid-conflict")
    assert answer.xml.findtext(".//{DAV:}href") == BOOK + "a%20b.vcf"


@pytest.mark.rfc("6352", "6.3.2.1")
def test_a_card_is_not_replaced_by_one_with_another_uid(alice):
    put(alice, "a.vcf", card("one"))
    answer = put(alice, "a.vcf", card("two"))
    assert (answer.status, answer.condition) == (409, CARDDAV + "no-uid-conflict")


def test_a_card_is_edited_under_its_own_uid(alice):
    put(alice, "a.vcf", card("one"))
    assert put(alice, "a.vcf", card("one", "Renamed")).status == 204
    assert b"Renamed" in alice.get(BOOK + "a.vcf").body


def test_the_same_uid_may_stand_in_two_address_books(work):
    """Thunderbird moves a card by PUT into the new book before DELETE from the old one."""
    put(work, "a.vcf", card("one"))
    assert work.put(WORK + "a.vcf", card("one"), content_type="text/vcard").status == 201


def test_a_copy_within_an_address_book_is_refused(alice):
    put(alice, "a.vcf", card("one"))
    answer = alice.request("COPY", BOOK + "a.vcf", destination=BOOK + "b.vcf")
    assert (answer.status, answer.condition) == (409, CARDDAV + "no-uid-conflict")


def test_a_card_is_renamed_within_its_address_book(alice):
    put(alice, "a.vcf", card("one"))
    assert alice.request("MOVE", BOOK + "a.vcf", destination=BOOK + "b.vcf").status == 201
    assert alice.get(BOOK + "b.vcf").status == 200


def test_a_move_onto_a_uid_of_the_other_address_book_is_refused(work):
    put(work, "a.vcf", card("one"))
    work.put(WORK + "other.vcf", card("one"), content_type="text/vcard")
    answer = work.request("MOVE", BOOK + "a.vcf", destination=WORK + "a.vcf")
    assert (answer.status, answer.condition) == (409, CARDDAV + "no-uid-conflict")
    assert answer.xml.findtext(".//{DAV:}href") == WORK + "other.vcf"


def test_a_copied_card_is_found_by_its_uid_in_the_other_address_book(work):
    put(work, "a.vcf", card("one"))
    work.request("COPY", BOOK + "a.vcf", destination=WORK + "a.vcf")
    assert work.put(WORK + "b.vcf", card("one"), content_type="text/vcard").condition == CARDDAV + "no-uid-conflict"


def test_a_file_that_is_no_card_is_not_moved_into_an_address_book(alice):
    alice.put("/files/alice/note.txt", "hello", content_type="text/plain")
    answer = alice.request("MOVE", "/files/alice/note.txt", destination=BOOK + "note.vcf")
    assert (answer.status, answer.condition) == (403, CARDDAV + "supported-address-data")


def test_cards_without_uid_are_told_apart_by_their_names(alice):
    assert put(alice, "a.vcf", NO_UID).status == 201
    assert put(alice, "b.vcf", NO_UID).status == 201


@pytest.mark.rfc("6352", "6.3.2.1")
def test_a_card_above_the_largest_size_is_refused(make_house):
    from a3dav.testing.people import add_person

    alice = add_person(make_house(limits__max_resource_size=1024), "alice")
    answer = put(alice, "big.vcf", card("big", "x" * 2000))
    assert (answer.status, answer.condition) == (403, CARDDAV + "max-resource-size")


@pytest.mark.rfc("5995", "3.2")
def test_a_card_posted_to_the_address_book_gets_a_name(alice):
    answer = alice.request("POST", BOOK + "?add-member", card("new"), content_type="text/vcard")
    assert answer.status == 201
    assert answer.headers["location"].startswith(BOOK)
    assert answer.headers["location"].endswith(".vcf")
    assert alice.get(answer.headers["location"]).body == card("new").encode()


def test_names_with_colon_at_sign_plus_and_blank_are_found_in_any_encoding(alice):
    assert alice.put(BOOK + "a:b@c+d%20e.vcf", card("odd"), content_type="text/vcard").status == 201
    assert alice.get(BOOK + "a%3Ab%40c%2Bd%20e.vcf").status == 200
    row = alice.propfind(BOOK, "{DAV:}getetag", depth="1").xml.findall(".//{DAV:}href")[-1]
    assert row.text == BOOK + "a%3Ab%40c%2Bd%20e.vcf"


def test_a_stale_etag_does_not_overwrite(alice):
    put(alice, "a.vcf", card("one"))
    assert put(alice, "a.vcf", card("one", "New"), if_match='"stale"').status == 412


def test_a_card_larger_than_64_kib_is_accepted(alice):
    body = card("big", "x" * 70_000)
    assert put(alice, "big.vcf", body).status == 201
    assert alice.get(BOOK + "big.vcf").body == body.encode()


@pytest.mark.parametrize("lines", [["TEL:1"] * 20, ["NOTE:" + "x" * 2000], ["BEGIN:A", "BEGIN:B", "BEGIN:C"]])
def test_limits_on_the_shape_of_cards_are_held(make_house, lines):
    from a3dav.testing.people import add_person

    limits = {"properties": 20, "depth": 3, "line": 1024}
    alice = add_person(make_house(**{f"limits__max_object_{name}": value for name, value in limits.items()}), "alice")
    ends = [f"END:{line[6:]}" for line in reversed(lines) if line.startswith("BEGIN")]
    body = "\r\n".join(["BEGIN:VCARD", "VERSION:4.0", "FN:Ada", *lines, *ends, "END:VCARD", ""])
    answer = put(alice, "a.vcf", body)
    assert (answer.status, answer.condition) == (403, "{urn:ietf:params:xml:ns:carddav}valid-address-data")
    assert put(alice, "a.vcf", card("a")).status == 201
