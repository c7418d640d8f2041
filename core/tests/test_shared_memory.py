"""The second level of the cache: a file that processes share."""

import os
import random
import signal
import struct
from contextlib import suppress
from hashlib import sha256
from time import sleep

import pytest

from a3dav.caches.shared import LARGEST_VALUE, Shared

SIZE = 1 << 20
KILLS = 30


def key(text):
    return sha256(str(text).encode()).digest()[:16]


@pytest.fixture
def shared(tmp_path):
    return Shared.below(tmp_path, SIZE)


@pytest.fixture
def file(tmp_path):
    handle = os.open(tmp_path / "shared", os.O_RDWR | os.O_CREAT, 0o600)
    yield handle
    os.close(handle)


@pytest.fixture
def torn(file):
    return Shared(os.dup(file), SIZE)


def overwrite(file, what, by):
    place = os.pread(file, SIZE, 0).index(what)
    os.pwrite(file, by, place)


def in_a_child(work):
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            work()
        os._exit(0)
    return child


def test_what_was_put_is_there(shared):
    shared.put(key("a"), b"value of a")
    assert shared.get(key("a")) == b"value of a"


def test_an_empty_value_is_a_value(shared):
    shared.put(key("a"), b"")
    assert shared.get(key("a")) == b""


def test_what_was_not_put_is_not_there(shared):
    shared.put(key("a"), b"value of a")
    assert shared.get(key("b")) is None


def test_a_value_put_again_is_the_later_one(shared):
    shared.put(key("a"), b"before")
    shared.put(key("a"), b"after")
    assert shared.get(key("a")) == b"after"


def test_another_process_finds_it(shared):
    os.waitpid(in_a_child(lambda: shared.put(key("a"), b"of a child")), 0)
    assert shared.get(key("a")) == b"of a child"


def test_nobody_else_can_open_the_file(tmp_path, shared):
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_for_its_owner_alone(shared):
    assert os.fstat(shared._file).st_mode & 0o777 == 0o600


def test_the_file_has_its_size(shared):
    assert os.fstat(shared._file).st_size == SIZE


def test_the_first_make_room_when_the_ring_is_full(shared):
    for number in range(30):
        shared.put(key(number), b"%2d" % number * 25_000)
    there = [number for number in range(30) if shared.get(key(number)) is not None]
    assert there == list(range(30 - len(there), 30))
    assert 15 <= len(there) <= 20
    assert (shared.all_entries, shared.evictions) == (len(there), 30 - len(there))


def test_the_first_make_room_when_the_slots_are_full(shared):
    for number in range(1000):
        shared.put(key(number), b"small")
    assert shared.all_entries == SIZE // 8192
    assert shared.get(key(999)) == b"small"
    assert shared.get(key(0)) is None


def test_values_are_whole_wherever_the_ring_begins_anew(shared):
    chance = random.Random(1)
    values = {key(number): bytes([number % 256]) * chance.randrange(100_000) for number in range(300)}
    for name, value in values.items():
        shared.put(name, value)
        assert shared.get(name) == value
    assert [name for name, value in values.items() if shared.get(name) not in {None, value}] == []


def test_a_large_value_is_not_kept(tmp_path):
    shared = Shared.below(tmp_path, 64 * SIZE)
    shared.put(key("a"), b"a" * (LARGEST_VALUE + 1))
    assert (shared.get(key("a")), shared.takes(LARGEST_VALUE), shared.takes(LARGEST_VALUE + 1)) == (None, True, False)


def test_one_value_takes_an_eighth_of_the_room_at_most(shared):
    assert (shared.takes(100_000), shared.takes(SIZE // 8)) == (True, False)


def test_a_torn_value_is_none(file, torn):
    torn.put(key("a"), b"a value that is torn")
    overwrite(file, b"value", b"vague")
    assert (torn.get(key("a")), torn.errors) == (None, 1)


def test_a_value_under_a_foreign_key_is_none(file, torn):
    torn.put(key("a"), b"a value")
    torn.put(key("b"), b"another")
    overwrite(file, key("b"), key("a"))
    assert torn.get(key("b")) is None
    assert torn.get(key("a")) == b"a value"


def test_a_foreign_value_with_a_right_digest_but_no_secret_is_none(file, torn):
    torn.put(key("a"), b"honest")
    overwrite(file, b"honest", b"forged")
    begin = os.pread(file, SIZE, 0).index(key("a"))
    os.pwrite(file, sha256(key("a") + b"forged").digest()[:16], begin + 32)
    assert torn.get(key("a")) is None


@pytest.mark.parametrize("field", [16, 24], ids=["place", "length"])
@pytest.mark.parametrize("number", [1, SIZE, 2**40, 2**64 - 1])
def test_a_slot_that_tells_nonsense_is_none(file, torn, field, number):
    torn.put(key("a"), b"a value")
    begin = os.pread(file, SIZE, 0).index(key("a"))
    os.pwrite(file, struct.pack("<Q", number), begin + field)
    assert torn.get(key("a")) is None


@pytest.mark.parametrize("header", [(0, 0, 0), (2**63, 1, 0), (5, 9, 0), (1, 1, 2**63), (10**6, 1, 10)])
def test_it_begins_anew_where_the_header_is_nonsense(file, torn, header):
    torn.put(key("a"), b"a value")
    os.pwrite(file, struct.pack("<QQQ", *header), 0)
    torn.put(key("b"), b"another")
    assert torn.get(key("b")) == b"another"


def test_it_goes_on_where_all_of_the_file_is_nonsense(file, torn):
    torn.put(key("a"), b"a value")
    os.pwrite(file, random.Random(2).randbytes(SIZE), 0)
    assert torn.get(key("a")) is None
    for number in range(100):
        torn.put(key(number), b"value" * 2000)
    assert torn.get(key(99)) == b"value" * 2000


def test_nobody_waits_for_another_who_writes(shared):
    with shared._writing():
        shared.put(key("a"), b"not now")
    assert shared.get(key("a")) is None


def test_nobody_waits_for_another_process_that_writes(shared):
    def hold():
        with shared._writing():
            os.write(end, b"held")
            sleep(60)

    begin, end = os.pipe()
    child = in_a_child(hold)
    os.read(begin, 4)
    shared.put(key("a"), b"not now")
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert shared.get(key("a")) is None
    shared.put(key("a"), b"now")
    assert shared.get(key("a")) == b"now"


def test_a_disk_without_room_is_no_failure(shared, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "pwrite", full)
    shared.put(key("a"), b"a value")
    assert (shared.get(key("a")), shared.errors) == (None, 1)


def test_a_value_that_found_half_of_its_room_is_none(shared, monkeypatch):
    write = os.pwrite
    monkeypatch.setattr(os, "pwrite", lambda file, data, place: write(file, data[:1000], place))
    shared.put(key("a"), b"a" * 2000)
    assert shared.get(key("a")) is None


def test_a_writer_may_be_killed_at_any_moment(shared):
    """What can be read afterwards was put so, and everybody else goes on writing."""

    def write_for_ever():
        while True:
            number = chance.randrange(200)
            shared.put(key(number), value_of(number))

    def value_of(number):
        return bytes([number]) * (number * 500)

    chance = random.Random(3)
    for kill in range(KILLS):
        child = in_a_child(write_for_ever)
        sleep(chance.random() * 0.02)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        there = {number: shared.get(key(number)) for number in range(200)}
        assert [number for number, value in there.items() if value not in {None, value_of(number)}] == []
        shared.put(key("after"), b"%d" % kill)
        assert shared.get(key("after")) == b"%d" % kill
    assert len([value for value in there.values() if value is not None]) > 5


def test_it_reads_right_while_others_write(shared):
    def value_of(number):
        return bytes([number]) * (50 + number * 500)

    def write_for_ever():
        own = random.Random(os.getpid())
        while True:
            number = own.randrange(60)
            shared.put(key(number), value_of(number))

    children = [in_a_child(write_for_ever) for _ in range(2)]
    wrong, found = 0, 0
    for turn in range(20_000):
        value = shared.get(key(turn % 60))
        wrong += value not in {None, value_of(turn % 60)}
        found += value is not None
    for child in children:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    assert (wrong, found > 100) == (0, True)
