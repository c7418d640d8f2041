"""Calendar user addresses, and what ATTENDEE and ORGANIZER say about them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from a3dav_content.itip import addresses
from a3dav_content.itip.addresses import attendee, normal, organizer_of, with_param
from a3dav_content.lines import Component, line_of, property_of

texts = st.text(alphabet="aA%25413f@?:/< >\u0130\u00df.", max_size=14)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mailto:alice@example.org", "MAILTO:Alice@Example.ORG"),
        ("mailto:alice@example.org", " mailto:alice@example.org "),
        ("mailto:alice@example.org", "mailto:%61lice%40example.org"),
        ("mailto:alice@example.org", "mailto:alice@example.org?subject=hello"),
        ("mailto:alice@example.org", "alice@example.org"),
        ("mailto:alice@example.org", "<mailto:alice@example.org>"),
        ("mailto:a@xn--bcher-kva.example", "mailto:a@Bücher.example"),
        ("urn:uuid:6B29FC40-CA47-1067-B31D-00DD010662DA", "URN:UUID:6b29fc40-ca47-1067-b31d-00dd010662da"),
        ("/principals/alice/", "/principals/%61lice"),
        ("https://Example.org:443/p/alice/", "HTTPS://example.org/p/alice"),
    ],
)
@pytest.mark.rfc("5545", "3.3.3")
def test_addresses_that_mean_one_user_are_equal(one, other):
    assert normal(one) == normal(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mailto:alice@example.org", "mailto:alice@example.com"),
        ("mailto:alice+work@example.org", "mailto:alice work@example.org"),
        ("/principals/a%2Fb", "/principals/a/b"),
        ("/principals/alice", "/principals/Alice"),
        ("https://example.org/alice", "http://example.org/alice"),
        ("urn:uuid:1", "urn:uuid:2"),
    ],
)
def test_addresses_that_mean_two_users_are_not_equal(one, other):
    assert normal(one) != normal(other)


def test_an_escaped_line_end_stays_escaped_so_that_no_header_can_hold_one():
    assert normal("mailto:a%0d%0aBcc:b@example.org") == "mailto:a%0d%0abcc:b@example.org"


@example("mailto:?")
@given(texts | st.sampled_from(["mailto:", "http:", "/", "urn:", "%25", "a@b"]).flatmap(lambda a: texts.map(a.__add__)))
def test_the_form_of_a_form_is_itself(address):
    assert normal(normal(address)) == normal(address)


def test_an_escape_is_undone_once():
    assert normal("mailto:%2541@example.org") == "mailto:%2541@example.org" != normal("mailto:%41@example.org")


@pytest.mark.parametrize("nothing", ["", "  ", "mailto:", "MAILTO:", "<>"])
def test_nothing_is_no_address(nothing):
    assert normal(nothing) == ""


def test_what_is_no_url_is_an_address_all_the_same():
    assert normal("http://[bad") == "http://[bad"


@pytest.mark.parametrize(
    ("read", "line", "value"),
    [
        ("partstat", "ATTENDEE;PARTSTAT=accepted:mailto:a@b.example", "ACCEPTED"),
        ("partstat", "ATTENDEE:mailto:a@b.example", "NEEDS-ACTION"),
        ("rsvp", "ATTENDEE;RSVP=true:mailto:a@b.example", True),
        ("rsvp", "ATTENDEE:mailto:a@b.example", False),
        ("cutype", "ATTENDEE;CUTYPE=Room:mailto:a@b.example", "ROOM"),
        ("cutype", "ATTENDEE:mailto:a@b.example", "INDIVIDUAL"),
        ("role", "ATTENDEE:mailto:a@b.example", "REQ-PARTICIPANT"),
        ("force_send", "ATTENDEE;SCHEDULE-FORCE-SEND=request:mailto:a@b.example", "REQUEST"),
        ("delegated_to", 'ATTENDEE;DELEGATED-TO="mailto:C@d","mailto:e@f":mailto:a@b', ("mailto:c@d", "mailto:e@f")),
        ("delegated_from", 'ATTENDEE;DELEGATED-FROM="MAILTO:c@d":mailto:a@b.example', ("mailto:c@d",)),
        ("members", 'ATTENDEE;MEMBER="mailto:team@d":mailto:a@b.example', ("mailto:team@d",)),
        ("sent_by", 'ORGANIZER;SENT-BY="mailto:S@d":mailto:a@b.example', "mailto:s@d"),
        ("sent_by", "ORGANIZER:mailto:a@b.example", ""),
    ],
)
def test_parameters_are_read_with_their_defaults(read, line, value):
    assert getattr(addresses, read)(property_of(line)) == value


@pytest.mark.rfc("6638", "7.1/unknown")
@pytest.mark.parametrize(
    ("line", "agent"),
    [
        ("ATTENDEE:mailto:a@b.example", "SERVER"),
        ("ATTENDEE;SCHEDULE-AGENT=client:mailto:a@b.example", "CLIENT"),
        ("ATTENDEE;SCHEDULE-AGENT=NONE:mailto:a@b.example", "NONE"),
        ("ATTENDEE;SCHEDULE-AGENT=X-PIGEON:mailto:a@b.example", "NONE"),
    ],
)
def test_an_unknown_agent_counts_as_none(line, agent):
    assert addresses.agent(property_of(line)) == agent


@pytest.mark.rfc("6638", "7.3")
@pytest.mark.parametrize(
    "line", ['ATTENDEE;SCHEDULE-STATUS="2.0,2.4":mailto:a@b', "ATTENDEE;SCHEDULE-STATUS=2.0,2.4:mailto:a@b"]
)
def test_codes_of_schedule_status_are_read_in_either_form(line):
    assert addresses.schedule_status(property_of(line)) == ("2.0", "2.4")


def test_a_parameter_is_changed_at_its_place_and_removed():
    entry = property_of("ATTENDEE;PARTSTAT=DECLINED;CN=Al;PARTSTAT=X:mailto:a@b")
    assert line_of(with_param(entry, "PARTSTAT", "ACCEPTED")) == "ATTENDEE;PARTSTAT=ACCEPTED;CN=Al:mailto:a@b"
    assert line_of(with_param(entry, "PARTSTAT")) == "ATTENDEE;CN=Al:mailto:a@b"


def test_attendee_and_organizer_are_found_by_their_meaning():
    component = Component("VEVENT", [property_of("ORGANIZER:MAILTO:O@x"), property_of("ATTENDEE:MAILTO:A@x")])
    assert organizer_of(component) == "mailto:o@x"
    assert attendee(component, {"mailto:a@x"}) is component.properties[1]
    assert attendee(component, {"mailto:b@x"}) is None
