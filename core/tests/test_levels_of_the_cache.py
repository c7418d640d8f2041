"""Which answers are looked for at which level of the cache, and what happens where one fails."""

import logging
from types import SimpleNamespace

import pytest

from a3dav.board import Board
from a3dav.caches.shared import Shared
from a3dav.config.model import AsyncPoolSettings, CacheSettings, CoreSettings, ServerSettings
from a3dav.errors import ServiceUnavailable
from a3dav.methods import propfind
from a3dav.supervisor.serving import shared_of
from a3dav.testing.people import add_person

CALENDAR, FILE = "/calendars/alice/calendar/", "/files/alice/a.txt"


def settings(folder, **given):
    workers = AsyncPoolSettings(workers=given.pop("workers", 2))
    return CoreSettings(ServerSettings(data_dir=str(folder)), async_pool=workers, cache=CacheSettings(**given))


def test_several_workers_share_a_file(tmp_path):
    assert isinstance(shared_of(settings(tmp_path)), Shared)


@pytest.mark.parametrize("given", [{"workers": 1}, {"l2_size": 0}])
def test_no_file_is_made_where_nobody_would_look_into_it(tmp_path, given):
    assert shared_of(settings(tmp_path, **given)) is None


def test_a_server_starts_where_the_file_cannot_be_made(tmp_path, caplog):
    caplog.set_level(logging.WARNING)
    assert shared_of(settings(tmp_path / "nowhere")) is None
    assert caplog.messages == [
        f"workers keep no answers for one another: {tmp_path}/nowhere: No such file or directory"
    ]


@pytest.fixture
def looks(make_house, tmp_path):
    """How often a request looks into the shared file that it finds empty."""
    shared = Shared.below(tmp_path, 1 << 20)
    alice = add_person(make_house(board=Board(rows=1, shared=shared)), "alice")

    def looks(*request, **headers):
        before = shared.misses
        alice.request(*request, **headers)
        return shared.misses - before

    return looks


SYNC = '<sync-collection xmlns="DAV:"><sync-token/><sync-level>1</sync-level><prop><getetag/></prop></sync-collection>'
ETAGS = '<propfind xmlns="DAV:"><prop><getetag/></prop></propfind>'


@pytest.mark.parametrize(
    ("request_", "depth", "count"),
    [
        (("REPORT", CALENDAR, SYNC), "", 1),
        (("PROPFIND", CALENDAR, ETAGS), "1", 1),
        (("PROPFIND", CALENDAR, ETAGS), "0", 0),
        (("GET", CALENDAR + "a.ics"), "", 0),
    ],
)
def test_workers_share_what_takes_more_than_to_be_fetched(looks, request_, depth, count):
    assert looks(*request_, depth=depth) == count


def test_a_full_lane_costs_an_answer_from_afar_and_nothing_else(make_house, valkey_server, monkeypatch):
    def full(_):
        raise ServiceUnavailable("the server is busy")

    house = make_house(cache__l3_url=valkey_server)
    alice = add_person(house, "alice")
    monkeypatch.setattr(propfind, "MANY_MEMBERS", 0)
    monkeypatch.setattr(
        house, "remote", SimpleNamespace(usable=True, get=full, put=lambda *_: None, close=house.remote.close)
    )
    assert alice.propfind(CALENDAR, "{DAV:}getetag", depth="1").status == 207


def told(answer):
    """The headers of an answer that do not tell when it was given."""
    return {name: value for name, value in answer.headers.items() if name not in {"x-request-id", "date"}}


@pytest.mark.parametrize("method", ["GET", "PROPFIND", "REPORT"])
def test_an_answer_of_before_has_the_headers_of_the_first(make_house, method):
    house = make_house()
    alice = add_person(house, "alice")
    alice.put(FILE, "a")
    path, body = (FILE, "") if method == "GET" else (CALENDAR, SYNC if method == "REPORT" else ETAGS)
    first = alice.request(method, path, body, depth="0")
    hits = house.memory.hits
    again = alice.request(method, path, body, depth="0")
    assert (again.status, again.body, told(again)) == (first.status, first.body, told(first))
    assert house.memory.hits > hits
    assert {"dav", "x-content-type-options"} <= set(told(again))


@pytest.mark.rfc("4918", "5.2")
def test_an_answer_of_before_names_the_place_that_was_asked_for(make_house):
    """Which the path of the request decides, and the rest of the answer does not."""
    alice = add_person(make_house(), "alice")
    places = [CALENDAR, CALENDAR[:-1], CALENDAR, CALENDAR[:-1]]
    answers = [alice.request("PROPFIND", place, ETAGS, depth="0") for place in places]
    assert [answer.headers.get("content-location") for answer in answers] == [None, CALENDAR, None, CALENDAR]
