"""Webhooks: what is sent to whom, and how it is signed."""

import base64
import hashlib
import hmac
import json

import pytest

from a3dav.administration import find_account
from a3dav.testing.people import add_person
from a3dav_events.webhooks import noting
from a3dav_events.webhooks.signing import signature

FILES = "/files/alice/"


def test_a_change_is_sent_signed_and_without_what_is_in_it(hook, alice, receiver, deliver, home):
    alice.put(FILES + "a", b"very secret")
    deliver()
    ((path, headers, body),) = receiver.got
    key = base64.b64decode(hook["secret"].removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"
    message = json.loads(body)
    assert (path, message["type"], message["data"]["href"]) == ("/hook", "file.created", FILES + "a")
    assert (message["id"], message["webhook"]) == (headers["webhook-id"], hook["id"])
    assert message["account"] == find_account(home, "alice").id.hex()
    assert b"secret" not in body


def test_signatures_are_those_of_standard_webhooks():
    """The example of the specification's own libraries."""
    secret, body = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", b'{"test": 2432232314}'
    made = signature(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body)
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_burst_is_gathered_by_one_message(hook, alice, receiver, deliver, home):
    for number in range(5):
        alice.put(f"{FILES}{number}", b"1")
    waiting = home.store.engine.rows("SELECT kind FROM outbox WHERE kind = ?", (noting.GATHER,))
    assert waiting == [(noting.GATHER,)]
    deliver()
    assert receiver.types == ["file.created"] * 5


@pytest.mark.parametrize(
    ("wanted", "types"),
    [
        ({"types": ["file.deleted"]}, ["file.deleted"]),
        ({"types": ["folder.*"]}, ["folder.created"]),
        ({"types": None}, ["folder.created", "file.created", "file.deleted"]),
    ],
)
def test_it_sends_what_it_is_for(api, alice, receiver, deliver, wanted, types):
    alice.put(FILES + "old", b"1")
    api("POST", "/webhooks", {"url": receiver.url, **wanted})
    alice.request("MKCOL", FILES + "d/")
    alice.put(FILES + "a", b"1")
    alice.delete(FILES + "old")
    deliver()
    assert sorted(receiver.types) == sorted(types)


def test_it_sends_of_collections_that_it_names(api, alice, receiver, deliver, home):
    alice.request("MKCOL", FILES + "d/")
    folder = home.resolve(("files", "alice", "d")).id.hex()
    api("POST", "/webhooks", {"url": receiver.url, "collections": [folder]})
    alice.put(FILES + "a", b"1")
    alice.put(FILES + "d/b", b"1")
    deliver()
    assert [message["data"]["href"] for message in receiver.messages] == [FILES + "d/b"]


def test_what_others_share_is_sent_as_long_as_one_may_read_it(hook, alice, receiver, deliver, home):
    bob = add_person(home, "bob")
    calendar = "/calendars/bob/calendar/"

    def offer(access):
        wanted = json.dumps({"collection": calendar, "sharee": "alice", "access": access, "summary": "His"})
        assert bob.request("POST", "/api/sharing", wanted, content_type="application/json").status == 200

    offer("read")
    deliver()
    event = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\nUID:{0}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260310T110000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    bob.put(calendar + "a.ics", event.format("a"))
    deliver()
    assert "event.created" in receiver.types
    bob.put(calendar + "b.ics", event.format("b"))
    offer("none")
    deliver()
    assert receiver.types.count("event.created") == 1


def test_others_hear_nothing(hook, receiver, deliver, home):
    add_person(home, "bob").put("/files/bob/a", b"1")
    deliver()
    assert receiver.got == []


def test_a_refused_write_sends_nothing(hook, alice, receiver, deliver):
    alice.put(FILES + "a", b"1", if_match='"other"')
    deliver()
    assert receiver.got == []


def test_a_message_that_was_sent_twice_has_one_id(hook, alice, receiver, deliver):
    receiver.answers = [500]
    alice.put(FILES + "a", b"1")
    deliver()
    deliver(60_000)
    (_, first, body), (_, second, again) = receiver.got
    assert (first["webhook-id"], body) == (second["webhook-id"], again)
