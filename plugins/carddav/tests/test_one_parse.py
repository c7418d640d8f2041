"""A PUT reads the text of a card once, whatever is made of it."""

import pytest

from a3dav_content import card_lines, lines

PLACE = "/addressbooks/alice/addressbook/ann.vcf"
CARD = "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:ann\r\nFN:Ann\r\nCATEGORIES:Friends\r\nEND:VCARD\r\n"


@pytest.fixture
def readings(monkeypatch):
    """What each of the two readers of cards was given."""
    read, scan, found = lines._decoded, card_lines.lines_named, []
    monkeypatch.setattr(lines, "_decoded", lambda body: found.append(body) or read(body))
    monkeypatch.setattr(
        "a3dav_content.card_groups.lines_named", lambda body, names: found.append(body) or scan(body, names)
    )
    return found


def test_a_new_card_is_parsed_once(alice, readings):
    assert alice.put(PLACE, CARD, content_type="text/vcard").status == 201
    assert readings.count(CARD.encode()) == 1
