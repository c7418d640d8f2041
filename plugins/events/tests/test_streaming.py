"""The change feed as server-sent events."""

import json

import pytest

from a3dav.administration import find_account, set_disabled
from a3dav.exchange import Request
from a3dav.lanes import run_here
from a3dav.lifecycle import answer
from a3dav.storage.transaction import Actor

FILES, PLACE = "/files/alice/", "/api/v1/changes/stream"


def events_of(text):
    """The events of a stream: for each block its fields, comments left out."""
    blocks = [block.splitlines() for block in text.decode().split("\n\n") if block]
    return [fields for block in blocks if (fields := dict(line.split(": ", 1) for line in block if line[0] != ":"))]


def listen(client, **headers):
    """The answer of a stream, whose body tells news when it is asked for them."""
    sent = {"authorization": client.authorization, "host": "localhost"}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    request = Request("GET", PLACE.encode(), sent, peer=client.peer)
    return run_here(client.house, answer(client.house, request))


def test_a_stream_begins_with_now_and_says_where_that_is(alice):
    alice.put(FILES + "before", b"1")
    response = listen(alice)
    assert (response.status, response.content_type) == (200, "text/event-stream")
    retry, place = events_of(response.body.news().text)
    assert retry == {"retry": "3000"}
    assert place.keys() == {"id"}


def test_each_change_is_an_event_with_its_place(alice):
    stream = listen(alice).body
    stream.news()
    alice.put(FILES + "a", b"1")
    (event,) = events_of(stream.news().text)
    data = json.loads(event["data"])
    assert (event["event"], event["id"], data["href"]) == ("change", data["cursor"], FILES + "a")
    assert stream.news().text == b""


def test_a_client_that_was_cut_off_hears_what_it_missed(alice):
    stream = listen(alice).body
    place = events_of(stream.news().text)[-1]["id"]
    alice.put(FILES + "a", b"1")
    alice.put(FILES + "b", b"1")
    told = events_of(listen(alice, last_event_id=place).body.news().text)
    assert [json.loads(event["data"])["href"] for event in told[1:]] == [FILES + "a", FILES + "b"]


def test_a_place_that_is_not_known_any_more_is_reset(alice, house):
    alice.put(FILES + "a", b"1")
    place = events_of(listen(alice).body.news().text)[-1]["id"]
    house.store.epoch = "0" * 32
    _, reset, *_ = events_of(listen(alice, last_event_id=place).body.news().text)
    assert reset["event"] == "reset"
    assert [event.get("event") for event in events_of(listen(alice, last_event_id=reset["id"]).body.news().text)] == [
        None, None,
    ]  # fmt: skip


def test_much_at_once_is_told_in_short_reads(alice):
    stream = listen(alice).body
    stream.news()
    for number in range(60):
        alice.put(f"{FILES}{number}", b"1")
    first, second = stream.news(), stream.news()
    assert (len(events_of(first.text)), first.more) == (50, True)
    assert (len(events_of(second.text)), second.more) == (10, False)


def test_what_others_share_is_listened_to_from_then_on(make_house):
    from a3dav.testing.people import add_person

    house = make_house(plugins__sharing__auto_accept="true")
    alice, bob = add_person(house, "alice"), add_person(house, "bob")
    stream = listen(bob).body
    ids = {name: find_account(house, name).id for name in ("alice", "bob")}
    assert stream.news().topics == {ids["bob"]}
    wanted = {"collection": "/calendars/alice/calendar/", "sharee": "bob", "access": "read", "summary": "Hers"}
    alice.request("POST", "/api/sharing", json.dumps(wanted), content_type="application/json")
    assert stream.news().topics == {ids["alice"], ids["bob"]}


def test_nothing_is_told_once_the_credential_changed(alice, house):
    stream = listen(alice).body
    stream.news()
    alice.put(FILES + "a", b"1")
    set_disabled(house, Actor(), "alice", disabled=True)
    news = stream.news()
    assert (news.text, news.over) == (b"", True)


def test_silence_is_a_comment_and_a_place_where_something_went_by(alice, bob, house):
    stream = listen(alice).body
    stream.news()
    assert events_of(stream.quiet()) == []
    assert stream.quiet().startswith(b":")
    assert stream.goodbye.startswith(b"retry: ")


def test_too_many_listeners_of_an_account_are_told_to_come_later(make_house):
    from a3dav.testing.people import add_person

    house = make_house(listening__per_account=1)
    alice = add_person(house, "alice")
    house.audience.enter(listen(alice).body)
    refused = alice.get(PLACE)
    assert (refused.status, refused.headers["retry-after"], refused.json["type"]) == (
        429, "30", "/problems/too-many-requests",
    )  # fmt: skip


def test_no_proxy_keeps_or_gathers_a_stream(alice):
    headers = dict(listen(alice).headers)
    assert (headers["Cache-Control"], headers["X-Accel-Buffering"]) == ("no-store", "no")


@pytest.mark.parametrize("text", ["x", "1-0-0"])
def test_a_cursor_that_cannot_be_is_a_place_that_is_not_known(alice, text):
    events = events_of(alice.get(f"{PLACE}?cursor={text}").body)
    assert [event.get("event") for event in events][:2] == [None, "reset"]
