"""The API of a running server: what its processes hand to each other arrives."""

import httpx
import pytest

EVENT = {"data": {"title": "Lunch", "start": "2026-11-23T12:00:00", "timeZone": "Europe/Berlin", "duration": "PT1H"}}


@pytest.fixture
def client(served_person):
    person = served_person
    with httpx.Client(base_url=f"{person.url}api/v1", auth=(person.name, person.password)) as client:
        yield client


@pytest.fixture
def events(client):
    return f"/calendars/{client.get('/calendars').json()['items'][0]['id']}/events"


def test_what_is_dear_is_answered_by_a_process_of_the_cpu_lane(client, events):
    for _ in range(12):
        assert client.post(events, json=EVENT).status_code == 201
    listed = client.get(events)
    assert listed.status_code == 200
    assert [one["data"]["title"] for one in listed.json()["items"]] == ["Lunch"] * 12
    asked = client.request("QUERY", events, json={"text": "lunch"})
    assert len(asked.json()["items"]) == 12
    place = f"{events}/{listed.json()['items'][0]['id']}/occurrences?from=2026-11-01&to=2026-12-01"
    assert len(client.get(place).json()["items"]) == 1


def test_a_large_event_is_read_and_changed_by_a_process_of_the_cpu_lane(client, events):
    large = {"data": EVENT["data"] | {"description": "x" * 20_000}}
    made = client.post(events, json=large)
    assert made.status_code == 201
    place = made.headers["location"].removeprefix("/api/v1")
    changed = client.patch(place, json={"title": "Dinner"}, headers={"Idempotency-Key": "one"})
    assert (changed.status_code, changed.json()["data"]["title"]) == (200, "Dinner")
    refused = client.patch(place, json={"title": "Dinner", "start": "never"})
    assert refused.status_code == 422, refused.text
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/start")


def test_a_calendar_is_exported_and_imported(client, events):
    client.post(events, json=EVENT)
    calendar = events.removesuffix("/events")
    exported = client.get(f"{calendar}/export")
    assert exported.status_code == 200
    report = client.post(f"{calendar}/import", content=exported.content, headers={"Content-Type": "text/calendar"})
    assert (report.status_code, report.json()["unchanged"] + report.json()["updated"]) == (200, 1)


def test_head_has_no_body(client):
    answer = client.head("/session")
    assert (answer.status_code, answer.content) == (200, b"")


def test_a_wrong_password_is_a_problem_with_challenges(client):
    answer = client.get("/session", auth=("nobody", "wrong"))
    assert (answer.status_code, answer.headers["content-type"]) == (401, "application/problem+json")
    assert "Basic" in answer.headers["www-authenticate"]
