"""JSContact from and to cards, and cards edited by it."""

import pytest

from a3dav_content.errors import InvalidJson
from a3dav_content.jscontact import edit_card, from_jscontact, patch_card, to_jscontact


def card(*lines, version="4.0"):
    inside = "".join(f"{line}\r\n" for line in lines)
    return f"BEGIN:VCARD\r\nVERSION:{version}\r\nUID:urn:uuid:1\r\nFN:Jane\r\n{inside}END:VCARD\r\n".encode()


def only(collection):
    (value,) = collection.values()
    return value


def told(*lines, version="4.0"):
    return to_jscontact(card(*lines, version=version))


WHOLE = card(
    "N:Doe;Jane;;;",
    "item1.EMAIL;TYPE=INTERNET;type=home;X-P=1:jane@exam\r\n ple.org",
    "item1.X-ABLabel:Mine",
    "TEL;TYPE=cell,home:+1 555",
    "X-UNKNOWN;X-Q=2:kept",
    "CATEGORIES:a,b",
)


def test_a_card_is_told_by_what_rfc_9553_calls_its_parts():
    found = to_jscontact(WHOLE)
    assert {name: found[name] for name in ("@type", "version", "uid", "keywords")} == {
        "@type": "Card", "version": "1.0", "uid": "urn:uuid:1", "keywords": {"a": True, "b": True},
    }  # fmt: skip


def test_an_edit_with_the_unchanged_card_leaves_every_byte():
    assert edit_card(WHOLE, to_jscontact(WHOLE)) == WHOLE


def test_an_edit_exchanges_the_line_that_changed_and_no_other():
    (key,) = to_jscontact(WHOLE)["phones"]
    assert patch_card(WHOLE, {f"phones/{key}/pref": 1}) == WHOLE.replace(b"home:+1", b"home;PREF=1:+1")


def test_an_entry_keeps_its_id_when_its_value_changes():
    (key,) = to_jscontact(WHOLE)["emails"]
    found = patch_card(WHOLE, {f"emails/{key}/address": "other@example.org"})
    assert to_jscontact(found)["emails"][key] == {
        **to_jscontact(WHOLE)["emails"][key], "address": "other@example.org",
    }  # fmt: skip


def test_a_client_that_knows_the_standard_members_alone_loses_no_unknown_line():
    wanted = to_jscontact(WHOLE) | {"keywords": {"a": True}}
    del wanted["vCardProps"], only(wanted["emails"])["vCardParams"]
    assert edit_card(WHOLE, wanted) == WHOLE.replace(b"CATEGORIES:a,b", b"CATEGORIES:a")


def test_an_explicit_null_removes_what_was_passed_through():
    assert b"X-UNKNOWN" not in edit_card(WHOLE, to_jscontact(WHOLE) | {"vCardProps": None})


def test_a_card_of_3_0_is_edited_in_its_own_version():
    body = card("N:Doe;Jane;;;", "EMAIL;TYPE=INTERNET,pref:a@example.org", "BDAY:1980-01-02", version="3.0")
    wanted = to_jscontact(body)
    only(wanted["anniversaries"])["date"] = {"year": 1981, "month": 3, "day": 4}
    found = edit_card(body, wanted)
    assert [line for line in found.split(b"\r\n") if line not in body.split(b"\r\n")] == [
        found.split(b"\r\n")[6]
    ]  # fmt: skip
    assert b":1981-03-04" in found


def test_new_entries_come_before_the_end():
    wanted = to_jscontact(WHOLE) | {"notes": {"n1": {"note": "Hello; you"}}}
    assert edit_card(WHOLE, wanted) == WHOLE.replace(b"END:VCARD", b"NOTE;PROP-ID=n1:Hello; you\r\nEND:VCARD")


@pytest.mark.rfc("9555", "2.3.18")
def test_prop_id_is_the_key_of_an_entry():
    found = told('TEL;PROP-ID=PHONE-A;VALUE=uri;PREF=1;TYPE="voice,home":tel:+1-555-555-5555;ext=5555')
    assert found["phones"] == {
        "PHONE-A": {
            "contexts": {"private": True}, "features": {"voice": True}, "number": "tel:+1-555-555-5555;ext=5555",
            "pref": 1,
        }
    }  # fmt: skip


@pytest.mark.rfc("9555", "2.3.11")
def test_another_language_of_the_same_title_is_a_localization():
    found = told("TITLE;PROP-ID=t1;ALTID=1:Boss", "TITLE;ALTID=1;LANGUAGE=fr:Patron")
    assert (list(found["titles"]), found["localizations"]) == (["t1"], {"fr": {"titles/t1/name": "Patron"}})


@pytest.mark.rfc("9555", "3.2.1")
def test_an_unknown_member_becomes_jsprop_and_comes_back():
    wanted = {"uid": "u", "name": {"full": "A"}, "example.com:foo": {"bar": 1234}}
    written = from_jscontact(wanted)
    assert b'JSPROP;JSPTR="example.com:foo":{"bar":1234}' in written
    assert to_jscontact(written)["example.com:foo"] == {"bar": 1234}


@pytest.mark.rfc("9553", "1.4.4")
def test_what_is_no_uri_is_refused_with_its_place():
    with pytest.raises(InvalidJson) as refused:
        from_jscontact({"uid": "u", "links": {"l1": {"uri": "nothing"}}})
    assert refused.value.pointer == "/links/l1/uri"
