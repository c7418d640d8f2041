"""Uploads of clients that are slow on purpose: the pace and the length of time of a body are bounded."""

import asyncio
from types import SimpleNamespace

import pytest

from a3dav.door import bodies
from a3dav.door.bodies import BodyReader, RequestTimeout
from a3dav.door.deadlines import Deadlines
from a3dav.errors import BadRequest, ContentTooLarge
from a3dav.lanes import BodyWanted


class Upload:
    """A client that sends `size` bytes every `seconds` of a clock of its own, `pieces` times."""

    def __init__(self, pieces, size, seconds):
        self.left, self.size, self.seconds, self.now = pieces, size, seconds, 0.0

    def monotonic(self):
        return self.now

    async def receive(self):
        self.left -= 1
        self.now += self.seconds
        return {"type": "http.request", "body": b"x" * self.size, "more_body": self.left > 0}


async def in_thread(call, *args):
    return call(*args)


@pytest.fixture
def read(tmp_path, monkeypatch):
    def start(upload, *, length="", pause=60, min_rate=0, longest=0, limit=0, chunked=False):
        monkeypatch.setattr(bodies, "time", SimpleNamespace(monotonic=upload.monotonic))
        reader = BodyReader(
            upload.receive, length, tmp_path, in_thread, Deadlines(), expects_continue=False, inline_limit=10_000,
            pause=pause, min_rate=min_rate, longest=longest, chunked=chunked,
        )  # fmt: skip
        return asyncio.run(reader.read(BodyWanted(limit, ContentTooLarge("too large"))))

    return start


def test_a_body_that_comes_steadily_is_read_whole(read):
    assert read(Upload(10, 100, 1), min_rate=100, longest=60).length == 1000


def test_the_end_of_a_body_of_known_length_is_not_asked_for(read):
    """It would take the way through Granian's threads once more, as long as the first."""
    upload = Upload(10, 100, 1)
    assert read(upload, length="200").length == 200
    assert upload.left == 8


@pytest.mark.rfc("9112", "6.3")
def test_a_chunked_body_has_no_length_before_its_end(read):
    with pytest.raises(BadRequest, match="1000 bytes where 200 were announced"):
        read(Upload(10, 100, 1), length="200", chunked=True)


@pytest.mark.rfc("9110", "15.5.9")
def test_a_body_that_comes_too_slowly_is_given_up(read):
    with pytest.raises(RequestTimeout, match="too slowly"):
        read(Upload(1000, 1, 1), min_rate=100)


@pytest.mark.rfc("9110", "15.5.9")
def test_a_body_that_takes_too_long_is_given_up_at_whatever_pace(read):
    with pytest.raises(RequestTimeout, match="too long"):
        read(Upload(1000, 1000, 1), min_rate=100, longest=60)


def test_without_the_settings_a_body_may_take_its_time(read):
    assert read(Upload(100, 1, 1000)).length == 100


def test_a_body_that_grows_beyond_its_limit_is_given_up_at_once(read):
    upload = Upload(1000, 100, 1)
    with pytest.raises(ContentTooLarge):
        read(upload, limit=250)
    assert upload.left == 997
