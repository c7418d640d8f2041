"""The audit trail of writes and of commands: one row each, in the same transaction, with identifiers and no names."""

import json
import os
from ipaddress import IPv4Address

import click
import pytest
from click.testing import CliRunner

from a3dav.administration import add_app_password, find_account
from a3dav.assembly import open_house
from a3dav.cli import complete
from a3dav.config import read
from a3dav.credentials import add_token
from a3dav.errors import StoreError
from a3dav.headers import parse_path
from a3dav.house import House
from a3dav.identifiers import now_ms
from a3dav.principals import Scope
from a3dav.registries import Migrations
from a3dav.storage import transaction
from a3dav.storage.audit import Trail, Wanted
from a3dav.storage.migrations import upgrade
from a3dav.storage.schema import CORE
from a3dav.storage.transaction import Actor
from a3dav.testing.access import grant, share
from a3dav.testing.client import Client
from a3dav.testing.locks import LOCKINFO
from a3dav.testing.people import add_person

HOME = "/files/alice/"
REGISTRATION = (
    '<push-register xmlns="https://bitfire.at/webdav-push"><subscription><web-push-subscription>'
    "<push-resource>https://push.example.org/phone</push-resource><content-encoding>aes128gcm</content-encoding>"
    '<subscription-public-key type="p256dh">BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'
    "</subscription-public-key><auth-secret>BTBZMqHH6r4Tts7J_aSIgg</auth-secret></web-push-subscription></subscription>"
    "<trigger><content-update/></trigger></push-register>"
)
EVENT = "/calendars/alice/calendar/lunch.ics"
LUNCH = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:lunch\r\nDTSTAMP:20260101T000000Z\r\n"
    "DTSTART:20260310T110000Z\r\nSUMMARY:Lunch\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
PATCH = '<propertyupdate xmlns="DAV:"><set><prop><displayname>x</displayname></prop></set></propertyupdate>'


def rows(house, **wanted):
    """Rows of the trail, the oldest first, those that no request waits for included."""
    house.audit.flush()
    return [row for page in Trail(house.store.engine, Wanted(**wanted)).newest(0) for row in page]


def writes(house):
    """Those of requests that changed something."""
    return [row for row in rows(house) if row.request_id and row.action not in {"login", "access"}]


def id_of(house, path):
    return house.resolve(tuple(path.strip("/").split("/"))).id


@pytest.fixture
def file(alice):
    alice.put(HOME + "a", b"1")
    return HOME + "a"


@pytest.fixture
def token(alice, file):
    return alice.request("LOCK", file, LOCKINFO).headers["lock-token"]


@pytest.mark.parametrize(
    ("method", "path", "body", "headers", "action", "about"),
    [
        ("PUT", HOME + "new", b"1", {}, "put", HOME + "new"),
        ("PUT", HOME + "a", b"2", {}, "put", HOME + "a"),
        ("MKCOL", HOME + "d", b"", {}, "mkcol", HOME + "d"),
        ("COPY", HOME + "a", b"", {"destination": HOME + "b"}, "copy", HOME + "b"),
        ("MOVE", HOME + "a", b"", {"destination": HOME + "b"}, "move", HOME + "b"),
        ("PROPPATCH", HOME + "a", PATCH, {}, "proppatch", HOME + "a"),
        ("LOCK", HOME + "a", LOCKINFO, {}, "lock", HOME + "a"),
        ("LOCK", HOME + "empty", LOCKINFO, {}, "lock", HOME + "empty"),
    ],
)
def test_a_write_leaves_one_row(house, alice, file, method, path, body, headers, action, about):
    before = writes(house)
    answer = alice.request(method, path, body, **headers)
    assert answer.status < 300
    (row,) = writes(house)[len(before) :]
    account = find_account(house, "alice")
    assert (row.actor_id, row.on_behalf_of, row.credential_id, row.method) == (account.id, b"", b"", "password")
    assert (row.action, row.outcome, row.times, row.os_user) == (action, "ok", 1, None)
    assert row.resource_id == id_of(house, about)
    assert row.collection_id == id_of(house, HOME)
    assert row.request_id == answer.headers["x-request-id"]
    assert abs(row.at - now_ms()) < 60_000


def test_a_post_that_adds_a_member_leaves_one_row(house, alice):
    answer = alice.request("POST", HOME + "?add-member", b"1")
    (row,) = writes(house)
    assert (row.action, row.request_id) == ("put", answer.headers["x-request-id"])


def test_deleting_leaves_one_row_with_the_identifier_of_what_is_gone(house, alice):
    alice.request("MKCOL", HOME + "d")
    alice.put(HOME + "d/a", b"1")
    gone, before = id_of(house, HOME + "d"), writes(house)
    alice.delete(HOME + "d")
    (row,) = writes(house)[len(before) :]
    assert (row.action, row.resource_id, row.collection_id) == ("delete", gone, id_of(house, HOME))


def test_renewing_and_giving_up_a_lock_leave_one_row_each(house, alice, file, token):
    before = writes(house)
    alice.request("LOCK", file, **{"if": f"({token})"})
    alice.request("UNLOCK", file, lock_token=token)
    assert [(row.action, row.resource_id) for row in writes(house)[len(before) :]] == [
        ("lock-refresh", id_of(house, file)),
        ("unlock", id_of(house, file)),
    ]


def test_a_refused_write_leaves_no_row(house, alice, file):
    before = writes(house)
    assert alice.put(file, b"2", if_match='"other"').status == 412
    assert writes(house) == before


def test_reading_leaves_no_row(house, alice, file):
    before = rows(house)
    alice.get(file)
    alice.propfind(HOME)
    assert rows(house) == before


def test_a_row_names_the_app_password_it_was_done_with(house, alice):
    password = add_app_password(house, Actor(), "alice", label="phone", scope=Scope.DAV, days=0)
    (entry,) = house.store.accounts.app_passwords(find_account(house, "alice").id)
    Client(house, "alice", password).put(HOME + "a", b"1")
    row = writes(house)[-1]
    assert (row.method, row.credential_id) == ("app-password", entry.id)


def test_a_write_whose_row_cannot_be_kept_does_not_happen(house, alice, monkeypatch):
    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr(transaction, "append", fail)
    assert alice.put(HOME + "a", b"1").status == 500
    assert alice.get(HOME + "a").status == 404


def test_a_write_that_fails_at_last_leaves_no_row(house, alice, monkeypatch):
    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr(transaction.Transaction, "finish", fail)
    assert alice.put(HOME + "a", b"1").status == 500
    assert writes(house) == []


def test_the_trail_holds_no_name_and_no_address(house, alice, file):
    alice.request("COPY", file, destination=HOME + "secret-name")
    alice.peer = "192.0.2.77"
    alice.authorization = "Basic YWxpY2U6d3Jvbmc="
    alice.get(HOME + "a")
    house.audit.flush()
    kept = repr(house.store.engine.rows("SELECT * FROM audit"))
    assert "lock" not in kept
    for name in ("alice", "secret-name", "192.0.2.77", "wrong"):
        assert name not in kept


# -- commands --------------------------------------------------------------------------------------

READING = {
    "acl show", "app-password list", "api document", "audit", "block list", "check", "config show", "delegate show", "graphql schema", "group list",
    "history log",
    "history trash", "link list", "lock list", "outbox list", "plugins", "push key", "push list", "scheduling mails",
    "scheduling modes", "share list", "subscription list", "token list",
    "user list",
}  # fmt: skip
ELSEWHERE = {
    "ldap check",
    "ldap sync",
    "oidc check",
    "oidc link",
    "oidc links",
    "oidc unlink",
    "subscription add",
    "subscription refresh",
    "subscription remove",
    "backup",
    "db upgrade",
    "migrate",
    "reload",
    "restore",
    "serve",
    "tasks",
}
ACTS = {
    "user add": (["carol", "--password-stdin"], ["account-created"]),
    "user passwd": (["alice", "--password-stdin"], ["password-changed"]),
    "user disable": (["alice"], ["account-disabled"]),
    "user enable": (["alice"], ["account-enabled"]),
    "user rename": (["alice", "alicia"], ["account-renamed"]),
    "user set": (["alice", "--quota", "5"], ["account-changed"]),
    "user remove": (["alice", "--export", "{out}", "--give-to", "bob"], ["exported", "data-given", "account-erased"]),
    "group add": (["staff"], ["account-created"]),
    "group member": (["team", "alice"], ["group-member-added"]),
    "app-password add": (["alice"], ["app-password-created"]),
    "app-password revoke": (["alice", "{app_password}"], ["app-password-revoked"]),
    "token create": (["alice", "--scope", "dav"], ["token-created"]),
    "token revoke": (["alice", "{bearer}"], ["token-revoked"]),
    "import": (["alice", "{card}"], ["put"]),
    "export": (["alice", "{out}"], ["exported"]),
    "reindex": ([], [f"index-rebuilt:{name}" for name in ("scheduling", "carddav", "caldav", "attachments")]),
    "acl grant": (["/calendars/alice/calendar/", "bob", "read"], ["acl"]),
    "acl revoke": ([HOME, "bob"], ["acl"]),
    "scheduling mode": (["alice", "manual", "--approver", "bob"], ["scheduling-mode"]),
    "share grant": (["/calendars/alice/tasks/", "bob", "read"], ["share-granted"]),
    "share revoke": (["/calendars/alice/calendar/", "bob"], ["share-revoked"]),
    "history undelete": (["{deletion}"], ["put"]),
    "history restore": ([EVENT, "{version}"], ["put"]),
    "history rewind": (["/calendars/alice/calendar/", "2020-01-01"], ["delete"]),
    "history empty": (["alice"], ["trash-emptied"]),
    "delegate grant": (["alice", "bob", "--write"], ["delegate-added"]),
    "delegate revoke": (["alice", "team"], ["delegate-removed"]),
    "link create": (["/calendars/alice/calendar/"], ["link"]),
    "link revoke": (["alice", "{link}"], ["link-revoked"]),
    "subscription birthdays": (["alice", "on"], ["birthdays-on"]),
    "lock remove": (["{token}"], ["lock-removed"]),
    "push rotate-key": ([], ["push-key-rotated"]),
    "push remove": (["{registration}"], ["push-ended"]),
    "outbox retry": (["{message}"], ["message-retried"]),
    "block add": (["192.0.2.1"], ["block-added"]),
    "block remove": (["192.0.2.2"], ["block-removed"]),
    "outbox drop": (["{message}"], ["message-dropped"]),
}


SHOWN = {
    "subscription list": ["alice"],
    "acl show": [HOME],
    "app-password list": ["alice"],
    "delegate show": ["alice"],
    "history log": [EVENT],
    "history trash": ["alice"],
    "link list": ["alice"],
    "share list": ["alice"],
    "token list": ["alice"],
}  # fmt: skip


def leaves(command, path=""):
    if isinstance(command, click.Group):
        return {leaf for name, below in command.commands.items() for leaf in leaves(below, f"{path} {name}")}
    return {path.strip()}


def test_every_command_that_changes_something_is_tried_here():
    assert leaves(complete()) == READING | ELSEWHERE | set(ACTS)


@pytest.fixture
def a3dav(house, store_settings):
    """Runs a command on the store of the house."""

    def run(*arguments, text="", **environment):
        given = {**store_settings, "A3DAV_SERVER__DATA_DIR": str(house.store.data_dir), **environment}
        done = CliRunner().invoke(complete(), [str(argument) for argument in arguments], env=given, input=text)
        assert done.exit_code == 0, done.output
        return done.output

    return run


@pytest.fixture
def places(house, alice, bob, person, file, token, tmp_path):
    """What the commands are about."""
    person("team", kind="group")
    share(alice, HOME, grant("/principals/users/bob/", "read"))
    alice.proppatch(
        "/principals/users/alice/calendar-proxy-read/",
        '<propertyupdate xmlns="DAV:"><set><prop><group-member-set><href>/principals/groups/team/</href>'
        "</group-member-set></prop></set></propertyupdate>",
    )
    sharing = (
        '<CS:share xmlns:D="DAV:" xmlns:CS="http://calendarserver.org/ns/"><CS:set><D:href>/principals/users/bob/</D:href>'
        "<CS:read/></CS:set></CS:share>"
    )
    alice.request("POST", "/calendars/alice/calendar/", sharing, content_type="application/xml")
    add_app_password(house, Actor(), "alice", label="", scope=Scope.DAV, days=0)
    (entry,) = house.store.accounts.app_passwords(find_account(house, "alice").id)
    bearer, _ = add_token(house, Actor(), find_account(house, "alice"), label="", scopes=["dav"])
    house.transact(Actor(), lambda tx: tx.post("letter", b"", b""))
    ((message,),) = house.store.engine.rows("SELECT id FROM outbox")
    registered = alice.request("POST", HOME, REGISTRATION, content_type="application/xml").headers["location"]
    alice.put(HOME + "gone", b"1")
    alice.delete(HOME + "gone")
    ((deletion,),) = house.store.engine.rows("SELECT resource_id FROM history_removed")
    alice.put(EVENT, LUNCH)
    version = house.resolve(parse_path(EVENT.encode())).version_id
    alice.put(EVENT, LUNCH.replace("20260310", "20260311"))
    wanted = json.dumps({"collection": "/calendars/alice/calendar/"})
    link = alice.request("POST", "/api/links", wanted, content_type="application/json").json["id"]
    house.gate.blocks.add(int(IPv4Address("192.0.2.2")), 60, "an administrator")
    card = tmp_path / "ada.vcf"
    card.write_bytes(b"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:1\r\nFN:Ada\r\nN:;;;;\r\nEND:VCARD\r\n")
    return {
        "app_password": entry.id.hex(), "message": bytes(message).hex(), "token": token.strip("<>"),
        "bearer": bearer.id.hex(),
        "registration": registered.rpartition("/")[2],
        "card": card, "link": link, "out": tmp_path / "out", "deletion": bytes(deletion).hex(), "version": version.hex(),
    }  # fmt: skip


@pytest.mark.parametrize("command", ACTS)
def test_a_command_leaves_one_row_an_act_and_the_number_of_who_ran_it(house, a3dav, places, command):
    arguments, actions = ACTS[command]
    before = rows(house)
    a3dav(*command.split(), *(argument.format(**places) for argument in arguments), text="new password\n")
    made = rows(house)[len(before) :]
    assert [row.action for row in made] == actions
    assert {row.os_user for row in made} == {os.getuid()}
    assert {row.method for row in made} == {"import" if command == "import" else "command-line"}


@pytest.mark.parametrize("command", sorted(READING - {"audit", "check", "plugins"}))
def test_a_command_that_shows_leaves_no_row(house, a3dav, places, command):
    before = rows(house)
    a3dav(*command.split(), *SHOWN.get(command, []))
    assert rows(house) == before


def test_rows_of_acts_on_accounts_say_which_account(house, a3dav, places):
    alice, team = find_account(house, "alice"), find_account(house, "team")
    before = rows(house)
    a3dav("user", "disable", "alice")
    a3dav("group", "member", "team", "alice")
    a3dav("app-password", "revoke", "alice", places["app_password"])
    assert [(row.collection_id, row.resource_id) for row in rows(house)[len(before) :]] == [
        (b"", alice.id),
        (team.id, alice.id),
        (alice.id, bytes.fromhex(places["app_password"])),
    ]


def test_with_sudo_the_row_names_who_called_it(house, a3dav, places, monkeypatch):
    from a3dav.processes import os_user

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setenv("SUDO_UID", "1234")
    assert os_user() == 1234
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert os_user() == os.getuid()


def test_an_export_saves_data_from_a_store_that_cannot_be_written(a3dav, places, monkeypatch):
    def fail(*_):
        raise StoreError("the store is read-only")

    monkeypatch.setattr(House, "transact", fail)
    said = a3dav("export", "alice", places["out"])
    assert "the audit trail has no row of this export: the store is read-only" in said
    assert (places["out"] / "files" / "a").read_bytes() == b"1"


def test_a_lock_that_is_not_there_leaves_no_row(house, a3dav, alice):
    before = rows(house)
    with pytest.raises(AssertionError):
        a3dav("lock", "remove", "urn:uuid:none")
    assert rows(house) == before


def test_a_step_of_the_schema_leaves_its_row(house):
    before = rows(house)
    upgrade(
        house.store.engine, [CORE, Migrations("toys", (("CREATE TABLE toys (id BLOB PRIMARY KEY)",),))], lambda: None
    )
    (row,) = rows(house)[len(before) :]
    assert (row.action, row.method, row.os_user) == ("schema-upgraded:toys", "command-line", os.getuid())


def test_homes_that_a_plugin_brings_later_leave_a_row(house, alice, store_settings):
    house.transact(Actor(), lambda tx: tx.store.engine.execute("DELETE FROM resources WHERE name = 'files'"))
    before = rows(house)
    environment = {"A3DAV_SERVER__DATA_DIR": str(house.store.data_dir), **store_settings}
    open_house(read(None, environment), prepare=True).close()
    assert [(row.action, row.resource_id) for row in rows(house)[len(before) :]] == [
        ("homes-made", find_account(house, "alice").id)
    ]


# -- housekeeping ----------------------------------------------------------------------------------


def run_task(house, name):
    return next(task for task in house.task_table.entries if task.name == name).run(house)


def test_housekeeping_leaves_a_row_that_counts_what_it_removed(make_house):
    house = make_house(storage__history_days=0)
    alice = add_person(house, "alice")
    for body in (b"1", b"2", b"3"):
        alice.put(HOME + "a", body)
    house.transact(Actor(), lambda tx: tx.store.engine.execute("UPDATE versions SET created = 1"))
    before = rows(house)
    run_task(house, "old-versions")
    (row,) = rows(house)[len(before) :]
    assert (row.action, row.method, row.times) == ("versions-removed", "housekeeping", 2)


def test_locks_that_ran_out_leave_a_row_when_they_are_removed(house, alice, token):
    house.transact(Actor(), lambda tx: tx.store.engine.execute("UPDATE locks SET expires = 1"))
    before = rows(house)
    run_task(house, "expired-locks")
    run_task(house, "expired-locks")
    assert [(row.action, row.times) for row in rows(house)[len(before) :]] == [("locks-expired", 1)]


@pytest.mark.parametrize(("days", "left"), [(30, ["put", "audit-rows-removed"]), (0, ["put", "put"])])
def test_rows_are_kept_as_long_as_the_setting_says(make_house, days, left):
    house = make_house(storage__audit_days=days)
    alice = add_person(house, "alice")
    alice.put(HOME + "old", b"1")
    old = now_ms() - 31 * 86_400_000
    house.transact(Actor(), lambda tx: tx.store.engine.execute("UPDATE audit SET at = ? WHERE action = 'put'", (old,)))
    alice.put(HOME + "new", b"1")
    run_task(house, "old-audit-rows")
    assert [row.action for row in rows(house, actions=("put", "audit-rows-removed"))] == left
