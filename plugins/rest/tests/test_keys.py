"""Idempotency-Key: a request that is sent twice is carried out once."""

import pytest

from a3dav.identifiers import now_ms
from a3dav_rest import keys

WORK, PLAY = {"displayName": "Work"}, {"displayName": "Play"}


def names(api):
    return [one["displayName"] for one in api("GET", "/calendars").json["items"]][2:]


def test_what_is_sent_again_is_answered_again_and_not_done_again(api):
    first = api("POST", "/calendars", WORK, idempotency_key="one")
    again = api("POST", "/calendars", WORK, idempotency_key="one")
    assert (again.status, again.json, again.headers["location"]) == (201, first.json, first.headers["location"])
    assert again.headers["idempotent-replayed"] == "true"
    assert names(api) == ["Work"]


def test_without_a_key_it_is_done_twice(api):
    for _ in range(2):
        assert api("POST", "/calendars", WORK).status == 201
    assert names(api) == ["Work", "Work"]


def test_a_key_of_another_request_is_refused(api):
    api("POST", "/calendars", WORK, idempotency_key="one")
    answer = api("POST", "/calendars", PLAY, idempotency_key="one")
    assert (answer.status, answer.json["type"]) == (422, "/problems/idempotency-key-reused")
    assert names(api) == ["Work"]


def test_keys_belong_to_accounts(api, others):
    api("POST", "/calendars", WORK, idempotency_key="one")
    assert others("POST", "/calendars", PLAY, idempotency_key="one").status == 201


def test_a_refusal_leaves_the_key_free(api):
    taken = {"displayName": "Work", "name": "calendar"}
    assert api("POST", "/calendars", taken, idempotency_key="one").status == 409
    assert api("POST", "/calendars", WORK, idempotency_key="one").status == 201


def take(house, api, began):
    """As if a request with this key were being carried out."""
    house.store.engine.submit(
        lambda: house.store.engine.execute("UPDATE rest_keys SET state = 0, began = ?", (began,))
    ).result()


def test_a_request_that_is_being_carried_out_is_not_begun_again(house, api):
    api("POST", "/calendars", WORK, idempotency_key="one")
    take(house, api, now_ms())
    answer = api("POST", "/calendars", WORK, idempotency_key="one")
    assert (answer.status, answer.json["type"], answer.headers["retry-after"]) == (409, "/problems/in-progress", "1")


def test_a_request_whose_process_died_is_begun_again(house, api):
    api("POST", "/calendars", WORK, idempotency_key="one")
    take(house, api, now_ms() - keys.LEASE_MS - 1)
    assert api("POST", "/calendars", WORK, idempotency_key="one").status == 201
    assert names(api) == ["Work", "Work"]


LUNCH = {"data": {"title": "Lunch", "start": "2026-11-23T12:00:00", "duration": "PT1H"}}
TEXT = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:lunch\r\n"
    b"DTSTAMP:20260101T000000Z\r\nDTSTART:20261123T120000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.mark.parametrize(
    ("place", "body", "headers"),
    [
        ("/calendars", WORK, {}),
        ("/calendars/{calendar}/events", LUNCH, {}),
        ("/calendars/{calendar}/events", {**LUNCH, "name": "lunch.ics"}, {}),
        ("/calendars/{calendar}/events", TEXT, {"content_type": "text/calendar"}),
        ("/files/content?name=a.txt", b"text", {"content_type": "text/plain"}),
    ],
    ids=["calendar", "event", "event with a name", "event in text", "file"],
)
def test_a_request_whose_process_died_behind_the_commit_is_not_begun_again(api, monkeypatch, place, body, headers):
    def die(*_):
        raise KeyboardInterrupt

    place = place.format(calendar=api("GET", "/calendars").json["items"][0]["id"])
    monkeypatch.setattr(keys, "_keep", die)
    monkeypatch.setattr(keys, "_free", lambda *_: None)
    with pytest.raises(KeyboardInterrupt):
        api("POST", place, body, idempotency_key="one", **headers)
    monkeypatch.undo()
    answer = api("POST", place, body, idempotency_key="one", **headers)
    assert (answer.status, answer.json["type"]) == (409, "/problems/answer-lost")
    assert bytes.fromhex(answer.json["resource"])


def test_keys_are_forgotten_after_a_day(house, api):
    api("POST", "/calendars", WORK, idempotency_key="one")
    take(house, api, now_ms() - keys.KEPT_MS - 1)
    assert keys.sweep(house) == "1 idempotency keys forgotten"
    assert keys.sweep(house) == ""


@pytest.mark.parametrize("key", ["a b", "ü", "x" * 201])
def test_a_key_that_is_none_is_refused(api, key):
    assert api("POST", "/calendars", WORK, idempotency_key=key).status == 400


def test_an_event_is_added_once_and_changed_once(api):
    calendar = api("GET", "/calendars").json["items"][0]["id"]
    data = {"data": {"title": "Lunch", "start": "2026-11-23T12:00:00", "duration": "PT1H"}}
    made = [api("POST", f"/calendars/{calendar}/events", data, idempotency_key="one") for _ in range(2)]
    assert made[0].json == made[1].json
    place = made[0].headers["location"].removeprefix("/api/v1")
    changed = [api("PATCH", place, {"title": "Dinner"}, idempotency_key="two") for _ in range(2)]
    assert changed[0].headers["etag"] == changed[1].headers["etag"]
