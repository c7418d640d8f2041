"""Hooks that every request calls are called straight, and answer as pluggy would have them answer."""

import pluggy
import pytest

from a3dav.straight import Straight

specified, implemented = pluggy.HookspecMarker("straight"), pluggy.HookimplMarker("straight")


class Hooks:
    @specified(firstresult=True)
    def question(self, house, request): ...

    @specified
    def moment(self, exchange, response, seconds): ...


@pytest.fixture
def manager():
    found = pluggy.PluginManager("straight")
    found.add_hookspecs(Hooks)
    return found


def answering(answer, heard, **options):
    class Plugin:
        @implemented(**options)
        def question(self, request):
            heard.append((answer, request))
            return answer

    return Plugin()


def both(manager, *values):
    """What pluggy makes of a question, and what comes of it straight."""
    house, request = values
    return manager.hook.question(house=house, request=request), Straight(manager.hook.question)(house, request)


def test_the_first_answer_counts_in_the_order_of_pluggy(manager):
    heard = []
    for answer in (0, None, "", None):
        manager.register(answering(answer, heard))
    assert both(manager, "house", "request") == ("", "")
    assert heard == [(None, "request"), ("", "request")] * 2


def test_one_that_wants_to_be_first_is(manager):
    heard = []
    manager.register(answering("first", heard, tryfirst=True))
    manager.register(answering("second", heard))
    manager.register(answering("last", heard, trylast=True))
    assert both(manager, 1, 2) == ("first", "first")


def test_a_question_that_nobody_answers_has_none(manager):
    assert both(manager, 1, 2) == (None, None)


def test_a_moment_is_told_to_all_with_what_they_ask_for(manager):
    heard = []

    class One:
        @implemented
        def moment(self, seconds, exchange):
            heard.append((exchange, seconds))
            return "not asked for"

    class Other:
        @implemented
        def moment(self, exchange, response, seconds):
            heard.append((exchange, response, seconds))

    manager.register(One())
    manager.register(Other())
    Straight(manager.hook.moment)("exchange", "response", 0.5)
    assert heard == [("exchange", "response", 0.5), ("exchange", 0.5)]


def test_what_wraps_the_others_does(manager):
    class Wrapping:
        @implemented(wrapper=True)
        def question(self):
            return f"not {(yield)}"

    manager.register(answering("this", []))
    manager.register(Wrapping())
    assert both(manager, 1, 2) == ("not this", "not this")


def test_who_comes_and_goes_later_is_called_and_is_not(manager):
    straight, plugin = Straight(manager.hook.question), answering("here", [])
    told = [straight(1, 2)]
    manager.register(plugin)
    told.append(straight(1, 2))
    manager.unregister(plugin)
    assert [*told, straight(1, 2)] == [None, "here", None]


def test_what_is_raised_ends_the_question(manager):
    heard = []

    class Failing:
        @implemented
        def question(self):
            raise LookupError("of a plugin")

    manager.register(answering("later", heard))
    manager.register(Failing())
    with pytest.raises(LookupError, match="of a plugin"):
        Straight(manager.hook.question)(1, 2)
    assert heard == []
