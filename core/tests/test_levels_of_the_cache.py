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

CALENDAR = "/calendars/alice/calendar/"


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
