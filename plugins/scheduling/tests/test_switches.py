"""Who does the scheduling of a calendar: the server, the client, or nobody."""

import pytest

from a3dav_scheduling.switches import Mode, mode_of

from .conftest import CALENDAR, HOME, INBOX, TASKS, A, features, proppatch, value

SWITCH, ENABLED = f"{A}scheduling", "{http://cyrusimap.org/ns/}scheduling-enabled"


def test_the_server_does_it_unless_told_otherwise(alice):
    assert value(alice, CALENDAR, SWITCH).text == "server"
    assert value(alice, CALENDAR, ENABLED).text == "T"


@pytest.mark.parametrize(("mode", "enabled"), [("client", "F"), ("off", "F"), ("server", "T")])
def test_a_calendar_is_switched(alice, mode, enabled):
    assert not proppatch(alice, CALENDAR, f"<A:scheduling>{mode}</A:scheduling>").multistatus[CALENDAR].missing
    assert (value(alice, CALENDAR, SWITCH).text, value(alice, CALENDAR, ENABLED).text) == (mode, enabled)


@pytest.mark.parametrize(("word", "mode"), [("F", "client"), ("T", "server")])
def test_clients_of_cyrus_switch_it_in_their_way(alice, word, mode):
    proppatch(alice, CALENDAR, f"<Y:scheduling-enabled>{word}</Y:scheduling-enabled>")
    assert value(alice, CALENDAR, SWITCH).text == mode


def test_taking_the_property_away_leaves_it_to_the_server(alice):
    proppatch(alice, CALENDAR, "<A:scheduling>off</A:scheduling>")
    proppatch(alice, CALENDAR, "<A:scheduling/>", remove=True)
    assert value(alice, CALENDAR, SWITCH).text == "server"


@pytest.mark.parametrize(
    "element", ["<A:scheduling>maybe</A:scheduling>", "<Y:scheduling-enabled>perhaps</Y:scheduling-enabled>"]
)
def test_other_words_are_refused(alice, element):
    assert set(proppatch(alice, CALENDAR, element).multistatus[CALENDAR].missing.values()) == {409}


def test_an_inbox_has_no_switch(alice):
    assert value(alice, INBOX, SWITCH) is None


@pytest.mark.rfc("6638", "2")
@pytest.mark.parametrize("mode", ["client", "off"])
def test_the_header_is_not_there_where_the_server_does_not_schedule(alice, mode):
    proppatch(alice, CALENDAR, f"<A:scheduling>{mode}</A:scheduling>")
    assert "calendar-auto-schedule" not in features(alice, CALENDAR)
    assert "calendar-auto-schedule" in features(alice, TASKS)


@pytest.mark.parametrize(("tasks", "expected"), [("client", False), ("server", True)])
def test_a_home_is_told_as_its_calendars_are(alice, tasks, expected):
    proppatch(alice, CALENDAR, "<A:scheduling>client</A:scheduling>")
    proppatch(alice, TASKS, f"<A:scheduling>{tasks}</A:scheduling>")
    assert ("calendar-auto-schedule" in features(alice, HOME)) is expected


def test_modes_are_looked_up_together(house, alice):
    proppatch(alice, CALENDAR, "<A:scheduling>off</A:scheduling>")
    calendars = [house.resolve(("calendars", "alice", name)) for name in ("tasks", "calendar")]
    assert mode_of(house.store, calendars) == [Mode.SERVER, Mode.OFF]
