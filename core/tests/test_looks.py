"""Who comes while the database is asked goes with the next question."""

import asyncio

import pytest

from a3dav.door import looks
from a3dav.door.looks import Looks
from a3dav.lanes import Seen


class Database:
    """Answers when it is told to, with the name that was asked for."""

    def __init__(self):
        self.asked, self.answers = [], []

    async def ask(self, places):
        self.asked.append([name for _, name in places])
        answer = asyncio.get_running_loop().create_future()
        self.answers.append(answer)
        await answer
        return [Seen("1", (name,)) for _, name in places]

    async def answer(self, failure=None):
        answer = self.answers.pop(0)
        answer.set_result(None) if failure is None else answer.set_exception(failure)
        await settle()


async def settle():
    for _ in range(5):
        await asyncio.sleep(0)


@pytest.fixture
def database():
    return Database()


@pytest.fixture
def look(database):
    """Runs a story with a function that has someone look at a name."""

    def tell(story):
        async def run():
            shared = Looks(database.ask)

            async def begin(*names):
                tasks = [asyncio.create_task(shared.look((b"id", name))) for name in names]
                await settle()
                return tasks

            return await story(begin)

        return asyncio.run(run())

    return tell


def test_the_first_is_asked_for_at_once_and_the_others_together(database, look):
    async def story(begin):
        tasks = await begin("a") + await begin("b", "c") + await begin("d")
        before = list(database.asked)
        await database.answer()
        await database.answer()
        return before, [(await task).row for task in tasks]

    before, rows = look(story)
    assert before == [["a"]]
    assert database.asked == [["a"], ["b", "c", "d"]]
    assert rows == [("a",), ("b",), ("c",), ("d",)]


def test_a_failure_is_told_to_those_who_asked_together_and_to_nobody_else(database, look):
    async def story(begin):
        tasks = await begin("a") + await begin("b", "c")
        await database.answer(OSError("away"))
        await database.answer()
        return [type(found) for found in await asyncio.gather(*tasks, return_exceptions=True)]

    assert look(story) == [OSError, Seen, Seen]


def test_who_left_meanwhile_is_not_asked_for(database, look):
    async def story(begin):
        await begin("a")
        gone, there = await begin("b", "c")
        gone.cancel()
        await settle()
        await database.answer()
        await database.answer()
        return (await there).row

    assert look(story) == ("c",)
    assert database.asked == [["a"], ["c"]]


def test_a_question_is_of_bounded_length(database, look, monkeypatch):
    monkeypatch.setattr(looks, "MOST", 2)

    async def story(begin):
        tasks = await begin("a") + await begin("b", "c", "d")
        for _ in range(3):
            await database.answer()
        return [(await task).row for task in tasks]

    assert look(story) == [("a",), ("b",), ("c",), ("d",)]
    assert database.asked == [["a"], ["b", "c"], ["d"]]


def test_an_answer_that_does_not_come_keeps_others_waiting_for_a_moment_alone(database, look, monkeypatch):
    monkeypatch.setattr(looks, "SLOW_SECONDS", -1)
    monkeypatch.setattr(looks, "AT_ONCE", 2)

    async def story(begin):
        tasks = await begin("a") + await begin("b") + await begin("c")
        before = list(database.asked)
        for _ in range(3):
            await database.answer()
        return before, [(await task).row for task in tasks]

    before, rows = look(story)
    assert (before, rows) == ([["a"], ["b"]], [("a",), ("b",), ("c",)])
