"""Shares as the graph of the administrators tells them."""

import json

from a3dav_sharing.graph import FIELDS


def test_a_collection_tells_whom_it_is_shared_with(house, alice, bob, person):
    body = json.dumps(
        {"collection": "/calendars/alice/calendar/", "sharee": "bob", "access": "read", "summary": "Team"}
    )
    assert alice.request("POST", "/api/sharing", body, content_type="application/json").status == 200
    root = house.store.accounts.by_name("alice")
    shared = [house.resolve(("calendars", "alice", "calendar")), house.resolve(("calendars", "alice", "tasks"))]
    told = FIELDS[0].answer(house, root, shared)
    assert [[(s.sharee, s.access, s.summary, s.answers[0].state) for s in one] for one in told] == [
        [("bob", "read", "Team", "invited")],
        [],
    ]
