"""Webhooks that are not taken: tried again, woken and given up."""

import json

import pytest

from a3dav import outbox
from a3dav.administration import erase_account, find_account, set_disabled
from a3dav.credentials import add_token, revoke_token
from a3dav.storage.transaction import Actor
from a3dav.testing.api import ApiClient
from a3dav_events.webhooks import delivering, upkeep

FILES = "/files/alice/"
DAY_MS = 86_400_000


@pytest.mark.parametrize("status", [500, 503, 429, 404, 302, 301])
def test_what_is_not_taken_is_sent_again_after_a_growing_pause(api, hook, alice, receiver, deliver, status, states):
    receiver.answers = [status, status]
    alice.put(FILES + "a", b"1")
    deliver()
    assert states() == [("waiting", 1, status)]
    deliver(8_000)
    assert states() == [("waiting", 2, status)]
    deliver(15_000)
    assert states() == [("delivered", 3, 204)]


def test_a_redirect_is_not_followed(hook, alice, receiver, deliver):
    receiver.answers, receiver.headers = [302], {"location": receiver.url + "/elsewhere"}
    alice.put(FILES + "a", b"1")
    deliver()
    assert [path for path, _, _ in receiver.got] == ["/hook"]


def test_a_receiver_says_when_to_come_again(api, hook, alice, receiver, deliver, states):
    receiver.answers, receiver.headers = [503], {"retry-after": "3600"}
    alice.put(FILES + "a", b"1")
    deliver()
    deliver(600_000)
    assert states() == [("waiting", 1, 503)]
    deliver(3_600_000)
    assert states() == [("delivered", 2, 204)]


def test_410_switches_it_off(api, hook, alice, receiver, deliver, home, states, actions):
    receiver.answers = [410]
    alice.put(FILES + "a", b"1")
    deliver()
    told = api("GET", f"/webhooks/{hook['id']}").json
    assert (told["active"], told["reason"]) == (False, "the receiver answered 410 Gone")
    assert states() == [("failed", 1, 410)]
    alice.put(FILES + "b", b"1")
    deliver()
    assert len(receiver.got) == 1
    assert "webhook-disabled" in actions()


def test_after_days_without_success_it_is_switched_off(api, hook, alice, receiver, deliver, home):
    receiver.answers = [500] * 100
    alice.put(FILES + "a", b"1")
    deliver()
    assert api("GET", f"/webhooks/{hook['id']}").json["failingSince"] is not None
    deliver(6 * DAY_MS)
    told = api("GET", f"/webhooks/{hook['id']}").json
    assert (told["active"], told["reason"]) == (False, "nothing arrived for 5 days")


def test_a_success_forgets_the_failures(api, hook, alice, receiver, deliver):
    receiver.answers = [500]
    alice.put(FILES + "a", b"1")
    deliver()
    deliver(60_000)
    assert api("GET", f"/webhooks/{hook['id']}").json["failingSince"] is None


def test_attempts_are_bounded(api, hook, alice, receiver, deliver, monkeypatch, states):
    monkeypatch.setattr(delivering, "ATTEMPTS", 2)
    receiver.answers = [500] * 9
    alice.put(FILES + "a", b"1")
    deliver()
    deliver(60_000)
    deliver(60_000)
    assert states() == [("failed", 2, 500)]


def test_what_cannot_wait_in_the_outbox_waits_in_the_log(api, hook, alice, receiver, deliver, monkeypatch, home):
    from a3dav_events.webhooks import gathering

    for module in (gathering, delivering):
        monkeypatch.setattr(module, "MOST_WAITING", 2)
    monkeypatch.setattr(gathering, "PAGE", 1)
    for number in range(6):
        alice.put(f"{FILES}{number}", b"1")
    outbox.deliver_due(home)
    for _ in range(6):
        deliver(1000)
    assert sorted(message["data"]["href"] for message in receiver.messages) == [f"{FILES}{n}" for n in range(6)]


def test_a_receiver_that_is_not_there_is_tried_again(api, hook, alice, receiver, deliver, states):
    receiver.server.shutdown()
    receiver.server.server_close()
    alice.put(FILES + "a", b"1")
    deliver()
    ((state, attempts, status),) = states()
    assert (state, attempts, status) == ("waiting", 1, None)


def test_the_answer_of_a_receiver_is_kept_in_part_and_in_printable_signs(api, hook, home):
    assert delivering._excerpt(b"a\x00b\n\xff" + b"x" * 10_000)[:4] == "a b "


def test_a_revoked_token_ends_what_was_made_with_it(alice, receiver, deliver, home):
    owner = find_account(home, "alice")
    token, text = add_token(home, Actor(), owner, label="", scopes=["webhooks", "dav"])
    program = ApiClient(alice)
    made = program.client.request(
        "POST", "/api/v1/webhooks", json.dumps({"url": receiver.url}), content_type="application/json",
        authorization=f"Bearer {text}",
    )  # fmt: skip
    assert made.status == 201
    revoke_token(home, Actor(), owner, token.id)
    alice.put(FILES + "a", b"1")
    deliver()
    assert receiver.got == []
    assert program("GET", f"/webhooks/{made.json['id']}").json["active"] is False


def test_a_disabled_account_sends_nothing(hook, alice, receiver, deliver, home):
    alice.put(FILES + "a", b"1")
    set_disabled(home, Actor(), "alice", disabled=True)
    deliver()
    assert receiver.got == []


def test_webhooks_go_with_their_account(hook, alice, home, deliver):
    alice.put(FILES + "a", b"1")
    deliver()
    erase_account(home, Actor(), find_account(home, "alice"))
    for table in ("webhooks", "webhook_topics", "webhook_deliveries"):
        assert home.store.engine.rows(f"SELECT * FROM {table}") == []


def test_old_deliveries_are_removed(api, hook, alice, home, deliver, clock, states):
    alice.put(FILES + "a", b"1")
    deliver()
    clock.forward(8 * DAY_MS)
    assert upkeep.tidy(home) == "1 old deliveries of webhooks removed"
    assert states() == []


def test_what_lost_its_message_is_woken(hook, alice, receiver, home, deliver):
    alice.put(FILES + "a", b"1")
    engine = home.store.engine
    engine.submit(lambda: engine.execute("DELETE FROM outbox")).result()
    deliver()
    assert receiver.got == []
    upkeep.tidy(home)
    deliver()
    assert receiver.types == ["file.created"]


def test_a_delivery_whose_message_came_twice_is_sent_once(hook, alice, receiver, home, deliver):
    alice.put(FILES + "a", b"1")
    (message_id,) = (row[0] for row in home.store.engine.rows("SELECT id FROM outbox"))
    lease = outbox._lease(home, bytes(message_id))
    from a3dav_events.webhooks.gathering import gather

    gather(home, lease.message)
    gather(home, lease.message)
    deliver()
    assert receiver.types == ["file.created"]
