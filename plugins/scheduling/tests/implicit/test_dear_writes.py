"""Which writes of calendar objects take too long for the event loop."""

import pytest

from a3dav.exchange import Body
from a3dav.principals import Account, Identity
from a3dav.resources import Resource
from a3dav.writing import WriteContext

CAROL = Identity(Account(b"c" * 16, "user", "carol", email="carol@example.com"), "password")
STRANGERS = b"ORGANIZER:mailto:boss@example.com\r\nATTENDEE:mailto:guest@example.com\r\n"


@pytest.fixture
def is_dear(house):
    def is_dear(data, operation="put"):
        parent = Resource("calendar", ("calendars", "carol", "calendar"), True)
        write = WriteContext(house, CAROL, "", operation, parent, "a.ics", kind="calendar-object")
        write.body = Body(data=data, length=len(data))
        return bool(house.hooks.a3dav_is_dear(write=write))

    return is_dear


@pytest.mark.parametrize("body", [b"SUMMARY:Lunch\r\n", STRANGERS])
def test_a_small_object_that_names_nobody_here_is_judged_where_it_came(is_dear, body):
    assert not is_dear(body)


@pytest.mark.parametrize(
    "body",
    [
        STRANGERS + b"ATTENDEE:mailto:Carol@Example.com\r\n",
        STRANGERS + b"ATTENDEE:/principals/users/carol/\r\n",
        STRANGERS + b"DESCRIPTION:" + b"x" * 8192,
    ],
)
def test_one_that_names_the_sender_or_is_large_is_not(is_dear, body):
    assert is_dear(body)


@pytest.mark.parametrize("operation", ["copy", "move"])
def test_what_is_bound_elsewhere_is_not_if_it_has_an_organizer(is_dear, operation):
    assert is_dear(STRANGERS, operation)
