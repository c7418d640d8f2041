"""What the benchmark sends and reckons, without a server."""

from dataclasses import asdict
from datetime import date

import pytest
from lxml import etree

from a3dav_content.calendar_objects import CalendarObject

from .contender import FLOOR
from .crowding import Crowd
from .data import make
from .pictures import pictures
from .results import Comparison
from .rounds import Measured, Pace, less_what_is_beside
from .scenarios import changes, gets, listing, mixture, month_queries, multigets, new_events
from .site import Site
from .targets import targets_of
from .wrk import DIGITS, NUMBER

TODAY = date(2026, 3, 1)


@pytest.fixture
def site():
    return Site("http://127.0.0.1:1/", "/calendar/", "/book/", make(60, 5, TODAY), ("alice", "x"))


def run_of(**cpu):
    """A comparison in which every server takes so many microseconds for everything."""
    scenarios = {
        name: {server: Measured(rate=1e6 / each, p50=1, p99=2, cpu=each, memory=1) for server, each in cpu.items()}
        for name in ("get", "mixed")
    }
    return Comparison(Pace(1, 1, 1), 1, dict.fromkeys(cpu, "1"), scenarios)


def test_the_same_seed_makes_the_same_bytes():
    assert make(50, 20, TODAY) == make(50, 20, TODAY)
    assert make(50, 20, TODAY) != make(50, 20, TODAY, seed=2)


def test_every_event_is_one_that_servers_take():
    data = make(200, 0, TODAY, old=200)
    assert [CalendarObject.parse(item.body).uid + ".ics" for item in data.events] == [item.name for item in data.events]


def test_series_and_moved_instances_are_among_the_events():
    bodies = [item.body for item in make(200, 0, TODAY).events]
    series = [body for body in bodies if b"RRULE:FREQ=WEEKLY" in body]
    assert [body.count(b"RECURRENCE-ID") for body in series] == [2, 0] * 5
    assert b"".join(bodies).count(b"RECURRENCE-ID") == 10


def test_old_events_are_over_before_the_two_years_begin():
    data = make(0, 0, TODAY, old=400)
    assert all(b"COUNT" in item.body or b"FREQ=WEEKLY" not in item.body for item in data.events)
    assert not any(
        f"DTSTART;TZID=Europe/Berlin:{year}".encode() in i.body for i in data.events for year in (2025, 2026)
    )


def test_the_months_are_twelve_one_behind_the_other():
    months = make(1, 0, TODAY).months
    assert months[0] == (date(2025, 9, 1), date(2025, 10, 1))
    assert [start for start, _ in months[1:]] == [end for _, end in months[:-1]]
    assert len(months) == 12


@pytest.mark.parametrize("requests", [gets, changes, new_events, listing, month_queries, multigets])
def test_requests_tell_the_length_of_their_body(site, requests):
    for request in requests(site):
        head, _, body = request.replace(NUMBER, b"1" * DIGITS).partition(b"\r\n\r\n")
        told = [line for line in head.split(b"\r\n") if line.startswith(b"Content-Length: ")]
        assert [int(line[16:]) for line in told] == ([len(body)] if body else [])


def test_a_mixture_has_the_shares_it_should():
    mixed = list(mixture([(3, [b"a"]), (1, [b"b", b"c"])]))
    assert {one: mixed.count(one) for one in (b"a", b"b", b"c")} == {b"a": 15, b"b": 3, b"c": 2}


def test_what_the_other_request_of_a_pair_costs_is_taken_off():
    results = {
        "put-change": {"a3dav": Measured(cpu=300), FLOOR: Measured(cpu=30)},
        "propfind-1-changed": {"a3dav": Measured(cpu=200), FLOOR: Measured(cpu=20)},
    }
    less_what_is_beside(results)
    assert {server: one.cpu for server, one in results["propfind-1-changed"].items()} == {"a3dav": 100, FLOOR: 20}


def test_results_are_read_as_they_were_written():
    run = run_of(a3dav=100, floor=20)
    assert Comparison.of(asdict(run)) == run


def test_a_target_is_met_by_what_is_at_its_limit_and_by_nothing_beyond():
    at, beyond = (targets_of(run_of(a3dav=each, floor=20, xandikos=3500)) for each in (80, 100.5))
    assert [(one.what, one.met) for one in at] == [
        ("mixed load, requests a second: times xandikos", True),
        ("CPU of a request, mixed", True),
        ("CPU of a request, GET", True),
    ]
    assert [one.met for one in beyond] == [False, True, False]


def test_no_lost_connection_is_too_few():
    crowd = Crowd(10, 2, 1, dropped=1, memory=1, p99={"get": 50, "propfind-0": 51})
    assert [one.met for one in targets_of(crowd)] == [False, True, False, True]


def test_servers_that_answer_wrong_are_compared_with_nothing():
    run = run_of(a3dav=100, xandikos=1000)
    run.scenarios["mixed"]["xandikos"].wrong = "status 500"
    assert run.times("mixed") == {}


def test_pictures_are_well_formed():
    drawn = dict(
        pictures({"comparison": run_of(a3dav=100, xandikos=1000, floor=20), "growth": run_of(**{"100": 5, "1000": 7})})
    )
    assert set(drawn) == {"rate.svg", "cpu.svg", "growth.svg"}
    assert {etree.fromstring(each.encode()).tag for each in drawn.values()} == {"{http://www.w3.org/2000/svg}svg"}
