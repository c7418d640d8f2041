"""The outbox: messages exist with their transaction, are leased, retried, given up, and never lost."""

import pytest
from click.testing import CliRunner

from a3dav import identifiers, outbox
from a3dav.cli import complete
from a3dav.errors import A3davError, TryLater
from a3dav.outbox import deliver_due
from a3dav.registries import Delivery
from a3dav.storage.transaction import Actor

HOUR_MS = 3_600_000


@pytest.fixture
def clock(monkeypatch):
    """Moves the time of the outbox."""

    class Clock:
        def __init__(self):
            self.shift = 0

        def now(self):
            return identifiers.now_ms() + self.shift

    moved = Clock()
    monkeypatch.setattr(outbox, "now_ms", moved.now)
    return moved


@pytest.fixture
def arrived(house):
    """A delivery of letters, and what came by it."""
    came = []
    house.deliveries["letter"] = Delivery("letter", lambda _, message: came.append(message.payload), 3)
    return came


def post(house, payload=b"hello"):
    house.transact(Actor(), lambda tx: tx.post("letter", b"", payload))


def rows(house):
    return house.store.engine.rows("SELECT attempts, given_up, failure, fence FROM outbox")


def test_a_message_arrives_and_is_gone(house, arrived):
    post(house)
    assert deliver_due(house) == 1
    assert (arrived, rows(house)) == ([b"hello"], [])


def test_a_transaction_that_fails_leaves_no_message(house, arrived):
    def work(tx):
        tx.post("letter", b"", b"hello")
        raise A3davError("no")

    with pytest.raises(A3davError):
        house.transact(Actor(), work)
    assert (deliver_due(house), arrived) == (0, [])


def test_a_message_of_a_plugin_that_is_off_waits(house, arrived):
    post(house)
    del house.deliveries["letter"]
    assert (deliver_due(house), len(rows(house))) == (0, 1)


def test_two_processes_deliver_a_message_once(make_house):
    first, second = make_house(), make_house()
    came = []

    def slowly(_, message):
        came.append(message.payload)
        assert deliver_due(second) == 0  # while the other has it

    for house in (first, second):
        house.deliveries["letter"] = Delivery("letter", slowly)
    post(first)
    assert deliver_due(first) == 1
    assert came == [b"hello"]


def test_a_clock_that_is_a_second_behind_takes_no_message_away(make_house, clock):
    first, second = make_house(), make_house()

    def slowly(_, message):
        clock.shift = -1000
        assert deliver_due(second) == 0
        clock.shift = 0

    for house in (first, second):
        house.deliveries["letter"] = Delivery("letter", slowly)
    first.transact(Actor(), lambda tx: tx.post("letter", b"", b"hello", due=1))
    assert deliver_due(first) == 1


def test_what_a_dead_process_had_goes_to_another(make_house, clock):
    first, second = make_house(), make_house()
    came = []

    def dies(_, message):
        raise KeyboardInterrupt

    first.deliveries["letter"] = Delivery("letter", dies)
    second.deliveries["letter"] = Delivery("letter", lambda _, message: came.append(message.payload))
    post(first)
    with pytest.raises(KeyboardInterrupt):
        deliver_due(first)
    assert deliver_due(second) == 0
    clock.shift = outbox.LEASE_MS + 1000
    assert (deliver_due(second), came) == (1, [b"hello"])


def test_one_who_is_late_takes_nothing_away_from_who_took_over(make_house, clock):
    first, second = make_house(), make_house()

    def fails(_, message):
        raise A3davError("the world is closed")

    def loses_its_lease(_, message):
        clock.shift += outbox.LEASE_MS + 1000
        assert deliver_due(second) == 0

    first.deliveries["letter"] = Delivery("letter", loses_its_lease)
    second.deliveries["letter"] = Delivery("letter", fails)
    post(first)
    deliver_due(first)
    assert [(attempts, failure) for attempts, _, failure, _ in rows(first)] == [(1, "the world is closed")]


@pytest.mark.parametrize("error", [A3davError("the world is closed"), ValueError("secret words")])
def test_a_failure_is_tried_again_after_a_growing_pause_and_then_given_up(house, clock, error):
    tried = []

    def fails(_, message):
        tried.append(message.attempts)
        raise error

    house.deliveries["letter"] = Delivery("letter", fails, 3)
    post(house)
    deliver_due(house)
    deliver_due(house)
    assert tried == [0]
    for _ in range(5):
        clock.shift += HOUR_MS * 2
        deliver_due(house)
    assert tried == [0, 1, 2]
    ((attempts, given_up, failure, _),) = rows(house)
    assert (attempts, given_up, "secret" in failure) == (3, 1, False)


def test_a_lease_of_a_clock_that_ran_ahead_does_not_hold_a_message_for_days(make_house, clock):
    first, second = make_house(), make_house()

    def dies(_, message):
        raise KeyboardInterrupt

    first.deliveries["letter"] = Delivery("letter", dies)
    came = []
    second.deliveries["letter"] = Delivery("letter", lambda _, message: came.append(message.payload))
    post(first)
    clock.shift = 24 * HOUR_MS
    with pytest.raises(KeyboardInterrupt):
        deliver_due(first)
    clock.shift = 1000
    assert (deliver_due(second), came) == (1, [b"hello"])


@pytest.fixture
def given_up(house, clock):
    """The id of a message that nobody could deliver."""

    def fails(_, message):
        raise A3davError("the world is closed")

    house.deliveries["letter"] = Delivery("letter", fails, 1)
    post(house)
    deliver_due(house)
    return bytes(house.store.engine.row("SELECT id FROM outbox")[0]).hex()


@pytest.fixture
def command(house, store_settings):
    """Runs `a3dav outbox` on the same store."""

    def run(*arguments):
        environment = {**store_settings, "A3DAV_SERVER__DATA_DIR": str(house.store.data_dir)}
        return CliRunner().invoke(complete(), ["outbox", *arguments], env=environment)

    return run


def test_a_message_that_was_given_up_is_shown_with_its_reason(command, given_up):
    shown = command("list").output
    assert given_up in shown
    assert "given up" in shown
    assert "the world is closed" in shown


def test_a_message_that_was_given_up_can_be_tried_again(house, command, given_up):
    came = []
    house.deliveries["letter"] = Delivery("letter", lambda _, message: came.append(message.payload))
    assert command("retry", given_up).exit_code == 0
    assert (deliver_due(house), came) == (1, [b"hello"])


def test_a_message_can_be_dropped_and_that_is_noted(house, command, given_up):
    assert command("drop", given_up).exit_code == 0
    assert rows(house) == []
    assert house.store.engine.row("SELECT action FROM audit ORDER BY position DESC LIMIT 1") == ("message-dropped",)


def test_a_message_waits_as_long_as_its_delivery_says(house, clock):
    answers = [TryLater("busy", 600)]

    def deliver(_, message):
        if answers:
            raise answers.pop()

    house.deliveries["letter"] = Delivery("letter", deliver, 3)
    post(house)
    deliver_due(house)
    clock.shift += 590_000
    early = deliver_due(house)
    clock.shift += 20_000
    assert (early, deliver_due(house)) == (0, 1)


def test_a_message_waits_a_day_at_most(house, clock):
    def deliver(_, message):
        raise TryLater("busy", 10**9)

    house.deliveries["letter"] = Delivery("letter", deliver, 3)
    post(house)
    deliver_due(house)
    clock.shift += 25 * HOUR_MS
    deliver_due(house)
    assert rows(house)[0][0] == 2


@pytest.mark.parametrize("message_id", ["00", "nonsense"])
def test_a_message_that_does_not_exist_is_named(command, house, message_id):
    refused = command("retry", message_id).exception
    assert "a3dav outbox list" in str(refused)
