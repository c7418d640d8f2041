"""Cards: what is accepted, files taken apart, and parts of cards."""

from xml.etree.ElementTree import fromstring

import pytest

from a3dav_content.card_data import WantedCard, parse_wanted, project
from a3dav_content.cards import Card, split
from a3dav_content.errors import InvalidCard, InvalidFilter, LimitExceeded, UnsupportedCard
from a3dav_content.lines import Limits


def vcard(*lines, version="3.0"):
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]).encode()


ADA = vcard("UID:ada", "FN:Ada\\, Countess", "item1.EMAIL;TYPE=WORK:ada@x", "EMAIL:ada@y", "item1.X-ABLabel:Desk")


def wanted(inside):
    return parse_wanted(
        fromstring(f'<C:address-data xmlns:C="urn:ietf:params:xml:ns:carddav">{inside}</C:address-data>')
    )


def part(inside):
    """The lines of the wanted part of Ada's card, without those that frame it."""
    return project(ADA, wanted(inside)).decode().split("\r\n")[1:-2]


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@pytest.mark.rfc("6352", "5.1")
def test_a_card_is_accepted(version):
    card = Card.parse(vcard("UID:ada", "FN:Ada\\, Countess", version=version))
    assert (card.version, card.uid, card.fn) == (version, "ada", "Ada, Countess")


def test_a_card_without_a_uid_is_accepted():
    assert Card.parse(vcard("FN:Ada")).uid is None


@pytest.mark.parametrize("version", ["2.1", "5.0", ""])
@pytest.mark.rfc("6352", "5.1")
def test_another_version_is_refused_by_its_name(version):
    with pytest.raises(UnsupportedCard, match=version or "missing"):
        Card.parse(vcard("FN:Ada", version=version))


def test_a_card_without_a_version_is_refused():
    with pytest.raises(UnsupportedCard, match="missing"):
        Card.parse(b"BEGIN:VCARD\nFN:Ada\nEND:VCARD\n")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (vcard("UID:ada"), "no FN"),
        (vcard("FN:Ada", f"UID:{'x' * 1025}"), "UID is longer"),
        (vcard("FN:Ada") * 2, "exactly one VCARD"),
        (b"", "exactly one VCARD"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "exactly one VCARD"),
        (b"BEGIN:VCARD\nFN:Ada\n", "line 1: VCARD is not ended"),
        (b"BEGIN:VCARD\nFN\nEND:VCARD\n", "line 2: no colon"),
        (b"\xff\xd8\xff", "UTF-8"),
    ],
)
@pytest.mark.rfc("6352", "5.1")
def test_what_is_not_one_card_is_refused_with_the_reason(body, words):
    with pytest.raises(InvalidCard, match=words):
        Card.parse(body)


def test_a_card_beyond_its_limits_says_so():
    with pytest.raises(LimitExceeded):
        Card.parse(ADA, Limits(properties=2))


def test_a_file_is_split_into_cards_as_their_own_bytes():
    second = b"begin:vcard\nversion:3.0\nfn:B\nend:vcard\n"
    assert list(split(b"\xef\xbb\xbf\r\n" + ADA + b"\n" + second)) == [ADA, second]


def test_cards_are_parted_by_any_line_end():
    one, other = (ADA.replace(b"\r\n", end) for end in (b"\r", b"\n"))
    assert list(split(one + other + one)) == [one, other, one]


def test_a_card_within_a_card_stays_within():
    nested = vcard("FN:A", "AGENT:", "BEGIN:VCARD", "END:VCARD")
    assert list(split(nested)) == [nested]


@pytest.mark.parametrize(
    ("body", "line"), [(b"\nEND:VCARD\n", 2), (ADA + b"BEGIN:VCARD\n", 9), (ADA + b"END:VCARD\n", 9)]
)
def test_cards_that_do_not_pair_are_refused_by_the_line(body, line):
    with pytest.raises(InvalidCard) as caught:
        list(split(body))
    assert caught.value.line == line


@pytest.mark.rfc("6352", "10.4")
def test_a_card_is_whole_where_nothing_is_named():
    assert project(ADA, parse_wanted(None)) == ADA
    assert project(ADA, wanted("")) == ADA
    assert project(ADA, wanted("<C:allprop/>")) == ADA


@pytest.mark.rfc("6352", "10.4.2")
def test_named_properties_come_in_every_group_and_the_version_with_them():
    assert part('<C:prop name="email"/>') == ["VERSION:3.0", "item1.EMAIL;TYPE=WORK:ada@x", "EMAIL:ada@y"]


@pytest.mark.rfc("6352", "10.4.2")
def test_a_group_may_be_named():
    assert part('<C:prop name="ITEM1.EMAIL"/>') == ["VERSION:3.0", "item1.EMAIL;TYPE=WORK:ada@x"]


@pytest.mark.rfc("6352", "10.4.2")
def test_a_property_may_be_asked_for_without_its_value():
    assert part('<C:prop name="UID" novalue="yes"/><C:prop name="FN"/>') == [
        "VERSION:3.0",
        "UID:",
        "FN:Ada\\, Countess",
    ]


def test_a_property_without_a_name_is_refused():
    with pytest.raises(InvalidFilter):
        wanted("<C:prop/>")


def test_a_whole_card_is_not_read_again():
    assert project(b"not a card", WantedCard()) == b"not a card"
