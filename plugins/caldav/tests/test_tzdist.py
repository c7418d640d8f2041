"""The time zone data distribution service (RFC 7808)."""

import httpx
import pytest

from .conftest import C

ZONES = "/timezones/zones"
BERLIN = ZONES + "/Europe%2FBerlin"
ERROR = "urn:ietf:params:tzdist:error:"
JCAL = "application/calendar+json"


@pytest.fixture
def ask(alice):
    """Asks without signing in."""

    def get(path, **headers):
        return alice.get(path, authorization="", **headers)

    return get


def ids(answer):
    return [zone["tzid"] for zone in answer.json["timezones"]]


@pytest.mark.rfc("7808", "4.2.1.3")
@pytest.mark.rfc("8615", "3")
@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/.well-known/timezone", "/timezones"),
        ("/.well-known/timezone/capabilities", "/timezones/capabilities"),
        ("/.well-known/timezone/zones/Europe%2FBerlin?start=x", "/timezones/zones/Europe%2FBerlin?start=x"),
    ],
)
def test_the_well_known_address_leads_to_the_service(ask, path, place):
    answer = ask(path)
    assert (answer.status, answer.headers["location"]) == (301, place)


@pytest.mark.rfc("7808", "5.1", "6.1")
def test_capabilities_list_every_action(ask):
    told = ask("/timezones/capabilities").json
    assert (told["version"], told["info"]["formats"]) == (1, ["text/calendar", JCAL])
    assert told["info"]["primary-source"].startswith("IANA:20")
    assert told["info"]["truncated"] == {"any": True, "untruncated": True}
    assert {action["name"]: action["uri-template"] for action in told["actions"]} == {
        "capabilities": "/timezones/capabilities",
        "list": "/timezones/zones{?changedsince}",
        "get": "/timezones/zones{/tzid}{?start,end}",
        "expand": "/timezones/zones{/tzid}/observances{?start,end}",
        "find": "/timezones/zones{?pattern}",
        "leapseconds": "/timezones/leapseconds",
    }
    (changed_since,) = next(action["parameters"] for action in told["actions"] if action["name"] == "list")
    assert changed_since == {"name": "changedsince", "required": False, "multi": False}


@pytest.mark.rfc("7808", "5.2", "6.2", "3.7")
def test_the_list_has_every_zone_once_with_its_aliases(ask):
    answer = ask(ZONES)
    new_york = next(zone for zone in answer.json["timezones"] if zone["tzid"] == "America/New_York")
    assert "US/Eastern" in new_york["aliases"]
    assert {"tzid", "etag", "last-modified", "publisher", "version", "aliases"} == set(new_york)
    assert "US/Eastern" not in ids(answer)
    assert len(ids(answer)) == len(set(ids(answer))) > 300


@pytest.mark.rfc("7808", "5.2")
def test_a_client_that_has_the_list_is_told_of_no_zone(ask):
    token = ask(ZONES).json["synctoken"]
    assert ask(f"{ZONES}?changedsince={token}").json == {"synctoken": token, "timezones": []}
    assert len(ids(ask(f"{ZONES}?changedsince=2001a"))) > 300


@pytest.mark.rfc("7808", "5.3", "4.1.2")
@pytest.mark.parametrize("path", [BERLIN, ZONES + "/Europe/Berlin"])
def test_a_zone_is_given_as_a_calendar(ask, path):
    answer = ask(path)
    lines = answer.text.split("\r\n")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert (lines[0], lines[3:5], lines[-2]) == (
        "BEGIN:VCALENDAR",
        ["BEGIN:VTIMEZONE", "TZID:Europe/Berlin"],
        "END:VCALENDAR",
    )
    assert "DTSTART:18930401T000000" in lines


@pytest.mark.rfc("7808", "3.7", "7.2")
def test_an_alias_says_what_it_stands_for(ask):
    lines = ask(ZONES + "/US%2FEastern").text.split("\r\n")
    assert lines[4:6] == ["TZID:US/Eastern", "TZID-ALIAS-OF:America/New_York"]


@pytest.mark.rfc("7808", "5.3", "4.1.2")
@pytest.mark.rfc("9110", "12.5.1")
@pytest.mark.parametrize(
    ("accept", "media_type"),
    [("", "text/calendar; charset=utf-8"), ("*/*", "text/calendar; charset=utf-8"), (JCAL, JCAL)],
)
def test_a_zone_comes_in_the_form_that_accept_names(ask, accept, media_type):
    answer = ask(BERLIN, accept=accept)
    assert (answer.status, answer.headers["content-type"], answer.headers["vary"]) == (200, media_type, "Accept")


@pytest.mark.rfc("7808", "3.9", "5.3", "7.1")
def test_a_zone_is_truncated(ask):
    lines = ask(BERLIN + "?start=2020-01-01T00:00:00Z&end=2030-01-01T00:00:00Z").text.split("\r\n")
    assert "TZUNTIL:20300101T000000Z" in lines
    assert [line for line in lines if line.startswith("DTSTART")] == [
        "DTSTART:20200101T010000", "DTSTART:20200329T020000", "DTSTART:20201025T030000",
    ]  # fmt: skip


@pytest.mark.rfc("7808", "5.4", "6.3")
def test_observances_are_what_holds_at_the_start_and_every_change(ask):
    told = ask(BERLIN + "/observances?start=2026-01-01T00:00:00Z&end=2026-10-01T00:00:00Z").json
    assert (told["tzid"], told["start"], told["end"]) == (
        "Europe/Berlin",
        "2026-01-01T00:00:00Z",
        "2026-10-01T00:00:00Z",
    )
    assert told["observances"] == [
        {"name": "CET", "onset": "2026-01-01T00:00:00Z", "utc-offset-from": 3600, "utc-offset-to": 3600},
        {"name": "CEST", "onset": "2026-03-29T01:00:00Z", "utc-offset-from": 3600, "utc-offset-to": 7200},
    ]


@pytest.mark.rfc("7808", "5.4")
def test_a_change_at_the_very_start_is_told_once(ask):
    told = ask(BERLIN + "/observances?start=2099-03-29T01:00:00Z&end=2099-04-01T00:00:00Z").json
    assert [entry["utc-offset-to"] for entry in told["observances"]] == [7200]


@pytest.mark.rfc("7808", "5.5")
@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("Europe/Berlin", ["Europe/Berlin"]),
        ("europe/BERLIN", ["Europe/Berlin"]),
        ("*new york", ["America/New_York"]),
        ("us/eastern*", ["America/New_York"]),
        ("*/berl*", ["Europe/Berlin"]),
        (r"Berl\*", []),
        ("Berlin", []),
    ],
)
def test_zones_are_found_by_a_pattern(ask, pattern, found):
    assert ids(ask(f"{ZONES}?pattern={pattern}")) == found


@pytest.mark.rfc("7808", "5.6", "6.4")
def test_leap_seconds_are_listed(ask):
    told = ask("/timezones/leapseconds").json
    assert told["leapseconds"][:2] == [
        {"utc-offset": 10, "onset": "1972-01-01"}, {"utc-offset": 11, "onset": "1972-07-01"},
    ]  # fmt: skip
    assert {"utc-offset": 37, "onset": "2017-01-01"} in told["leapseconds"]
    assert told["expires"] > "2020-01-01"


@pytest.mark.rfc("7808", "5.2", "5.3", "5.4", "5.5", "4.1.7")
@pytest.mark.rfc("9457", "3")
@pytest.mark.parametrize(
    ("path", "status", "error"),
    [
        ("/timezones/", 404, "invalid-action"),
        ("/timezones/dance", 404, "invalid-action"),
        ("/timezones/capabilities/more", 404, "invalid-action"),
        (ZONES + "?changedsince=never", 400, "invalid-changedsince"),
        (ZONES + "?changedsince=2026a&changedsince=2026b", 400, "invalid-changedsince"),
        (ZONES + "/Atlantis%2FCapital", 404, "tzid-not-found"),
        (ZONES + "/%ff%00", 404, "tzid-not-found"),
        (ZONES + "/..%2F..%2Fetc%2Fpasswd", 404, "tzid-not-found"),
        (BERLIN + "?start=soon", 400, "invalid-start"),
        (BERLIN + "?start=2026-02-30T00:00:00Z", 400, "invalid-start"),
        (BERLIN + "?start=9999-01-01T00:00:00Z", 400, "invalid-start"),
        (BERLIN + "?end=20260101T000000Z", 400, "invalid-end"),
        (BERLIN + "?start=2026-01-01T00:00:00Z&end=2026-01-01T00:00:00Z", 400, "invalid-end"),
        (BERLIN + "/observances?end=2026-01-01T00:00:00Z", 400, "invalid-start"),
        (BERLIN + "/observances?start=2026-01-01T00:00:00Z", 400, "invalid-end"),
        (BERLIN + "/observances?start=1000-01-01T00:00:00Z&end=3000-01-01T00:00:00Z", 400, "invalid-end"),
        (ZONES + "?pattern=", 400, "invalid-pattern"),
        (ZONES + "?pattern=*", 400, "invalid-pattern"),
        (ZONES + "?pattern=**", 400, "invalid-pattern"),
        (ZONES + "?pattern=a*b", 400, "invalid-pattern"),
    ],
)
def test_what_cannot_be_answered_is_a_problem_of_its_type(ask, path, status, error):
    answer = ask(path)
    assert (answer.status, answer.headers["content-type"]) == (status, "application/problem+json")
    assert (answer.json["type"], answer.json["status"]) == (ERROR + error, status)


@pytest.mark.rfc("7808", "5.3", "4.1.2", "4.1.7")
def test_a_format_that_is_not_offered_is_refused(ask):
    answer = ask(BERLIN, accept="application/calendar+xml")
    assert (answer.status, answer.json["type"]) == (406, ERROR + "invalid-format")


@pytest.mark.rfc("7808", "4.1.4")
@pytest.mark.rfc("9110", "13.1.2")
@pytest.mark.parametrize(
    "path", [ZONES, BERLIN, BERLIN + "?start=2020-01-01T00:00:00Z", "/timezones/capabilities", "/timezones/leapseconds"]
)
def test_what_a_client_has_is_not_sent_again(ask, path):
    first = ask(path)
    again = ask(path, if_none_match=first.headers["etag"])
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", first.headers["etag"])


@pytest.mark.rfc("7808", "4.1.4")
def test_the_tags_of_the_list_are_those_of_the_zones(ask):
    listed = {zone["tzid"]: zone["etag"] for zone in ask(ZONES).json["timezones"]}
    forms = [ask(BERLIN), ask(BERLIN, accept=JCAL), ask(BERLIN + "?end=2020-01-01T00:00:00Z")]
    assert forms[0].headers["etag"] == f'"{listed["Europe/Berlin"]}"'
    assert len({answer.headers["etag"] for answer in forms}) == 3


@pytest.mark.parametrize("method", ["PUT", "POST", "PROPFIND", "DELETE"])
def test_the_service_is_read_only(alice, method):
    answer = alice.request(method, BERLIN, authorization="")
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.rfc("7809", "3.1.2", "5.1")
def test_a_calendar_home_names_the_service(alice):
    name, home = C + "timezone-service-set", "/calendars/alice/"
    assert alice.propfind(home, name).multistatus[home].hrefs(name) == ["/timezones"]


@pytest.mark.rfc("7808", "5.3", "5.2")
@pytest.mark.parametrize("path", [BERLIN, ZONES, "/.well-known/timezone/zones/Europe%2FBerlin"])
def test_the_service_is_reached_through_the_door(server, path):
    answer = httpx.get(server.url.rstrip("/") + path, follow_redirects=True)
    assert (answer.status_code, "Europe/Berlin" in answer.text) == (200, True)
