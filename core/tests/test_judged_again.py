"""A write whose ground moved between its judgement and its transaction is judged again, and no more than a few times."""

import pytest

from a3dav import hookimpl
from a3dav.exchange import Body
from a3dav.lanes import TooDear
from a3dav.writing import ATTEMPTS, Moved

PLACE = "/files/alice/note.txt"


class Changeable:
    """Notes what each judgement saw, and finds in the transaction that it moved, as often as `moves` says."""

    def __init__(self, moves):
        self.moves, self.seen = moves, []

    @hookimpl
    def a3dav_validate_write(self, write):
        self.seen.append(write.body.read())
        write.notes["judgement"] = len(self.seen)

    @hookimpl
    def a3dav_in_transaction(self, write):
        assert write.notes["judgement"] == len(self.seen)
        if len(self.seen) <= self.moves:
            raise Moved


@pytest.fixture
def changeable(house):
    def register(moves):
        plugin = Changeable(moves)
        house.plugins.register(plugin)
        return plugin

    return register


@pytest.mark.parametrize("size", [10, 2**20 + 1])
def test_it_is_judged_again_with_the_same_body(alice, changeable, size):
    judged = changeable(2)
    assert alice.put(PLACE, b"x" * size).status == 201
    assert judged.seen == [b"x" * size] * 3
    assert alice.get(PLACE).body == b"x" * size


def test_one_that_never_comes_to_rest_is_refused_for_now(alice, changeable):
    judged = changeable(ATTEMPTS)
    answer = alice.put(PLACE, b"one")
    assert (answer.status, answer.headers["retry-after"], len(judged.seen)) == (503, "1", ATTEMPTS)
    assert alice.get(PLACE).status == 404


class Hesitant:
    """Finds out late that judging takes long, behind much that it did to the write."""

    def __init__(self):
        self.seen = []

    @hookimpl
    def a3dav_validate_write(self, write):
        self.seen.append((write.hurried, write.body.read(), dict(write.notes), len(write.also)))
        write.notes["mine"], write.body, write.converted = True, Body(data=b"other", length=5), True
        write.also.append(lambda tx, write: None)
        if write.hurried:
            raise TooDear


def test_what_turns_out_to_be_dear_is_judged_anew_as_it_came(house, alice):
    plugin = Hesitant()
    house.plugins.register(plugin)
    assert alice.put(PLACE, b"one").status == 201
    assert plugin.seen == [(True, b"one", {}, 0), (False, b"one", {}, 0)]
    assert alice.get(PLACE).body == b"other"


def test_what_was_made_of_a_body_is_made_anew_of_another(house, alice):
    made = []

    class Twice:
        @hookimpl(tryfirst=True)
        def a3dav_validate_write(self, write):
            for body in (write.body, write.body, Body(data=b"two", length=3)):
                write.body = body
                made.append(write.once("text", lambda: [write.body.read()])[0])

    house.plugins.register(Twice())
    alice.put(PLACE, b"one")
    assert made == [b"one", b"one", b"two"]
