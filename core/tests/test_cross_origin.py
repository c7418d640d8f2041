"""Pages of other sites: which may ask, what a browser is told before it asks, and what it shows to the page."""

import pytest

from a3dav.registries import Route
from a3dav.testing.people import add_person

HOME = "/files/alice/"
SITE, STRANGER = "https://app.example.org", "https://evil.example"
LISTED = {"security__cors__allowed_origins": f"{SITE},http://localhost:3000"}
ASKED = {
    "origin": SITE,
    "access_control_request_method": "PROPFIND",
    "access_control_request_headers": "authorization,depth",
    "authorization": "",
}


@pytest.fixture
def make_alice(make_house):
    return lambda **settings: add_person(make_house(**settings), "alice")


def told(answer):
    """What an answer says to a browser about sites."""
    return {name: value for name, value in answer.headers.items() if name.startswith("access-control-")}


@pytest.mark.parametrize("headers", [{"origin": SITE}, ASKED])
def test_without_settings_a_browser_is_told_nothing(alice, headers):
    answer = alice.request("OPTIONS", HOME, **headers)
    assert (told(answer), "vary" in answer.headers) == ({}, False)


def test_a_browser_may_ask_without_credentials_whether_a_page_may_ask(make_alice):
    answer = make_alice(**LISTED).request("OPTIONS", HOME, **ASKED)
    assert (answer.status, answer.body) == (204, b"")
    assert answer.headers["access-control-allow-origin"] == SITE
    assert answer.headers["access-control-allow-headers"] == "authorization,depth"
    assert answer.headers["access-control-max-age"] == "7200"
    assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE", "PROPFIND", "REPORT", "MKCALENDAR", "ACL"])
def test_the_methods_of_dav_and_of_the_api_are_allowed(make_alice, method):
    answer = make_alice(**LISTED).request("OPTIONS", HOME, **ASKED)
    assert method in answer.headers["access-control-allow-methods"].split(", ")


def test_how_long_a_browser_remembers_is_a_setting(make_alice):
    answer = make_alice(**LISTED, security__cors__max_age=60).request("OPTIONS", HOME, **ASKED)
    assert answer.headers["access-control-max-age"] == "60"


@pytest.mark.parametrize("path", [HOME, "/nowhere/", "/api/links", "/principals/users/alice/"])
def test_the_question_is_answered_everywhere(make_alice, path):
    answer = make_alice(**LISTED).request("OPTIONS", path, **ASKED)
    assert (answer.status, answer.headers["access-control-allow-origin"]) == (204, SITE)


@pytest.mark.parametrize("origin", [STRANGER, "null", f"{SITE}.evil.example", f"{SITE}:8443", "http://app.example.org"])
def test_a_site_that_is_not_listed_is_not_answered(make_alice, origin):
    alice = make_alice(**LISTED)
    assert alice.request("OPTIONS", HOME, **{**ASKED, "origin": origin}).status == 401
    assert told(alice.get(HOME, origin=origin)) == {}


def test_an_options_that_is_no_such_question_asks_for_a_name(make_alice):
    alice = make_alice(**LISTED)
    answer = alice.request("OPTIONS", HOME, origin=SITE, authorization="")
    assert (answer.status, answer.headers["access-control-allow-origin"]) == (401, SITE)
    assert "propfind" in alice.request("OPTIONS", HOME, origin=SITE).headers["allow"].lower()


def test_names_of_headers_that_are_none_are_not_repeated(make_alice):
    answer = make_alice(**LISTED).request("OPTIONS", HOME, **{**ASKED, "access_control_request_headers": "a b;c"})
    assert "access-control-allow-headers" not in answer.headers


def test_a_page_may_read_the_headers_that_clients_live_by(make_alice):
    alice = make_alice(**LISTED)
    alice.put(HOME + "a", b"1")
    answer = alice.get(HOME + "a", origin=SITE)
    assert answer.headers["access-control-allow-origin"] == SITE
    assert {"ETag", "DAV", "Location", "Lock-Token", "Retry-After"} <= set(
        answer.headers["access-control-expose-headers"].split(", ")
    )


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", HOME + "missing", {}, 404),
        ("GET", HOME, {"authorization": ""}, 401),
        ("PUT", HOME + "a", {"if_match": '"x"'}, 412),
        ("BREW", HOME, {}, 501),
        ("GET", HOME, {"host": ""}, 400),
    ],
)
def test_a_page_may_read_a_refusal(make_alice, method, path, headers, status):
    answer = make_alice(**LISTED).request(method, path, origin=SITE, **headers)
    assert (answer.status, answer.headers["access-control-allow-origin"]) == (status, SITE)


def test_a_page_may_read_that_it_asks_too_much(make_alice):
    alice = make_alice(
        **LISTED, security__rates__per_address=1, security__rates__address_burst=1, security__allow_list="",
        security__blocking__refused_requests=0,
    )  # fmt: skip
    alice.get("/health/live", origin=SITE)
    answer = alice.get("/health/live", origin=SITE)
    assert (answer.status, answer.headers["access-control-allow-origin"]) == (429, SITE)


def test_caches_keep_what_sites_may_see_apart(make_alice):
    assert make_alice(**LISTED).get(HOME).headers["vary"] == "Origin"


def test_a_site_may_use_what_the_browser_remembers_where_the_setting_says_so(make_alice):
    answer = make_alice(**LISTED, security__cors__credentials="true").get(HOME, origin=SITE)
    assert (answer.headers["access-control-allow-origin"], answer.headers["access-control-allow-credentials"]) == (
        SITE,
        "true",
    )


def test_every_site_may_be_allowed(make_alice):
    alice = make_alice(security__cors__allowed_origins="*")
    answer = alice.request("OPTIONS", HOME, **{**ASKED, "origin": STRANGER})
    assert (answer.status, answer.headers["access-control-allow-origin"]) == (204, "*")
    assert alice.get(HOME, origin=STRANGER).headers["access-control-allow-origin"] == "*"


def test_an_answer_that_every_site_may_see_is_the_same_for_all_of_them(make_alice):
    answer = make_alice(security__cors__allowed_origins="*").get(HOME)
    assert (answer.headers["access-control-allow-origin"], "vary" in answer.headers) == ("*", False)


def test_a_site_may_be_written_with_a_slash_and_in_capitals(make_alice):
    alice = make_alice(security__cors__allowed_origins="HTTPS://App.Example.ORG/")
    assert alice.get(HOME, origin=SITE).headers["access-control-allow-origin"] == SITE


@pytest.mark.parametrize(
    ("sites", "origin", "status"), [(SITE, SITE, 415), (SITE, STRANGER, 403), ("*", STRANGER, 403), ("", STRANGER, 403)]
)
def test_only_a_site_that_is_listed_by_name_changes_anything_over_the_api(make_alice, sites, origin, status):
    alice = make_alice(security__cors__allowed_origins=sites)
    answer = alice.request("POST", "/api/links", "{}", origin=origin, sec_fetch_site="cross-site")
    assert answer.status == status


# -- what needs no signing in ----------------------------------------------------------------------


def test_what_is_open_may_be_read_by_every_site_where_the_setting_says_so(make_alice):
    alice = make_alice(security__cors__public="true")
    answer = alice.get("/timezones/capabilities", origin=STRANGER, authorization="")
    assert (answer.status, answer.headers["access-control-allow-origin"]) == (200, "*")


def test_before_it_reads_what_is_open_a_browser_may_ask_for_reading_alone(make_alice):
    alice = make_alice(security__cors__public="true")
    answer = alice.request("OPTIONS", "/timezones/capabilities", **{**ASKED, "origin": STRANGER})
    assert (answer.status, answer.headers["access-control-allow-methods"]) == (204, "GET, HEAD")
    assert answer.headers["access-control-allow-headers"] == "*"


@pytest.mark.parametrize("path", [HOME, "/health/live", "/api/links"])
def test_nothing_else_is_open(make_alice, path):
    assert told(make_alice(security__cors__public="true").get(path, origin=STRANGER)) == {}


@pytest.mark.parametrize("settings", [{}, LISTED])
def test_without_the_setting_what_is_open_is_not_for_every_site(make_alice, settings):
    assert told(make_alice(**settings).get("/timezones/capabilities", origin=STRANGER)) == {}


def test_a_route_is_not_open_by_itself():
    assert not Route("/x", print).open
