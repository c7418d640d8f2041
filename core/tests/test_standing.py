"""What a worker keeps under one generation."""

import pytest

from a3dav.storage.transaction import Actor


@pytest.fixture
def asked(house):
    """Recalls a key, and says how often the answer was worked out."""
    calls = []

    def ask(key="key", answer=1):
        return house.standing.recall(key, lambda: calls.append(key) or answer)

    ask.calls = calls
    return ask


def test_an_answer_is_worked_out_once(house, asked):
    house.standing.look()
    assert [asked(), asked(), len(asked.calls)] == [1, 1, 1]


def test_another_generation_begins_anew(house, asked):
    house.standing.look()
    asked()
    house.store.engine.raise_generation()
    house.standing.look()
    asked()
    assert len(asked.calls) == 2


def test_a_request_goes_on_under_the_generation_it_began_with(house, asked):
    house.standing.look()
    asked()
    house.store.engine.raise_generation()
    asked()
    assert len(asked.calls) == 1


def test_nothing_is_kept_outside_of_requests(asked):
    assert [asked(), asked(), len(asked.calls)] == [1, 1, 2]


def test_nothing_is_kept_inside_of_a_transaction(house, asked):
    house.standing.look()
    house.transact(Actor(), lambda _: [asked(), asked()])
    assert len(asked.calls) == 2


def test_what_is_not_there_is_asked_for_again(house, asked):
    house.standing.look()
    assert [asked(answer=None), asked(answer=None), len(asked.calls)] == [None, None, 2]


def test_what_one_house_keeps_is_unknown_to_another(house, make_house, asked):
    house.standing.look()
    asked()
    assert make_house().standing.recall("key", lambda: "other") == "other"


def test_the_generation_of_a_request_is_known_where_nothing_is_kept(house):
    house.standing.off = True
    house.standing.look()
    house.store.engine.raise_generation()
    begun = house.standing.generation
    house.standing.look()
    assert (begun != "", house.standing.generation != begun) == (True, True)


def test_no_generation_is_known_inside_of_a_transaction(house):
    house.standing.look()
    assert house.transact(Actor(), lambda tx: house.standing.generation) == ""
