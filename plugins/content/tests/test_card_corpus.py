"""Real cards there and back between the versions, in the folder that A3DAV_TEST_CORPUS names."""

import json
import os
from collections import Counter
from pathlib import Path

import pytest

from a3dav_content.card_versions import convert
from a3dav_content.cards import Card, split
from a3dav_content.errors import ContentError
from a3dav_content.jcard import from_jcard, to_jcard

FOLDER = os.environ.get("A3DAV_TEST_CORPUS")
OTHER = {"3.0": "4.0", "4.0": "3.0"}


def readable(file):
    try:
        for number, body in enumerate(split(file.read_bytes())):
            yield pytest.param(body, Card.parse(body).version, id=f"{file.name}-{number}")
    except ContentError:
        return


FILES = sorted(Path(FOLDER).rglob("*.vcf")) if FOLDER else []
CARDS = [card for file in FILES for card in readable(file)]

pytestmark = pytest.mark.skipif(not CARDS, reason="A3DAV_TEST_CORPUS names no folder with cards")


def names(body):
    return Counter(
        (entry.group, entry.name) for entry in Card.parse(body).properties if entry.param("X-A3DAV-ADDED") is None
    )


@pytest.mark.parametrize(("body", "version"), CARDS)
def test_no_property_of_a_real_card_is_lost(body, version):
    assert names(convert(convert(body, OTHER[version]), version)) == names(body)


@pytest.mark.parametrize(("body", "version"), CARDS)
def test_a_real_card_settles_after_one_round(body, version):
    once = convert(convert(body, OTHER[version]), version)
    assert convert(convert(once, OTHER[version]), version) == once


@pytest.mark.parametrize(("body", "version"), CARDS)
def test_a_real_card_comes_back_from_json(body, version):
    del version
    assert json.loads(to_jcard(from_jcard(to_jcard(body)))) == json.loads(to_jcard(body))
