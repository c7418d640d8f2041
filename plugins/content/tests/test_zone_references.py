"""Objects with and without the descriptions of the zones they refer to."""

import pytest

from a3dav_content.lines import parse, serialise
from a3dav_content.zone_references import add_missing, known_name, omit_known, with_missing, without_known

ZONE = "BEGIN:VTIMEZONE\r\nTZID:{}\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
BERLIN, OURS = ZONE.format("Europe/Berlin"), ZONE.format("Ours")
SHOWN = "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"


def whole(*parts):
    return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + "".join(parts) + "END:VCALENDAR\r\n").encode()


def event(*lines):
    return "".join(f"{line}\r\n" for line in ("BEGIN:VEVENT", "UID:a", *lines, "END:VEVENT"))


def at(tzid, when="20260105T090000"):
    return f"DTSTART;TZID={tzid}:{when}"


def names(body):
    return [zone.first("TZID").text for zone in parse(body)[0].sub("VTIMEZONE")]


@pytest.mark.rfc("7809", "3.1.3/false")
def test_what_is_left_out_leaves_every_other_byte():
    odd = event(at("Europe/Berlin"), "DESCRIPTION:BEGIN:VTIMEZONE", "X-LONG:a", " b", "\tc").replace(
        "UID:a\r\n", "UID:a\n"
    )
    assert omit_known(whole(BERLIN, OURS, odd)) == whole(OURS, odd)


@pytest.mark.parametrize("tzid", ["EUROPE/BERLIN", "/vendor.example/Europe/Berlin", "W. Europe Standard Time", "Ours"])
@pytest.mark.rfc("7809", "3.1.3/false")
def test_a_zone_that_iana_has_under_another_name_stays(tzid):
    body = whole(ZONE.format(tzid), event(at(tzid)))
    assert omit_known(body) == body


@pytest.mark.rfc("7809", "3.1.3/true")
@pytest.mark.parametrize(
    ("tzid", "label"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("W. Europe Standard Time", "W. Europe Standard Time"),
        (f'"{SHOWN}"', SHOWN),
        ("GMT+0200", "GMT+0200"),
    ],
)
def test_a_zone_that_is_known_is_added_under_the_name_it_is_referred_to_by(tzid, label):
    added = add_missing(whole(event(at(tzid))))
    assert names(added) == [label]
    assert omit_known(added).endswith(event(at(tzid)).encode() + b"END:VCALENDAR\r\n")
    assert add_missing(added) == added


@pytest.mark.rfc("7809", "3.1.3/true")
@pytest.mark.parametrize(
    "lines",
    [
        [at("Ours")],
        ["DTSTART:20260105T090000Z"],
        ["DESCRIPTION:write ;TZID=Europe/Berlin: there"],
        ['X-A;X-B=";TZID=Europe/Berlin":c'],
        [at("Atlantis/Capital")],
        [at("Europe/Berlin", "20260105T090000Z")],
    ],
)
def test_nothing_is_added_that_is_not_missing(lines):
    body = whole(OURS, event(*lines))
    assert add_missing(body) == body


@pytest.mark.rfc("7809", "3.1.3/true")
def test_references_are_found_wherever_they_are_folded_and_in_alarms():
    body = whole(
        event(
            "DTSTART;TZ",
            " ID=Europe/Ber",
            " lin:20260105T090000",
            "BEGIN:VALARM",
            "X-AT;tzid=Asia/Tokyo:20260105T0",
            "END:VALARM",
        )
    )
    assert names(add_missing(body)) == ["Europe/Berlin", "Asia/Tokyo"]


@pytest.mark.parametrize(
    "lines", [["DTSTART; TZID=Asia/Tokyo:20260105T0"], ["DTSTART;", " TZID=Asia/Tokyo:20260105T0"]]
)
def test_references_are_found_behind_a_blank_and_folded_alone(lines):
    assert names(add_missing(whole(event(*lines)))) == ["Asia/Tokyo"]


def test_a_description_reaches_back_to_the_first_time_of_the_object():
    old = add_missing(whole(event(at("Europe/Berlin", "19450601T120000"))))
    assert b"DTSTART:18930401T000000" in old
    assert b"DTSTART:18" not in add_missing(whole(event(at("Europe/Berlin"))))


def test_line_ends_are_those_of_the_object():
    assert b"\r" not in add_missing(whole(event(at("Europe/Berlin"))).replace(b"\r\n", b"\n"))


@pytest.mark.parametrize(
    "body", [whole(event(at("Europe/Berlin"))), whole(BERLIN, OURS, event(at("Europe/Berlin"), at("Ours")))]
)
def test_bytes_and_components_are_treated_alike(body):
    (calendar,) = parse(body)
    assert serialise(with_missing(calendar)) == add_missing(body)
    assert serialise(without_known(calendar)) == omit_known(body)


@pytest.mark.parametrize(
    "body",
    [
        b"X;A=b" * 100_000,
        b"BEGIN:VTIMEZONE\r\n" * 20_000,
        b"X" + b";TZID=a" * 100_000,
        b'X;TZID="a' * 50_000,
        b"X;TZID=a" * 100_000 + b":",
        b"BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin",
    ],
)
def test_what_is_no_calendar_costs_little_and_stays_as_it_is(body):
    assert (omit_known(body), add_missing(body)) == (body, body)


@pytest.mark.parametrize(
    ("tzid", "name"),
    [
        ("US/Eastern", "US/Eastern"),
        (" europe/berlin", "Europe/Berlin"),
        ("UTC", "UTC"),
        ("utc", "Etc/UTC"),
        ("UTC+02:00", "Etc/GMT-2"),
        ("UTC-05:30", ""),
        ("Nowhere", ""),
    ],
)
def test_a_zone_has_a_name_of_iana(tzid, name):
    assert known_name(tzid) == name


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r"], ids=["crlf", "lf", "cr"])
def test_every_line_end_parts_a_description_from_the_rest(end):
    described = whole(BERLIN, event(at("Europe/Berlin"))).replace(b"\r\n", end)
    bare = omit_known(described)
    assert bare == whole(event(at("Europe/Berlin"))).replace(b"\r\n", end)
    assert names(add_missing(bare)) == ["Europe/Berlin"]


@pytest.mark.parametrize(
    "begin", ["BEGIN;:VEVENT", 'BEGIN;X="a:b":VEVENT', "begin: VEVENT", "BEGIN:\r\n VEVENT", "BEG\r\n IN:VEVENT"]
)
def test_a_description_goes_before_the_first_component_however_that_begins(begin):
    alarm = ("BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER:PT0S", "END:VALARM")
    odd = event(at("Europe/Berlin"), *alarm).replace("BEGIN:VEVENT", begin, 1)
    assert names(add_missing(whole(odd))) == ["Europe/Berlin"]
