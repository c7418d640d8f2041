"""What proxies tell about a request, who is believed, and where the server stands below its host."""

import pytest

from a3dav.errors import BadRequest
from a3dav.exchange import Request
from a3dav.forwarding import Forwarding
from a3dav.testing.people import add_person

PROXY = "10.0.0.1"


def told(headers, *, peer=PROXY, proxies=("10.0.0.0/24",), public_url="", path=b"/files/"):
    request = Request("GET", path, {"host": "inner:8008", **headers}, peer=peer)
    Forwarding(proxies, public_url).apply(request)
    return request


@pytest.mark.rfc("7239", "4", "5")
@pytest.mark.parametrize(
    ("header", "peer"),
    [
        ("for=192.0.2.60", "192.0.2.60"),
        ('for="[2001:db8:cafe::17]:4711"', "2001:db8:cafe::17"),
        ("For=192.0.2.60; proto=https ;by=203.0.113.43", "192.0.2.60"),
        ("for=192.0.2.1, for=198.51.100.17", "198.51.100.17"),
        ("for=192.0.2.1, for=10.0.0.9", "192.0.2.1"),
        ("for=10.0.0.8, for=10.0.0.9", "10.0.0.8"),
        ("for=_hidden, for=10.0.0.9", PROXY),
        ("for=unknown", PROXY),
    ],
)
def test_the_client_is_who_the_outermost_trusted_proxy_saw(header, peer):
    assert told({"forwarded": header}).peer == peer


@pytest.mark.parametrize(
    ("header", "peer"),
    [
        ("192.0.2.60", "192.0.2.60"),
        ("198.51.100.7, 192.0.2.60", "192.0.2.60"),
        ("192.0.2.60, 10.0.0.7", "192.0.2.60"),
        ("192.0.2.60:5000", "192.0.2.60"),
        ("2001:db8::1", "2001:db8::1"),
        ("[2001:db8::1]:80", "2001:db8::1"),
        ("<script>", PROXY),
        ("", PROXY),
    ],
)
def test_x_forwarded_for_is_read_from_its_end(header, peer):
    assert told({"x-forwarded-for": header}).peer == peer


def test_a_stranger_is_not_believed():
    lies = {
        "forwarded": "for=192.0.2.60;proto=https;host=evil.example", "x-forwarded-for": "192.0.2.60",
        "x-forwarded-proto": "https", "x-forwarded-host": "evil.example", "x-forwarded-prefix": "/x",
    }  # fmt: skip
    request = told(lies, peer="203.0.113.5")
    assert (request.peer, request.scheme, request.hosts, request.mount) == ("203.0.113.5", "http", ("inner:8008",), "")


def test_nobody_is_believed_without_a_setting():
    assert told({"x-forwarded-for": "192.0.2.60"}, proxies=()).peer == PROXY


def test_an_address_in_the_other_notation_is_the_same_proxy():
    assert told({"x-forwarded-for": "192.0.2.60"}, peer="::ffff:10.0.0.1").peer == "192.0.2.60"


@pytest.mark.rfc("7239", "5.4")
@pytest.mark.parametrize(
    ("headers", "scheme"),
    [
        ({"forwarded": "for=192.0.2.60;proto=https"}, "https"),
        ({"forwarded": "proto=http;for=192.0.2.60"}, "http"),
        ({"x-forwarded-for": "192.0.2.60", "x-forwarded-proto": "HTTPS"}, "https"),
        ({"x-forwarded-for": "192.0.2.60, 10.0.0.3", "x-forwarded-proto": "https, http"}, "https"),
        ({"x-forwarded-for": "192.0.2.60, 10.0.0.3", "x-forwarded-proto": "http"}, "http"),
        ({"x-forwarded-for": "192.0.2.60", "x-forwarded-proto": "gopher"}, "https"),
        ({}, "https"),
    ],
)
def test_a_proxy_says_whether_the_client_came_over_tls(headers, scheme):
    assert told(headers).scheme == scheme


@pytest.mark.parametrize("header", ["for", "for=1;;", 'for="unclosed', "=x", "for=a b", "for=1.2.3.4," * 200])
def test_a_malformed_forwarded_header_is_refused(header):
    with pytest.raises(BadRequest):
        told({"forwarded": header})


@pytest.mark.parametrize("prefix", ["/dav", "/dav/", "/a/b"])
def test_a_prefix_that_a_proxy_took_off_comes_back_in_addresses(prefix):
    assert told({"x-forwarded-prefix": prefix}).mount == prefix.rstrip("/")


@pytest.mark.parametrize("prefix", ["dav", "//evil.example", "/../x", "/a b", '/"><script>', "/" + "a/" * 9, "/%2e"])
def test_a_prefix_that_is_no_path_is_ignored(prefix):
    assert told({"x-forwarded-prefix": prefix}).mount == ""


@pytest.mark.parametrize(
    ("path", "below"),
    [
        (b"/dav/files/a", b"/files/a"), (b"/dav", b"/"), (b"/dav/", b"/"), (b"/files/a", b"/files/a"),
        (b"/davos/a", b"/davos/a"),
    ],
)  # fmt: skip
def test_a_path_may_come_with_the_prefix_or_without(path, below):
    assert told({}, public_url="https://example.org/dav", path=path).raw_path == below


MOUNTED = {"server__public_url": "https://example.org/dav", "server__trusted_proxies": "127.0.0.1"}
HERE = "https://example.org/dav/files/alice/"


@pytest.fixture
def mounted(make_house):
    return add_person(make_house(**MOUNTED), "alice")


def test_every_address_in_an_answer_is_one_the_client_can_use(mounted):
    mounted.put("/dav/files/alice/a", "x")
    answer = mounted.propfind(
        "/dav/files/alice/", "{DAV:}current-user-principal", "{DAV:}owner", "{DAV:}principal-collection-set",
        "{DAV:}lockdiscovery", depth="1",
    )  # fmt: skip
    hrefs = [element.text for element in answer.xml.iter("{DAV:}href")]
    assert {href for href in hrefs if not href.startswith("/dav/")} == set()
    assert "/dav/files/alice/a" in hrefs
    assert "/dav/principals/users/alice/" in hrefs


def test_a_report_finds_what_it_names_by_such_an_address(mounted):
    body = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260101T000000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    place = "/dav/calendars/alice/calendar/a.ics"
    assert mounted.put(place, body, content_type="text/calendar").status == 201
    answer = mounted.report(
        "/dav/calendars/alice/calendar/",
        '<C:calendar-multiget xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns="DAV:"><prop><getetag/></prop>'
        f"<href>{place}</href><href>https://example.org{place}</href></C:calendar-multiget>",
    )
    assert [member.status for member in answer.multistatus.values()] == [None]
    assert list(answer.multistatus) == [place]


@pytest.mark.rfc("4918", "10.3")
@pytest.mark.parametrize("host", ["example.org", "localhost"])
@pytest.mark.parametrize("prefix", ["/dav", ""])
def test_a_destination_may_name_the_inner_or_the_outer_address(mounted, host, prefix):
    mounted.put("/dav/files/alice/a", "x")
    answer = mounted.request("MOVE", "/dav/files/alice/a", destination=f"https://{host}{prefix}/files/alice/b")
    assert (answer.status, answer.headers["location"]) == (201, "/dav/files/alice/b")


@pytest.mark.rfc("4918", "10.4")
def test_an_if_header_may_name_the_outer_address(mounted):
    etag = mounted.put("/dav/files/alice/a", "x").headers["etag"]
    assert mounted.put("/dav/files/alice/a", "y", If=f"<{HERE}a> ([{etag}])").status == 204
    assert mounted.put("/dav/files/alice/a", "z", If=f"<{HERE}a> ([{etag}])").status == 412


def test_a_well_known_address_leads_below_the_mount_point(mounted):
    assert mounted.request("PROPFIND", "/.well-known/caldav").headers["location"] == "/dav/"


def test_a_refusal_names_the_outer_address(mounted):
    answer = mounted.propfind("/dav/files/bob/")
    assert "/dav/files/bob/" in [element.text for element in answer.xml.iter("{DAV:}href")]


ELSEWHERE = "192.0.2.9"


def asked_from(client, peer, **headers):
    client.peer = peer
    return client.propfind("/", "{DAV:}current-user-principal", **headers)


@pytest.mark.rfc("7617", "4")
def test_a_password_over_clear_text_from_another_machine_is_refused(alice):
    answer = asked_from(alice, ELSEWHERE)
    assert (answer.status, "https" in answer.text) == (403, True)


@pytest.mark.rfc("4918", "20.1/secure")
@pytest.mark.rfc("4791", "11")
@pytest.mark.rfc("6352", "13")
def test_nobody_is_asked_for_a_password_over_clear_text(alice):
    answer = asked_from(alice, ELSEWHERE, authorization="")
    assert (answer.status, "www-authenticate" in answer.headers) == (403, False)


def test_this_machine_needs_no_tls(alice):
    assert asked_from(alice, "::1").status == 207


def test_clear_text_can_be_allowed(make_house):
    alice = add_person(make_house(security__allow_clear_text="true"), "alice")
    assert asked_from(alice, ELSEWHERE).status == 207


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"x_forwarded_for": "203.0.113.7", "x_forwarded_proto": "https"}, 207),
        ({"x_forwarded_for": "203.0.113.7"}, 207),
        ({"x_forwarded_for": "203.0.113.7", "x_forwarded_proto": "http"}, 403),
        ({"x_forwarded_for": "127.0.0.1", "x_forwarded_proto": "http"}, 207),
    ],
)
def test_behind_a_trusted_proxy_it_is_told_how_the_client_came(make_house, headers, status):
    alice = add_person(make_house(server__trusted_proxies=ELSEWHERE), "alice")
    assert asked_from(alice, ELSEWHERE, **headers).status == status
