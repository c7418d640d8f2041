"""What was deleted or changed is told, and comes back."""

import json
import time

import pytest
from click.testing import CliRunner

from a3dav.cli import complete
from a3dav.identifiers import now_ms
from a3dav_history.retention import remove_old_trash

CALENDAR, BOOK = "/calendars/alice/calendar/", "/addressbooks/alice/addressbook/"
LUNCH, CARD = CALENDAR + "lunch.ics", BOOK + "grace.vcf"
COLOUR = "{http://apple.com/ns/ical/}calendar-color"


def event(summary="Lunch", uid="lunch"):
    return (
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260101T000000Z\r\n"
        f"DTSTART:20260310T110000Z\r\nSUMMARY:{summary}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )


def card(name="Grace"):
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:grace\r\nFN:{name}\r\nN:{name};;;;\r\nEND:VCARD\r\n"


def trash(client):
    return json.loads(client.get("/api/trash").body)["deletions"]


def restore(client, number=0):
    return client.request("POST", f"/api/trash/{trash(client)[number]['id']}")


def log(client, path, query=""):
    return json.loads(client.get(f"/api/history{path}{query}").body)["entries"]


def pause():
    """Long enough for what comes behind to be at another millisecond."""
    time.sleep(0.003)
    moment = now_ms()
    time.sleep(0.003)
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(moment // 1000)) + f".{moment % 1000:03}Z"


@pytest.mark.parametrize(("path", "body"), [(LUNCH, event()), (CARD, card()), ("/files/alice/note.txt", "hello")])
def test_what_was_deleted_is_in_the_trash_and_comes_back_where_it_was(alice, path, body):
    alice.put(path, body)
    alice.delete(path)
    (entry,) = trash(alice)
    assert (entry["name"], entry["from"], entry["actor"], entry["resources"]) == (
        path.rpartition("/")[2], path.rpartition("/")[0] + "/", "alice", 1,
    )  # fmt: skip
    answer = restore(alice)
    assert (answer.status, json.loads(answer.body)) == (200, {"href": path, "restored": 1, "refused": []})
    assert alice.get(path).body == body.encode()
    assert trash(alice) == []


def test_a_large_file_comes_back(alice):
    body = b"x" * 500_000
    alice.put("/files/alice/large", body)
    alice.delete("/files/alice/large")
    assert restore(alice).status == 200
    assert alice.get("/files/alice/large").body == body


def test_clients_learn_by_synchronising_that_something_is_back(alice):
    alice.put(LUNCH, event())
    alice.delete(LUNCH)
    token = alice.sync(CALENDAR).xml.findtext("{DAV:}sync-token")
    restore(alice)
    assert list(alice.sync(CALENDAR, token).multistatus) == [LUNCH]


def test_a_calendar_comes_back_with_its_properties_and_all_that_it_held(alice):
    made = "/calendars/alice/work/"
    alice.request("MKCALENDAR", made)
    alice.proppatch(
        made,
        '<propertyupdate xmlns="DAV:"><set><prop><displayname>Work</displayname>'
        '<calendar-color xmlns="http://apple.com/ns/ical/">#00FF00</calendar-color></prop></set></propertyupdate>',
    )
    for number in range(120):
        alice.put(f"{made}{number}.ics", event(uid=f"event-{number}"))
    alice.delete(made)
    assert [(entry["name"], entry["resources"]) for entry in trash(alice)] == [("work", 121)]
    assert json.loads(restore(alice).body) == {"href": made, "restored": 121, "refused": []}
    assert alice.propfind(made, "{DAV:}displayname", COLOUR).multistatus[made].text(COLOUR) == "#00FF00"
    assert len(alice.propfind(made, "{DAV:}getetag", depth="1").multistatus) == 121


def test_folders_come_back_with_the_folders_in_them(alice):
    alice.request("MKCOL", "/files/alice/a/")
    alice.request("MKCOL", "/files/alice/a/b/")
    alice.put("/files/alice/a/b/note", "hello")
    alice.delete("/files/alice/a/")
    assert json.loads(restore(alice).body)["restored"] == 3
    assert alice.get("/files/alice/a/b/note").body == b"hello"


def test_a_name_that_was_taken_meanwhile_stays_with_who_has_it(alice):
    alice.put("/files/alice/note.txt", "old")
    alice.delete("/files/alice/note.txt")
    alice.put("/files/alice/note.txt", "new")
    assert json.loads(restore(alice).body)["href"] == "/files/alice/note-2.txt"
    assert [alice.get(f"/files/alice/{name}").body for name in ("note.txt", "note-2.txt")] == [b"new", b"old"]


def test_what_would_be_there_twice_is_refused_and_stays_in_the_trash(alice):
    alice.put(LUNCH, event())
    alice.delete(LUNCH)
    alice.put(CALENDAR + "other.ics", event("Another"))
    answer = restore(alice)
    assert (answer.status, json.loads(answer.body)["condition"]) == (
        409,
        "{urn:ietf:params:xml:ns:caldav}no-uid-conflict",
    )
    assert answer.headers["content-type"] == "application/problem+json"
    assert len(trash(alice)) == 1


def test_what_stood_in_a_deleted_collection_comes_back_behind_it(alice):
    alice.request("MKCOL", "/files/alice/a/")
    alice.put("/files/alice/a/note", "hello")
    alice.delete("/files/alice/a/note")
    alice.delete("/files/alice/a/")
    (top, inner) = trash(alice)
    refused = alice.request("POST", f"/api/trash/{inner['id']}")
    assert (refused.status, top["id"] in json.loads(refused.body)["detail"]) == (409, True)
    assert alice.request("POST", f"/api/trash/{top['id']}").status == 200
    assert alice.request("POST", f"/api/trash/{inner['id']}").status == 200
    assert alice.get("/files/alice/a/note").body == b"hello"


def test_what_a_copy_replaced_is_in_the_trash(alice):
    alice.request("MKCOL", "/files/alice/a/")
    alice.put("/files/alice/a/note", "hello")
    alice.request("MKCOL", "/files/alice/b/")
    alice.request("COPY", "/files/alice/b/", destination="/files/alice/a/")
    assert [(entry["name"], entry["resources"]) for entry in trash(alice)] == [("a", 2)]


def test_nothing_comes_back_twice(alice):
    alice.put(LUNCH, event())
    alice.delete(LUNCH)
    (entry,) = trash(alice)
    assert [alice.request("POST", f"/api/trash/{entry['id']}").status for _ in range(2)] == [200, 404]


def test_a_final_deletion_takes_the_versions_along(alice, house):
    alice.put(LUNCH, event())
    alice.delete(LUNCH)
    (entry,) = trash(alice)
    assert alice.delete(f"/api/trash/{entry['id']}").status == 204
    assert (trash(alice), house.store.engine.rows("SELECT 1 FROM versions")) == ([], [])


@pytest.mark.parametrize("method", ["POST", "DELETE"])
def test_the_trash_of_others_is_nowhere(alice, bob, method):
    alice.put(LUNCH, event())
    alice.delete(LUNCH)
    (entry,) = trash(alice)
    assert bob.request(method, f"/api/trash/{entry['id']}").status == 404
    assert trash(bob) == []
    assert bob.get(f"/api/history{CALENDAR}").status == 404


def test_a_read_only_password_brings_nothing_back(alice, house):
    from a3dav.administration import add_app_password
    from a3dav.principals import Scope
    from a3dav.storage.transaction import Actor
    from a3dav.testing.client import Client

    alice.put(LUNCH, event())
    alice.delete(LUNCH)
    password = add_app_password(house, Actor(), "alice", label="tv", scope=Scope.READ_ONLY, days=0)
    assert restore(Client(house, "alice", password)).status == 403


def test_an_api_password_is_good_for_the_api(alice, house):
    from a3dav.administration import add_app_password
    from a3dav.principals import Scope
    from a3dav.storage.transaction import Actor
    from a3dav.testing.client import Client

    client = Client(house, "alice", add_app_password(house, Actor(), "alice", label="x", scope=Scope.API, days=0))
    assert (client.get("/api/trash").status, client.get(CALENDAR).status) == (200, 403)


def test_a_password_for_dav_alone_is_none_for_the_api(alice, house):
    from a3dav.administration import add_app_password
    from a3dav.principals import Scope
    from a3dav.storage.transaction import Actor
    from a3dav.testing.client import Client

    client = Client(house, "alice", add_app_password(house, Actor(), "alice", label="x", scope=Scope.DAV, days=0))
    assert (client.get("/api/trash").status, client.get(CALENDAR).status) == (403, 200)


def test_a_history_says_who_changed_what_into_what(alice):
    alice.put(LUNCH, event())
    alice.put(LUNCH, event("Dinner"))
    newest, oldest = log(alice, LUNCH)
    assert (newest["actor"], newest["operation"], newest["name"]) == ("alice", "put", "lunch.ics")
    assert newest["changes"] == [
        {"component": "/VCALENDAR/VEVENT", "property": "SUMMARY", "old": ["Lunch"], "new": ["Dinner"]}
    ]
    assert {"component": "/VCALENDAR/VEVENT", "property": "SUMMARY", "old": [], "new": ["Lunch"]} in oldest["changes"]


def test_the_history_of_a_card(alice):
    alice.put(CARD, card())
    alice.put(CARD, card("Ada"))
    assert [(one["property"], one["old"], one["new"]) for one in log(alice, CARD)[0]["changes"]] == [
        ("FN", ["Grace"], ["Ada"]), ("N", ["Grace;;;;"], ["Ada;;;;"]),
    ]  # fmt: skip


def test_the_history_of_a_collection_tells_of_its_members_too(alice):
    alice.put(LUNCH, event())
    alice.proppatch(
        CALENDAR, '<propertyupdate xmlns="DAV:"><set><prop><displayname>x</displayname></prop></set></propertyupdate>'
    )
    alice.delete(LUNCH)
    told = [(entry["operation"], entry["name"]) for entry in log(alice, CALENDAR, "?limit=3")]
    assert told == [("delete", "lunch.ics"), ("proppatch", ""), ("put", "lunch.ics")]


def test_a_history_comes_in_pages(alice):
    for number in range(5):
        alice.put(LUNCH, event(str(number)))
    first = json.loads(alice.get(f"/api/history{LUNCH}?limit=3").body)
    second = json.loads(alice.get(f"/api/history{LUNCH}?limit=3&before={first['next']}").body)
    positions = [entry["position"] for page in (first, second) for entry in page["entries"]]
    assert (len(positions), positions, second["next"]) == (5, sorted(positions, reverse=True), None)


def test_the_trash_comes_in_pages(alice):
    for number in range(5):
        alice.put(f"/files/alice/{number}", "x")
        alice.delete(f"/files/alice/{number}")
    names, after = [], ""
    for _ in range(3):
        page = json.loads(alice.get(f"/api/trash?limit=2&after={after}").body)
        names += [entry["name"] for entry in page["deletions"]]
        after = page["next"] or ""
    assert names == ["4", "3", "2", "1", "0"]


def test_an_earlier_version_becomes_the_present_one(alice):
    etag = alice.put(LUNCH, event()).headers["etag"]
    alice.put(LUNCH, event("Dinner"))
    oldest = log(alice, LUNCH)[-1]["version"]["id"]
    assert alice.request("POST", f"/api/history{LUNCH}?version={oldest}").status == 200
    assert alice.get(LUNCH).headers["etag"] == etag
    assert len(log(alice, LUNCH)) == 3


def test_a_version_of_something_else_is_no_version_of_this(alice):
    alice.put(LUNCH, event())
    alice.put(CARD, card())
    foreign = log(alice, CARD)[0]["version"]["id"]
    assert alice.request("POST", f"/api/history{LUNCH}?version={foreign}").status == 404


def test_a_calendar_goes_back_to_a_moment(alice):
    for uid in ("stays", "changes", "goes"):
        alice.put(f"{CALENDAR}{uid}.ics", event(uid=uid))
    moment = pause()
    alice.put(CALENDAR + "changes.ics", event("Changed", "changes"))
    alice.put(CALENDAR + "comes.ics", event(uid="comes"))
    alice.delete(CALENDAR + "goes.ics")
    answer = alice.request("POST", f"/api/history{CALENDAR}?at={moment}")
    assert json.loads(answer.body) == {"href": CALENDAR, "restored": 3, "refused": []}
    found = {name: alice.get(f"{CALENDAR}{name}.ics").body.decode() for name in ("stays", "changes", "goes", "comes")}
    assert {name: "SUMMARY:Lunch" in body for name, body in found.items()} == {
        "stays": True, "changes": True, "goes": True, "comes": False,
    }  # fmt: skip


def test_what_was_deleted_and_restored_before_the_moment_stays(alice):
    alice.put(LUNCH, event())
    alice.delete(LUNCH)
    restore(alice)
    moment = pause()
    alice.put(CALENDAR + "new.ics", event(uid="new"))
    assert json.loads(alice.request("POST", f"/api/history{CALENDAR}?at={moment}").body)["restored"] == 1
    assert alice.get(LUNCH).status == 200


def test_what_was_not_there_at_the_moment_is_not_brought_back(alice):
    moment = pause()
    alice.put(LUNCH, event())
    alice.delete(LUNCH)
    assert json.loads(alice.request("POST", f"/api/history{CALENDAR}?at={moment}").body)["restored"] == 0


@pytest.mark.parametrize("at", ["", "yesterday", "2026-03-01", "99999-01-01T00:00:00Z"])
def test_a_time_that_is_none_is_refused(alice, at):
    assert alice.request("POST", f"/api/history{CALENDAR}?at={at}").status == 400


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/trash?limit=x", 400), ("GET", "/api/trash?after=x", 400), ("GET", "/api/trash?x=1", 400),
        ("PUT", "/api/trash", 405), ("GET", "/api/trash/x", 405), ("POST", "/api/trash/x", 404),
        ("GET", "/api/history/nowhere", 404), ("GET", "/api/history/%ff", 400), ("GET", "/api/history", 404),
        ("PATCH", f"/api/history{CALENDAR}", 405), ("POST", f"/api/history{CALENDAR}", 400),
        ("GET", f"/api/history{CALENDAR}?before=9999999999999999999", 400), ("GET", "/api/history/principals/users/alice/", 404),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_a_problem_that_says_so(alice, method, path, status):
    answer = alice.request(method, path)
    assert (answer.status, json.loads(answer.body)["status"]) == (status, status)


def test_the_trash_empties_itself(alice, house):
    alice.put(LUNCH, event())
    alice.delete(LUNCH)
    assert remove_old_trash(house) == ""
    house.store.engine.submit(lambda: house.store.engine.execute("UPDATE history_removed SET removed = 1")).result()
    assert remove_old_trash(house) == "1 resources left the trash for good"
    assert trash(alice) == []


def test_what_is_swept_is_told_as_lost(alice, house):
    alice.put(LUNCH, event())
    alice.delete(LUNCH)
    house.store.engine.submit(lambda: house.store.engine.execute("DELETE FROM versions")).result()
    answer = restore(alice)
    assert (answer.status, "storage.history_days" in json.loads(answer.body)["detail"]) == (404, True)


@pytest.fixture
def run(house, store_settings):
    """Runs a command on the store of the house and gives what it says."""

    def call(*arguments):
        given = {**store_settings, "A3DAV_SERVER__DATA_DIR": str(house.store.data_dir)}
        done = CliRunner().invoke(complete(), ["history", *arguments], env=given)
        return f"{done.output}{done.exception or ''}"

    return call


def test_administrators_undelete(alice, run):
    alice.put(LUNCH, event())
    alice.delete(LUNCH)
    deletion = trash(alice)[0]["id"]
    assert deletion in run("trash", "alice")
    assert run("undelete", deletion) == f"{LUNCH}: 1 restored, 0 refused\n"
    assert alice.get(LUNCH).status == 200


def test_administrators_restore_versions(alice, run):
    alice.put(LUNCH, event())
    alice.put(LUNCH, event("Dinner"))
    assert "SUMMARY: Lunch -> Dinner" in run("log", LUNCH, "--changes")
    run("restore", LUNCH, log(alice, LUNCH)[-1]["version"]["id"])
    assert b"SUMMARY:Lunch" in alice.get(LUNCH).body


def test_administrators_rewind_what_they_have_looked_at(alice, run):
    alice.put(LUNCH, event())
    moment = pause()
    alice.delete(LUNCH)
    assert "bring back" in run("rewind", CALENDAR, moment, "--dry-run")
    assert alice.get(LUNCH).status == 404
    assert run("rewind", CALENDAR, moment) == f"{CALENDAR}: 1 restored, 0 refused\n"
    assert alice.get(LUNCH).status == 200


def test_administrators_empty_the_trash(alice, run):
    alice.put(LUNCH, event())
    alice.delete(LUNCH)
    assert run("empty", "alice") == "1 resources are gone for good\n"
    assert trash(alice) == []


@pytest.mark.parametrize(
    ("arguments", "cure"),
    [
        (("undelete", "x"), "see: a3dav history trash ACCOUNT"),
        (("restore", CALENDAR, "x"), "see: a3dav history log"),
        (("log", "/calendars/nobody/"), "name a path such as"),
        (("trash", "nobody"), "see: a3dav user list"),
    ],
)
def test_a_command_that_cannot_be_followed_says_how_it_could(alice, run, arguments, cure):
    assert cure in run(*arguments)
