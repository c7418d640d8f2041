"""Headers of WebDAV as values."""

import pytest

from a3dav.errors import BadGateway, BadRequest, NotFound, RangeNotSatisfiable, UriTooLong
from a3dav.exchange import Request
from a3dav.headers import (
    INFINITY,
    byte_range,
    depth,
    destination,
    href_path,
    minimal,
    overwrite,
    parse_if,
    parse_path,
    timeout,
)


def request(**headers: str) -> Request:
    return Request("GET", b"/", {"host": "dav.example.org:8443"} | {k.replace("_", "-"): v for k, v in headers.items()})


@pytest.mark.parametrize("raw", [b"/a/../b", b"/a/%2e%2e/b", b"/a/b%2Fc", b"/a/%00", b"/a/%ff", b"/%0a", b"/."])
def test_paths_that_hide_something_are_refused(raw):
    with pytest.raises(BadRequest):
        parse_path(raw)


@pytest.mark.parametrize(
    "raw", [b"/calendars/a%40b/%C3%BC.ics", b"/calendars/a@b/\xc3\xbc.ics", b"//calendars//a%40b/%c3%bc.ics"]
)
def test_equivalent_encodings_are_one_path(raw):
    assert parse_path(raw) == ("calendars", "a@b", "ü.ics")


def test_an_overlong_path_is_refused():
    with pytest.raises(UriTooLong):
        parse_path(b"/" + b"a/" * 5000)


@pytest.mark.rfc("4918", "10.2")
@pytest.mark.parametrize(("value", "expected"), [("", 1), ("0", 0), ("1", 1), ("Infinity", INFINITY), ("1,noroot", 1)])
def test_depth_values(value, expected):
    assert depth(request(depth=value), default=1) == expected


def test_an_unknown_depth_is_refused():
    with pytest.raises(BadRequest, match="Depth must be"):
        depth(request(depth="2"), default=0)


@pytest.mark.rfc("4918", "10.3")
@pytest.mark.parametrize(
    "url", ["/files/a", "https://dav.example.org:8443/files/a", "http://dav.example.org:8443/files/a"]
)
def test_destination_on_this_server(url):
    assert destination(request(destination=url)) == ("files", "a")


def test_destination_on_another_server_is_a_bad_gateway():
    with pytest.raises(BadGateway):
        destination(request(destination="https://elsewhere.example.org/files/a"))


def test_an_href_of_another_server_is_not_found_here():
    with pytest.raises(NotFound):
        href_path("https://elsewhere.example.org/a", request())


@pytest.mark.rfc("4918", "10.6")
def test_overwrite_is_true_when_missing():
    assert overwrite(request()) is True
    assert overwrite(request(overwrite="f")) is False


@pytest.mark.rfc("4918", "10.7")
@pytest.mark.parametrize(
    ("value", "seconds"),
    [("", 100), ("Infinite", 100), ("Second-50", 50), ("Second-4100000000", 100), ("Extend, Second-7", 7)],
)
def test_timeouts_are_granted_up_to_the_maximum(value, seconds):
    assert timeout(request(timeout=value), maximum=100) == seconds


@pytest.mark.rfc("8144", "2.1")
@pytest.mark.parametrize(
    "headers", [{"prefer": "return=minimal"}, {"prefer": 'depth-noroot, return="minimal"'}, {"brief": "t"}]
)
def test_minimal_answers_are_asked_for_by_prefer_and_brief(headers):
    assert minimal(request(**headers))


@pytest.mark.rfc("9110", "14.1.2")
@pytest.mark.parametrize(
    ("value", "part"),
    [
        ("bytes=0-3", (0, 4)),
        ("bytes=6-", (6, 4)),
        ("bytes=-3", (7, 3)),
        ("bytes=8-99", (8, 2)),
        ("bytes=-99", (0, 10)),
        ("bytes=5-2", None),
        ("bytes=0-1,3-4", None),
        ("lines=1-2", None),
    ],
)
def test_byte_ranges_of_ten_bytes(value, part):
    assert byte_range(request(range=value), 10) == part


@pytest.mark.parametrize("value", ["bytes=10-", "bytes=-0"])
def test_a_range_outside_of_the_body_is_refused(value):
    with pytest.raises(RangeNotSatisfiable):
        byte_range(request(range=value), 10)


@pytest.mark.rfc("4918", "10.4")
def test_if_header_with_tagged_and_negated_conditions():
    tagged, second = parse_if('</a> (<urn:uuid:1> ["x"]) (Not <DAV:no-lock>)')
    assert (tagged.resource, second.resource) == ("/a", "/a")
    assert [(c.negated, c.token, c.etag) for c in tagged.conditions] == [(False, "urn:uuid:1", ""), (False, "", '"x"')]
    assert [(c.negated, c.token) for c in second.conditions] == [(True, "DAV:no-lock")]


@pytest.mark.parametrize("value", ["", "(", "()", "(<a>", "<a>", "(<a>))", "(Not)", "((<a>))", "(x)", '["a"]'])
def test_malformed_if_headers_are_refused(value):
    with pytest.raises(BadRequest):
        parse_if(value)
