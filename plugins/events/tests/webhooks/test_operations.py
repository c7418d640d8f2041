"""Webhooks over REST, and addresses that no message is sent to."""

import pytest

from a3dav import outbox
from a3dav.identifiers import now_ms
from a3dav.testing.api import ApiClient
from a3dav.testing.people import add_person
from a3dav_events.webhooks import delivering
from a3dav_events.webhooks.signing import signature

FILES = "/files/alice/"
DAY_MS = 86_400_000


def test_a_webhook_is_made_shown_changed_and_deleted(api, receiver, home, actions):
    made = api("POST", "/webhooks", {"url": receiver.url, "name": "mine", "types": ["event.*"]})
    place = f"/webhooks/{made.json['id']}"
    assert made.headers["location"] == f"/api/v1{place}"
    shown = api("GET", place)
    assert "secret" not in shown.json
    assert shown.headers["etag"] == made.headers["etag"]
    changed = api("PATCH", place, {"name": None, "active": False}, if_match=shown.headers["etag"])
    assert (changed.json["name"], changed.json["active"], changed.json["types"]) == ("", False, ["event.*"])
    assert api("PATCH", place, {"active": True}, if_match=shown.headers["etag"]).status == 412
    assert api("GET", "/webhooks").json["items"] == [changed.json]
    assert api("DELETE", place, if_match='"other"').status == 412
    assert api("DELETE", place, if_match=changed.headers["etag"]).status == 204
    assert api("GET", place).status == 404
    assert [action for action in actions() if action.startswith("webhook")] == [
        "webhook-created", "webhook-changed", "webhook-deleted",
    ]  # fmt: skip


def test_what_happened_while_it_was_off_is_not_sent(api, hook, alice, receiver, deliver):
    place = f"/webhooks/{hook['id']}"
    api("PATCH", place, {"active": False})
    alice.put(FILES + "a", b"1")
    deliver()
    api("PATCH", place, {"active": True})
    alice.put(FILES + "b", b"1")
    deliver()
    assert [message["data"]["href"] for message in receiver.messages] == [FILES + "b"]


def test_a_ping_is_sent_even_where_it_is_off(api, hook, receiver, deliver):
    api("PATCH", f"/webhooks/{hook['id']}", {"active": False})
    answer = api("POST", f"/webhooks/{hook['id']}/ping")
    assert (answer.status, answer.json["state"], answer.json["type"]) == (202, "waiting", "ping")
    deliver()
    assert receiver.types == ["ping"]


def test_an_old_secret_signs_beside_the_new_one_for_a_while(api, hook, receiver, deliver, monkeypatch):
    from a3dav_events.webhooks import rows

    fresh = api("POST", f"/webhooks/{hook['id']}/secret").json["secret"]
    assert fresh != hook["secret"]
    api("POST", f"/webhooks/{hook['id']}/ping")
    deliver()
    monkeypatch.setattr(rows, "now_ms", lambda: now_ms() + DAY_MS + 1)
    api("POST", f"/webhooks/{hook['id']}/ping")
    deliver()
    (_, first, body), (_, second, later) = receiver.got
    both = [
        signature(one, first["webhook-id"], int(first["webhook-timestamp"]), body) for one in (fresh, hook["secret"])
    ]
    assert first["webhook-signature"].split() == both
    alone = signature(fresh, second["webhook-id"], int(second["webhook-timestamp"]), later)
    assert second["webhook-signature"] == alone


def test_a_delivery_can_be_sent_again(api, hook, alice, receiver, deliver):
    alice.put(FILES + "a", b"1")
    deliver()
    (entry,) = api("GET", f"/webhooks/{hook['id']}/deliveries").json["items"]
    assert api("POST", f"/webhooks/{hook['id']}/deliveries/{entry['id']}/redeliver").status == 202
    deliver()
    assert [message["id"] for message in receiver.messages] == [entry["id"]] * 2


def test_deliveries_come_in_pages_the_newest_first(api, hook, alice, deliver):
    for number in range(3):
        alice.put(f"{FILES}{number}", b"1")
        deliver()
    place = f"/webhooks/{hook['id']}/deliveries"
    first = api("GET", f"{place}?limit=2").json
    second = api("GET", f"{place}?limit=2&cursor={first['next']}").json
    ids = [entry["id"] for entry in (*first["items"], *second["items"])]
    assert ids == sorted(ids, reverse=True)
    assert (len(ids), second["next"]) == (3, None)


def test_webhooks_of_somebody_else_are_not_there(api, hook, home):
    other = ApiClient(add_person(home, "bob"))
    place = f"/webhooks/{hook['id']}"
    answers = [
        other("GET", place), other("DELETE", place), other("PATCH", place, {"active": False}), other("POST", place + "/ping"),
        other("POST", place + "/secret"), other("GET", place + "/deliveries"),
        other("POST", f"{place}/deliveries/{'0' * 32}/redeliver"),
    ]  # fmt: skip
    assert {answer.status for answer in answers} == {404}
    assert other("GET", "/webhooks").json["items"] == []


def test_an_account_has_no_more_than_allowed(make_house):
    api = ApiClient(add_person(make_house(plugins__events__webhooks="1"), "alice"))
    assert api("POST", "/webhooks", {"url": "https://example.org/"}).status == 201
    assert api("POST", "/webhooks", {"url": "https://example.org/"}).json["type"] == "/problems/limit-reached"


@pytest.mark.parametrize(
    "body", [{"types": ["x"]}, {"types": ["Event created"]}, {"collections": ["x"]}, {"url": ""}, {"x": 1}]
)
def test_what_cannot_be_is_refused(api, hook, body):
    assert api("PATCH", f"/webhooks/{hook['id']}", body).status == 422


def test_a_collection_that_is_not_there_is_refused(api, hook):
    answer = api("PATCH", f"/webhooks/{hook['id']}", {"collections": ["0" * 32]})
    assert answer.json["errors"][0]["pointer"] == "/collections"


def test_secrets_and_addresses_are_in_no_log(api, receiver, alice, deliver, caplog):
    caplog.set_level("INFO")
    receiver.answers = [500, 410]
    made = api("POST", "/webhooks", {"url": receiver.url + "/very-secret-path"}).json
    alice.put(FILES + "a", b"1")
    deliver()
    deliver(60_000)
    assert made["secret"] not in caplog.text
    assert "very-secret-path" not in caplog.text


@pytest.mark.parametrize(
    "url",
    ["http://example.org/", "https://10.0.0.1/", "https://127.0.0.1/", "https://[::1]/", "https://169.254.169.254/latest",
     "ftp://example.org/", "https://", "javascript:alert(1)", "https://example.org/\nx", "https://user@10.1.1.1/"],
)  # fmt: skip
def test_an_address_that_will_never_be_asked_is_refused(make_house, url):
    api = ApiClient(add_person(make_house(), "alice"))
    answer = api("POST", "/webhooks", {"url": url})
    assert (answer.status, answer.json["errors"][0]["pointer"]) == (422, "/url")


def test_a_name_that_leads_inside_is_not_connected_to(make_house, monkeypatch, clock):
    house = make_house(outgoing__clear_text="true")
    alice = add_person(house, "alice")
    api = ApiClient(alice)
    made = api("POST", "/webhooks", {"url": "http://localhost:9/"}).json
    alice.put(FILES + "a", b"1")
    outbox.deliver_due(house)
    (entry,) = api("GET", f"/webhooks/{made['id']}/deliveries").json["items"]
    assert (entry["state"], entry["attempts"], entry["status"]) == ("failed", 1, None)
    assert entry["excerpt"] == "localhost is in a private network; outgoing.allowed can name it"


def test_a_slow_receiver_lets_the_messages_of_others_go_first():
    pace = delivering.Pace()
    pace.note(b"slow", 3.0)
    pace.note(b"quick", 0.1)
    assert (pace.pause(b"slow"), pace.pause(b"quick"), pace.pause(b"other")) == (30, 0, 0)
