"""Files over REST on a running server: large bodies, ranges, and what processes hand to each other."""

import httpx
import pytest


@pytest.fixture
def client(served_person):
    person = served_person
    with httpx.Client(base_url=f"{person.url}api/v1", auth=(person.name, person.password)) as client:
        yield client


def test_a_large_file_goes_up_and_parts_of_it_come_down(client):
    large = bytes(range(256)) * 8192
    made = client.post("/files/content", params={"name": "large"}, content=large)
    assert (made.status_code, made.json()["size"]) == (201, len(large))
    place = f"/files/{made.json()['id']}/content"
    assert client.get(place).content == large
    part = client.get(place, headers={"Range": "bytes=255-257"})
    assert (part.status_code, part.content) == (206, b"\xff\x00\x01")
    again = client.put(place, content=large[1:], headers={"If-Match": made.json()["etag"]})
    assert (again.status_code, again.json()["size"]) == (200, len(large) - 1)


def test_a_large_file_with_a_key_is_stored_once(client):
    large, key = bytes(2**21), {"Idempotency-Key": "one"}
    first, again = (client.post("/files/content", params={"name": "a"}, content=large, headers=key) for _ in range(2))
    assert (first.status_code, again.status_code, again.json()) == (201, 201, first.json())


def test_a_search_is_answered_by_a_process_of_the_cpu_lane(client):
    folder = client.post("/files", json={"name": "Letters"}).json()["id"]
    client.post("/files/content", params={"name": "to-bob.txt", "folder": folder}, content=b"x")
    found = client.get("/files", params={"text": "BOB"}).json()
    assert [one["name"] for one in found["items"]] == ["to-bob.txt"]


def test_a_long_list_is_told_by_a_process_of_the_cpu_lane(client):
    for number in range(120):
        client.post("/files", json={"name": str(number)})
    assert len(client.get("/files", params={"limit": 500}).json()["items"]) == 120


def test_a_body_without_a_length_is_stored_as_well(client):
    made = client.post("/files/content", params={"name": "a"}, content=iter([b"one", b"two"]))
    assert (made.status_code, made.json()["size"]) == (201, 6)


def test_a_new_password_counts_at_once(client, served_person):
    me = client.get("/session").json()["account"]["id"]
    body = {"oldPassword": served_person.password, "password": "another"}
    assert client.put(f"/accounts/{me}/password", json=body).status_code == 204
    assert client.get("/session").status_code == 401
    assert client.get("/session", auth=(served_person.name, "another")).status_code == 200
