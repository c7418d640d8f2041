"""Backup and restore: everything comes back, on any engine, and every client notices what it may have missed."""

import os
import stat
import threading
import time
import tracemalloc

import pytest

from a3dav.administration import erase_account, find_account
from a3dav.backup.dumping import dump
from a3dav.backup.loading import Rules
from a3dav.backup.upgrades import back_up_rows
from a3dav.builtin import housekeeping
from a3dav.errors import StoreError
from a3dav.identifiers import new_id, now_ms
from a3dav.storage.transaction import Actor
from a3dav.testing.backups import back_up, members_of, put_back, rows_of
from a3dav.testing.client import Client
from a3dav.testing.locks import LOCKINFO
from a3dav.testing.people import add_person

HOME = "/files/alice/"
CALENDAR = "/calendars/alice/calendar/"
CTAG = "{http://calendarserver.org/ns/}getctag"
EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:{0}\r\nDTSTAMP:20260101T000000Z\r\n"
    "DTSTART:20260310T110000Z\r\nSUMMARY:{0}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
SYSTEM = Actor(method="test")


@pytest.fixture
def restored(tmp_path, more_stores):
    """Restores a backup into a new store and gives the house."""
    houses = []

    def make(data, rules=None, settings=None):
        folder = tmp_path / f"restored-{len(houses)}"
        house, loaded = put_back(data, folder, more_stores() if settings is None else settings, rules)
        house.loaded = loaded
        houses.append(house)
        return house

    yield make
    for house in houses:
        house.close()


@pytest.fixture
def small(make_house):
    """A house in which every body with more than ten bytes is a large one."""
    return make_house(storage__inline_body_limit=10)


def client_of(house):
    return Client(house, "alice", "alice's password")


def write(house, sql, *parameters):
    engine = house.store.engine
    engine.submit(lambda: engine.execute(sql, parameters)).result()


def token_of(alice, path):
    return alice.sync(path).xml.findtext("{DAV:}sync-token")


def ctag_of(alice, path):
    return alice.propfind(path, CTAG).multistatus[path].text(CTAG)


def etags_of(alice, path):
    listed = alice.propfind(path, "{DAV:}getetag", depth="1").multistatus
    return {href: member.text("{DAV:}getetag") for href, member in listed.items() if "{DAV:}getetag" in member.found}


def comparable(data):
    """The rows of a backup without what each backup and restore adds or changes on purpose."""
    rows = rows_of(data)
    rows["facts"] = [row for row in rows["facts"] if row[0] not in {"epoch", "origin", "generation"}]
    rows["audit"] = [row for row in rows["audit"] if row[6] not in {"backup", "restore"}]
    return rows


# -- what comes back -------------------------------------------------------------------------------


def test_bodies_small_and_large_come_back_byte_for_byte(small, restored):
    alice = add_person(small, "alice")
    etags = [alice.put(HOME + name, body).headers["etag"] for name, body in (("s", b"small"), ("l", b"\x00\xff" * 999))]
    again = client_of(restored(back_up(small)))
    answers = [again.get(HOME + name) for name in ("s", "l")]
    assert [answer.body for answer in answers] == [b"small", b"\x00\xff" * 999]
    assert [answer.headers["etag"] for answer in answers] == etags


def test_properties_and_indexes_come_back(alice, house, restored):
    alice.put(CALENDAR + "1.ics", EVENT.format("1"), content_type="text/calendar")
    alice.proppatch(
        CALENDAR,
        '<propertyupdate xmlns="DAV:"><set><prop><displayname>Büro</displayname></prop></set></propertyupdate>',
    )
    again = client_of(restored(back_up(house)))
    name = again.propfind(CALENDAR, "{DAV:}displayname").multistatus[CALENDAR]
    assert name.text("{DAV:}displayname") == "Büro"
    query = (
        '<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop/><C:filter>'
        '<C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">'
        '<C:time-range start="20260310T000000Z" end="20260311T000000Z"/></C:comp-filter></C:comp-filter></C:filter>'
        "</C:calendar-query>"
    )
    assert set(again.report(CALENDAR, query, depth="1").multistatus) == {CALENDAR + "1.ics"}


def test_the_rows_of_a_restored_store_are_those_of_the_first(small, restored):
    alice = add_person(small, "alice")
    alice.put(HOME + "a", b"1")
    alice.put(HOME + "b", b"a large one, by far")
    alice.delete(HOME + "a")
    data = back_up(small)
    assert comparable(back_up(restored(data))) == comparable(data)


def test_a_store_moves_to_the_other_engine_and_back(small, restored, databases, request):
    if request.config.getoption("--store") != "postgres":
        pytest.skip("about both engines; run with --store postgres")
    alice = add_person(small, "alice")
    alice.put(HOME + "body", b"Gr\xc3\xbc\xc3\x9fe")
    alice.put(HOME + "large", b"a large one, by far")
    alice.put(CALENDAR + "1.ics", EVENT.format("1"), content_type="text/calendar")
    in_sqlite = restored(back_up(small), settings={})
    with databases.one() as url:
        first = back_up(in_sqlite)
        in_postgres = restored(first, settings={"A3DAV_STORAGE__URL": url})
        second = back_up(in_postgres)
        third = back_up(restored(second, settings={}))
        in_postgres.close()
    assert comparable(first) == comparable(second) == comparable(third)
    assert [house.store.engine.name for house in (in_sqlite, in_postgres)] == ["sqlite", "postgres"]


def test_keys_beside_the_database_come_back_for_their_owner_alone(house, restored):
    folder = house.store.data_dir / "tls" / "dav.example.org"
    folder.mkdir(parents=True)
    (folder / "key.pem").write_text("secret")
    (folder.parent / "current.pem").symlink_to(folder / "key.pem")
    found = restored(back_up(house)).store.data_dir / "tls"
    assert (found / "current.pem").read_text() == "secret"
    modes = [found, found / "dav.example.org", found / "dav.example.org" / "key.pem"]
    assert [stat.S_IMODE(path.stat().st_mode) for path in modes] == [0o700, 0o700, 0o600]


def test_numbers_of_rows_go_on_behind_those_that_are_gone(house, restored):
    add_person(house, "alice")
    newest = house.store.engine.row("SELECT MAX(position) FROM changes")[0]
    write(house, "DELETE FROM changes WHERE position > 1")
    again = restored(back_up(house))
    client_of(again).put(HOME + "a", b"1")
    assert again.store.engine.row("SELECT MAX(position) FROM changes")[0] > newest


def test_a_backup_of_an_older_schema_is_brought_up_to_date(house, restored):
    add_person(house, "alice")
    engine = house.store.engine
    write(house, "DELETE FROM migrations WHERE line = 'caldav'")
    for table in ("caldav_objects", "caldav_spans"):
        write(house, f"DROP TABLE {table}")
    again = restored(back_up(house))
    assert not engine.database.table_exists("caldav_objects")
    assert (again.loaded.steps > 0, (again.store.data_dir / "backups").exists()) == (True, False)
    alice = client_of(again)
    assert alice.put(CALENDAR + "1.ics", EVENT.format("1"), content_type="text/calendar").status == 201


def test_a_body_that_was_damaged_before_is_restored_on_demand_alone(house, restored):
    alice = add_person(house, "alice")
    alice.put(HOME + "a", b"first")
    write(house, "UPDATE versions SET body = ?", b"fir?t")
    data = back_up(house)
    with pytest.raises(StoreError, match=r"holds damage: a body of the resource \w{32} is not what its ETag tells"):
        restored(data)
    again = restored(data, Rules(accept_damage=True))
    assert client_of(again).get(HOME + "a").body == b"fir?t"
    assert len(again.loaded.faults) == 1


def test_a_row_that_could_not_come_back_is_refused(house, alice, request):
    if request.config.getoption("--store") != "sqlite":
        pytest.skip("about SQLite")
    alice.put(HOME + "a", b"1")
    write(house, "UPDATE versions SET body = 'text'")
    with pytest.raises(StoreError, match="a row of versions cannot be backed up: body is str and not bytes"):
        back_up(house)


# -- while it is served ----------------------------------------------------------------------------


def test_a_backup_while_somebody_writes_is_of_one_moment(house, alice, restored):
    stop, numbers = threading.Event(), iter(range(10_000))

    def keep_writing():
        while not stop.is_set():
            alice.put(f"{HOME}{next(numbers)}", b"body")

    alice.put(HOME + "before", b"body")
    before = house.store.counter(find_account(house, "alice").id)
    writer = threading.Thread(target=keep_writing)
    writer.start()
    try:
        backups = [back_up(house) for _ in range(3)]
    finally:
        stop.set()
        writer.join()
    stores = [restored(data).store for data in backups]
    sums = "SELECT a.counter, MAX(c.counter), COUNT(*) FROM accounts a JOIN changes c ON c.account_id = a.id GROUP BY 1"
    counts = [store.engine.row(sums) for store in stores]
    assert [row[0] for row in counts] == [row[1] for row in counts] == [row[2] for row in counts]
    assert counts[0][0] >= before
    lost = "SELECT COUNT(*) FROM resources WHERE collection = 0 AND version_id NOT IN (SELECT id FROM versions)"
    assert [store.engine.row(lost)[0] for store in stores] == [0, 0, 0]


def test_no_file_is_swept_away_while_a_backup_is_made(small, monkeypatch):
    alice = add_person(small, "alice")
    alice.put(HOME + "large", b"a large one, by far")
    tomorrow = time.time() + 90_000
    monkeypatch.setattr(housekeeping.time, "time", lambda: tomorrow)
    told = []

    def sweep(what, total):
        write(small, "DELETE FROM versions")
        told.append(housekeeping.remove_unreferenced_blobs(small))
        return lambda _: None

    data = back_up(small, sweep)
    assert told == ["", ""]
    assert [name for name in members_of(data) if name.startswith("blobs/")] != []
    assert housekeeping.remove_unreferenced_blobs(small) == "1 unreferenced files removed"


def test_an_account_that_is_erased_meanwhile_takes_its_files_along(small, restored):
    bob = add_person(small, "bob")
    add_person(small, "alice")
    bob.put("/files/bob/large", b"a large one, by far")

    def erase(what, total):
        if what != "rows":
            erase_account(small, SYSTEM, find_account(small, "bob"))
        return lambda _: None

    again = restored(back_up(small, erase))
    assert again.loaded.missing == 1
    assert Client(again, "bob", "bob's password").propfind("/files/bob/").status == 207


def test_a_file_that_is_lost_is_told(small, tmp_path):
    add_person(small, "alice").put(HOME + "large", b"a large one, by far")
    (file,) = [path for path in small.store.blobs.folder.rglob("*") if path.is_file()]
    file.unlink()
    with (tmp_path / "backup").open("wb") as sink:
        summary = dump(small.store, sink)
    assert (summary.lost, summary.missing) == (1, [file.name])


# -- what clients notice ---------------------------------------------------------------------------


@pytest.fixture(params=[(HOME, ""), (CALENDAR, ".ics")], ids=["files", "calendar"])
def went_back(request, house, alice, restored):
    """A store that lost ten writes to a restore and got ten others, and a client that saw the first ten.

    The counters of both are equal, so that nothing but the epoch tells the two histories apart.
    """
    path, ending = request.param

    def put(client, name, number):
        return client.put(
            f"{path}{name}{number}{ending}", EVENT.format(f"{name}{number}"), content_type="text/calendar"
        )

    put(alice, "kept", 0)
    data = back_up(house)
    seen = []
    for number in range(10):
        put(alice, "lost", number)
        seen.append(token_of(alice, path))
    ctag, etags = ctag_of(alice, path), etags_of(alice, path)
    again = client_of(restored(data))
    for number in range(10):
        put(again, "new", number)
    account = find_account(house, "alice").id
    assert house.store.counter(account) == again.house.store.counter(account)
    return path, again, seen, ctag, etags


@pytest.mark.rfc("6578", "3.2")
def test_every_token_of_a_history_that_was_lost_is_refused(went_back):
    path, again, seen, *_ = went_back
    assert {again.sync(path, token).condition for token in seen} == {"{DAV:}valid-sync-token"}


def test_a_client_of_sync_tokens_starts_over_and_sees_what_there_is(went_back):
    path, again, *_ = went_back
    names = {href.removeprefix(path).partition(".")[0] for href in again.sync(path).multistatus}
    assert names == {"kept0", *(f"new{number}" for number in range(10))}


def test_a_client_of_ctags_sees_another_ctag_and_what_changed(went_back):
    path, again, _, ctag, etags = went_back
    assert ctag_of(again, path) != ctag
    found = etags_of(again, path)
    same = {href for href in found if etags.get(href) == found[href]}
    assert {href.removeprefix(path).partition(".")[0] for href in same} == {"kept0"}


@pytest.mark.rfc("6578", "5")
def test_a_write_that_depends_on_a_lost_state_is_refused(went_back):
    path, again, seen, *_ = went_back
    answer = again.put(path + "x", b"1", **{"if": f"<http://localhost{path}> (<{seen[-1]}>)"})
    assert answer.status == 412


def test_no_dot_is_given_out_twice(went_back, house):
    _, again, *_ = went_back
    dots = [set(each.store.engine.rows("SELECT origin, counter FROM changes")) for each in (house, again.house)]
    assert len(dots[0] - dots[1]) == len(dots[1] - dots[0]) == 10


def test_locks_are_gone_after_a_restore(house, alice, restored):
    alice.put(HOME + "a", b"1")
    assert alice.request("LOCK", HOME + "a", LOCKINFO).status == 200
    assert client_of(restored(back_up(house))).put(HOME + "a", b"2").status == 204


def test_leases_are_gone_after_a_restore(house, restored):
    add_person(house, "alice")
    write(house, "INSERT INTO jobs VALUES ('work', 7, ?, 5)", now_ms() + 600_000)
    row = restored(back_up(house)).store.engine.row("SELECT name, fence, leased_until, last_run FROM jobs")
    assert tuple(row) == ("work", 7, 0, 5)


# -- before an upgrade -----------------------------------------------------------------------------


def test_a_backup_before_an_upgrade_is_restored_beside_its_large_files(small, restored, store_settings, tmp_path):
    alice = add_person(small, "alice")
    alice.put(HOME + "large", b"a large one, by far")
    made = back_up_rows(small.store, 0)
    alice.put(HOME + "later", b"1")
    small.close()
    data = made.read_bytes()
    assert [name for name in members_of(data) if name.startswith("blobs/")] == []
    house, _ = put_back(data, tmp_path / "data", store_settings, Rules(replace=True))
    answers = [client_of(house).get(HOME + name) for name in ("large", "later")]
    house.close()
    assert [answer.status for answer in answers] == [200, 404]
    with pytest.raises(StoreError, match=r"made without large files, and .* is not here"):
        restored(data)


def test_the_last_three_backups_before_an_upgrade_are_kept(house):
    made = [back_up_rows(house.store, 0) for _ in range(5)]
    assert sorted(made[0].parent.iterdir()) == made[2:]


def test_an_upgrade_makes_a_backup_first(make_house, tmp_path):
    forget_caldav(make_house())
    make_house()
    (made,) = (tmp_path / "data" / "backups").iterdir()
    lines = {line for line, *_ in rows_of(made.read_bytes())["migrations"]}
    assert "core" in lines
    assert "caldav" not in lines


def test_an_upgrade_without_room_for_a_backup_is_refused(make_house):
    forget_caldav(make_house())
    with pytest.raises(StoreError, match=r"too full for the backup before the upgrade.*make room, or lower limits"):
        make_house(limits__min_free_bytes=2**60)


def forget_caldav(house):
    write(house, "DELETE FROM migrations WHERE line = 'caldav'")
    for table in ("caldav_objects", "caldav_spans"):
        write(house, f"DROP TABLE {table}")
    house.close()


# -- refusals ---------------------------------------------------------------------------------------


def test_a_backup_that_fails_leaves_nothing_behind(house, tmp_path, monkeypatch):
    folder = house.store.data_dir / "tls"
    folder.mkdir()
    (folder / "huge").touch()
    os.truncate(folder / "huge", 2**30)
    with pytest.raises(StoreError, match="huge is too large for a key or certificate; move it"):
        back_up_rows(house.store, 0)
    assert list((house.store.data_dir / "backups").iterdir()) == []


def test_a_database_that_others_use_is_not_replaced(house, restored, store_settings, request):
    if request.config.getoption("--store") != "postgres":
        pytest.skip("about PostgreSQL; run with --store postgres")
    data = back_up(house)
    with pytest.raises(StoreError, match=r"\d other connections use the database; stop every server"):
        restored(data, Rules(replace=True), settings=store_settings)


def test_what_was_there_is_replaced_with_its_keys_and_its_log(make_house, store_settings, tmp_path):
    house = make_house()
    add_person(house, "alice").put(HOME + "a", b"1")
    keys = house.store.data_dir / "tls"
    keys.mkdir()
    (keys / "first.pem").touch()
    data = back_up(house)
    (keys / "first.pem").rename(keys / "second.pem")
    client_of(house).put(HOME + "a", b"2")
    house.close()
    (tmp_path / "data" / "a3dav.sqlite-wal").write_bytes(b"the log of something else")
    again, _ = put_back(data, tmp_path / "data", store_settings, Rules(replace=True))
    body = client_of(again).get(HOME + "a").body
    again.close()
    assert (body, [file.name for file in keys.iterdir()]) == (b"1", ["first.pem"])


# -- memory ----------------------------------------------------------------------------------------


def fill(house, count, size):
    """Objects as rows, quicker than by requests; their bodies take `count` times `size` bytes."""
    alice = add_person(house, "alice")
    alice.put(HOME + "first", b"x" * size)
    engine = house.store.engine
    etag = engine.row("SELECT etag FROM versions")[0]

    def work():
        for _ in range(count):
            engine.execute(
                "INSERT INTO versions (id, resource_id, account_id, origin, counter, key_id, body, size, etag, created)"
                " SELECT ?, ?, account_id, origin, counter, key_id, ?, size, etag, created FROM versions WHERE etag = ?"
                " LIMIT 1",
                (new_id(), new_id(), b"x" * size, etag),
            )

    engine.submit(work).result()


def peak_of(work):
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_store(house, restored, tmp_path):
    fill(house, 3000, 10_000)
    file = tmp_path / "backup"

    def write_file():
        with file.open("wb") as sink:
            dump(house.store, sink)

    assert peak_of(write_file) < 12 * 2**20
    data = file.read_bytes()
    assert peak_of(lambda: restored(data)) < 12 * 2**20
