"""A card in 3.0, in 4.0 and as jCard: by Accept, in reports, and as what is put."""

import json

import pytest

CARDDAV = "{urn:ietf:params:xml:ns:carddav}"
DATA = CARDDAV + "address-data"
CONVERSION = CARDDAV + "supported-address-data-conversion"
BOOK = "/addressbooks/alice/addressbook/"
ADA, JURGEN = BOOK + "ada.vcf", BOOK + "jurgen.vcf"
JSON = "application/vcard+json"
V3, V4 = "text/vcard; version=3.0; charset=utf-8", "text/vcard; version=4.0; charset=utf-8"
UUID = "0f7e5b3c-1111-2222-3333-444455556666"


def jcard(uid, name="F", *properties):
    head = [["version", {}, "text", "4.0"], ["fn", {}, "text", name], ["uid", {}, "text", uid]]
    return json.dumps(["vcard", [*head, *properties]])


def card(uid, version="3.0", *lines):
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", f"UID:{uid}", "FN:F", "N:F;;;;", *lines, "END:VCARD", ""])


def data(attributes=""):
    return f"<D:getetag/><C:address-data {attributes}/>"


@pytest.fixture
def broken(book, monkeypatch):
    """A card that was stored under rules that were wider than those of today."""
    monkeypatch.setattr("a3dav_carddav.plugin.validate", lambda write: None)
    body = "BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Old\r\nEND:VCARD\r\n"
    assert book.put(BOOK + "old.vcf", body, content_type="text/vcard").status == 201
    return BOOK + "old.vcf"


@pytest.mark.rfc("6352", "5.1.1")
@pytest.mark.parametrize(
    ("accept", "path", "media_type", "text"),
    [
        ("", JURGEN, V4, "TEL;TYPE=cell:"),
        ("*/*", JURGEN, V4, "VERSION:4.0"),
        ("text/vcard", JURGEN, V4, "VERSION:4.0"),
        ("text/vcard;version=4.0", JURGEN, V4, "VERSION:4.0"),
        ("text/vcard;version=3.0", JURGEN, V3, "VERSION:3.0"),
        ("text/vcard;version=4.0", ADA, V4, "VERSION:4.0"),
        ("text/vcard;version=3.0, text/vcard;version=4.0;q=0.9", ADA, "text/vcard; charset=utf-8", "VERSION:3.0"),
        ("text/vcard;version=4.0, text/vcard;version=3.0;q=0.9", ADA, V4, "VERSION:4.0"),
        ("text/x-vcard", ADA, "text/vcard; charset=utf-8", "VERSION:3.0"),
        ("text/directory;profile=vCard", ADA, "text/vcard; charset=utf-8", "VERSION:3.0"),
        ("text/xml", ADA, "text/vcard; charset=utf-8", "VERSION:3.0"),
        (JSON, ADA, JSON, '["fn",{},"text","Ada Lovelace"]'),
    ],
)
def test_a_card_comes_in_the_form_that_is_accepted(book, accept, path, media_type, text):
    answer = book.get(path, accept=accept) if accept else book.get(path)
    assert (answer.status, answer.headers["content-type"], answer.headers["vary"]) == (200, media_type, "Accept")
    assert text in answer.text


@pytest.mark.rfc("6352", "5.1.1")
@pytest.mark.parametrize("accept", ["text/vcard;version=2.1", "application/vcard+xml"])
def test_a_form_that_nobody_can_make_is_refused(book, accept):
    answer = book.get(ADA, accept=accept)
    assert (answer.status, answer.condition) == (406, CONVERSION)


@pytest.mark.rfc("6352", "6.3.2.3")
def test_every_form_has_a_strong_tag_of_its_own_and_any_of_them_guards_a_put(book):
    plain, other = book.get(JURGEN).headers["etag"], book.get(JURGEN, accept="text/vcard;version=3.0")
    assert other.headers["etag"] == plain[:-1] + '+vcard3"'
    edited = other.text.replace("FN:J", "FN:Dr. J")
    assert book.put(JURGEN, edited, content_type="text/vcard", if_match=other.headers["etag"]).status == 204
    assert book.get(JURGEN).text == edited
    assert book.put(JURGEN, edited, content_type="text/vcard", if_match=plain).status == 412


def test_what_only_4_0_says_survives_a_client_of_3_0(alice):
    stored = card(f"urn:uuid:{UUID}", "4.0", "GENDER:M;Fellow", "TEL;VALUE=uri;PREF=2:tel:+1-555", "LANG:fr")
    alice.put(ADA, stored, content_type="text/vcard")
    older = alice.get(ADA, accept="text/vcard;version=3.0").text
    alice.put(ADA, older.replace("FN:F", "FN:Edited"), content_type="text/vcard")
    assert alice.get(ADA, accept="text/vcard;version=4.0").text == stored.replace("FN:F", "FN:Edited")


@pytest.mark.rfc("6352", "10.4")
@pytest.mark.parametrize(
    ("attributes", "version", "told"),
    [
        ("", "VERSION:3.0", {}),
        ('content-type="text/vcard"', "VERSION:3.0", {}),
        ('version="4.0"', "VERSION:4.0", {"content-type": "text/vcard", "version": "4.0"}),
        ('content-type="TEXT/vCard; charset=utf-8" version="3.0"', "VERSION:3.0", {}),
        (f'content-type="{JSON}"', '"4.0"', {"content-type": JSON, "version": "4.0"}),
        (f'content-type="{JSON}" version="4.0"', '"4.0"', {"content-type": JSON, "version": "4.0"}),
    ],
)
def test_a_report_serves_the_named_form_and_without_a_name_3_0(multiget, query, attributes, version, told):
    for rows in (multiget(ADA, JURGEN, prop=data(attributes)), query("", prop=data(attributes))):
        for path in (ADA, JURGEN):
            assert version in rows.multistatus[path].text(DATA)
            assert dict(rows.multistatus[path].found[DATA].attrib) == told


@pytest.mark.rfc("6352", "8.7")
@pytest.mark.parametrize(
    "attributes", [f'content-type="{JSON}" version="3.0"', 'version="5.0"', 'content-type="text/x"']
)
def test_a_form_that_is_not_served_is_refused_by_every_report(multiget, query, attributes):
    for answer in (multiget(ADA, prop=data(attributes)), query("", prop=data(attributes))):
        assert (answer.status, answer.condition) == (403, CARDDAV + "supported-address-data")


def test_a_report_tells_the_tag_of_the_resource_whatever_the_form(multiget, book):
    rows = multiget(ADA, prop=data('version="4.0"')).multistatus
    assert rows[ADA].text("{DAV:}getetag") == book.get(ADA).headers["etag"]


@pytest.mark.rfc("6352", "10.4.2")
def test_parts_are_those_of_the_named_form(multiget, alice):
    alice.put(ADA, card("ada", "3.0", "X-ADDRESSBOOKSERVER-KIND:group", "NOTE:x"), content_type="text/vcard")
    part = '<C:address-data version="4.0"><C:prop name="KIND"/></C:address-data>'
    assert multiget(ADA, prop=part).multistatus[ADA].text(DATA) == (
        "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:group\r\nEND:VCARD\r\n"
    )
    part = f'<C:address-data content-type="{JSON}"><C:prop name="KIND"/><C:prop name="NOTE" novalue="yes"/></C:address-data>'
    assert json.loads(multiget(ADA, prop=part).multistatus[ADA].text(DATA))[1][1:] == [
        ["kind", {}, "text", "group"],
        ["note", {}, "text", ""],
    ]


@pytest.mark.rfc("6352", "5.1.1")
def test_a_card_that_cannot_be_converted_is_told_in_its_own_row(multiget, broken):
    answer = multiget(ADA, broken, prop=data('version="4.0"'))
    assert answer.multistatus[broken].status == 415
    assert answer.xml.find(f".//{{DAV:}}error/{CONVERSION}") is not None
    assert "VERSION:4.0" in answer.multistatus[ADA].text(DATA)


@pytest.mark.rfc("6352", "5.1.1")
def test_a_card_that_cannot_be_converted_is_not_got_in_another_form(book, broken):
    answer = book.get(broken, accept="text/vcard;version=4.0")
    assert (answer.status, answer.condition) == (406, CONVERSION)
    assert book.get(broken).status == 200


@pytest.mark.rfc("6352", "6.3.2.3")
def test_a_jcard_is_kept_as_vcard_and_the_answer_has_no_tag(alice):
    answer = alice.put(ADA, jcard("ada", "Ada, Countess"), content_type=JSON, prefer="return=representation")
    assert (answer.status, answer.headers.get("etag"), answer.body) == (201, None, b"")
    assert alice.get(ADA).text == (
        "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada\\, Countess\r\nUID;VALUE=text:ada\r\nEND:VCARD\r\n"
    )
    assert alice.get(ADA).headers["content-type"] == V4
    assert json.loads(alice.get(ADA, accept=JSON).text) == json.loads(jcard("ada", "Ada, Countess"))


def test_a_large_jcard_is_kept_too(alice):
    note = ["note", {}, "text", "x" * 40_000]
    assert alice.put(ADA, jcard("ada", "F", note), content_type=JSON).status == 201
    assert "x" * 60 in alice.get(ADA).text


@pytest.mark.parametrize(
    ("body", "condition"),
    [
        ("{}", "valid-address-data"),
        ('["vcard", [["version", {}, "text", "4.0"]]]', "valid-address-data"),
        ('["vcard", [["version", {}, "text", "3.0"]]]', "supported-address-data"),
    ],
)
def test_a_jcard_is_judged_like_any_card(alice, body, condition):
    answer = alice.put(ADA, body, content_type=JSON)
    assert (answer.status, answer.condition) == (403, CARDDAV + condition)


@pytest.mark.rfc("6352", "6.3.2.1/max-resource-size")
def test_a_jcard_whose_card_is_too_large_is_refused(make_house):
    from a3dav.testing.people import add_person

    alice = add_person(make_house(limits__max_resource_size=1024), "alice")
    answer = alice.put(ADA, jcard("ada", "," * 800), content_type=JSON)
    assert (answer.status, answer.condition) == (403, CARDDAV + "max-resource-size")


def test_a_jcard_among_files_is_no_card_where_it_is_copied_to(alice):
    alice.put("/files/alice/a.json", jcard("ada"), content_type=JSON)
    answer = alice.request("COPY", "/files/alice/a.json", destination=ADA)
    assert (answer.status, answer.condition) == (403, CARDDAV + "supported-address-data")


@pytest.mark.rfc("6352", "6.3.2.1/no-uid-conflict")
@pytest.mark.parametrize("uid", [UUID, UUID.upper(), f"urn:uuid:{UUID}", f"URN:UUID:{UUID.upper()}"])
def test_a_uuid_is_the_same_uid_with_and_without_its_urn(alice, uid):
    alice.put(ADA, card(f"urn:uuid:{UUID}", "4.0"), content_type="text/vcard")
    other = alice.put(BOOK + "other.vcf", card(uid), content_type="text/vcard")
    assert (other.status, other.condition) == (409, CARDDAV + "no-uid-conflict")
    assert other.xml.findtext(".//{DAV:}href") == ADA
    assert alice.put(ADA, card(uid), content_type="text/vcard").status == 204


@pytest.mark.parametrize("kept", [UUID.upper(), f"urn:uuid:{UUID}"])
def test_cards_kept_before_uids_were_comparable_are_found_and_edited(alice, monkeypatch, kept):
    monkeypatch.setattr("a3dav_carddav.cards.comparable_uid", lambda uid: uid)
    alice.put(ADA, card(kept), content_type="text/vcard")
    monkeypatch.undo()
    assert alice.put(BOOK + "other.vcf", card(UUID), content_type="text/vcard").status == 409
    assert alice.put(ADA, card(UUID, "4.0"), content_type="text/vcard").status == 204


@pytest.fixture
def replayed(monkeypatch):
    """The reports that were answered on the cpu lane."""
    from a3dav.methods import report

    seen, told_whole = [], report.told_whole
    monkeypatch.setattr(report, "told_whole", lambda *asked: seen.append(asked) or told_whole(*asked))
    return seen


SYNC = (
    '<D:sync-collection xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><D:sync-token/>'
    '<D:sync-level>1</D:sync-level><D:prop><C:address-data version="{}"/></D:prop></D:sync-collection>'
)


@pytest.mark.parametrize(("version", "times"), [("3.0", 0), ("4.0", 3)])
def test_many_conversions_are_not_for_the_loop(book, query, multiget, replayed, version, times):
    hrefs = [f"{BOOK}{number}.vcf" for number in range(6)]
    for number, href in enumerate(hrefs):
        book.put(href, card(str(number)), content_type="text/vcard")
    prop = data(f'version="{version}"')
    assert len(multiget(*hrefs, prop=prop).multistatus) == 6
    assert len(query("", prop=prop).multistatus) == 9
    assert len(book.report(BOOK, SYNC.format(version), depth="1").multistatus) >= 9
    assert len(replayed) == times
