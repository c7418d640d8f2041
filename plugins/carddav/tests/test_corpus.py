"""Real cards, in the folder that A3DAV_TEST_CORPUS names."""

import os
import re
from pathlib import Path

import pytest

UID = re.compile(rb"^UID[;:].*\r?\n(?:[ \t].*\r?\n)*", re.MULTILINE)
BOOK = "/addressbooks/alice/addressbook/"
FOLDER = os.environ.get("A3DAV_TEST_CORPUS")
FILES = sorted(Path(FOLDER).rglob("*.vcf")) if FOLDER else []

pytestmark = pytest.mark.skipif(not FILES, reason="A3DAV_TEST_CORPUS names no folder with .vcf files")


@pytest.fixture
def answers(alice):
    """What a PUT of each file was answered with."""
    return {
        file: alice.put(f"{BOOK}{number}.vcf", file.read_bytes(), content_type="text/vcard")
        for number, file in enumerate(FILES)
    }


def test_what_is_accepted_comes_back_byte_for_byte(alice, answers):
    returned = {file: alice.get(f"{BOOK}{number}.vcf").body for number, file in enumerate(answers)}
    accepted = [file for file, answer in answers.items() if answer.status == 201]
    assert accepted
    assert [file for file in accepted if as_sent(returned[file]) != as_sent(file.read_bytes())] == []


def as_sent(card):
    """Without the UID that a card gets which has none."""
    return card if UID.search(card) is None else UID.sub(b"", card)


def test_each_accepted_card_goes_to_the_other_version_and_back(alice, answers):
    for number, (file, answer) in enumerate(answers.items()):
        if answer.status == 201:
            forms = [alice.get(f"{BOOK}{number}.vcf", accept=f"text/vcard;version={v}") for v in ("3.0", "4.0")]
            forms.append(alice.get(f"{BOOK}{number}.vcf", accept="application/vcard+json"))
            assert [form.status for form in forms] == [200, 200, 200], file


def test_every_refusal_names_its_precondition(answers):
    refused = {file: answer.condition for file, answer in answers.items() if answer.status != 201}
    named = ("valid-address-data", "supported-address-data", "no-uid-conflict")
    assert [file for file, condition in refused.items() if not str(condition).endswith(named)] == []


def test_all_that_was_accepted_is_served_by_a_report(alice, answers):
    body = (
        '<C:addressbook-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav">'
        '<D:prop><C:address-data><C:prop name="FN"/></C:address-data></D:prop>'
        '<C:filter><C:prop-filter name="FN"/></C:filter></C:addressbook-query>'
    )
    accepted = [file for file, answer in answers.items() if answer.status == 201]
    assert len(alice.report(BOOK, body, depth="1").multistatus) == len(accepted)
