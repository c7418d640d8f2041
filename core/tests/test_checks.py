"""`a3dav check` names what is wrong with a store, and `--repair` mends it and says so."""

import os
import time

import apsw
import pytest

from a3dav.checks import disk, findings, mended
from a3dav.errors import StoreError
from a3dav.identifiers import now_ms
from a3dav.storage.transaction import Actor
from a3dav.testing.people import add_person

HOME = "/files/alice/"
CALENDAR = "/calendars/alice/calendar/"
LARGE = b"x" * 100
LUNCH = "\r\n".join(
    ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//x//EN", "BEGIN:VEVENT", "UID:{0}", "DTSTAMP:20260101T000000Z",
     "DTSTART:20260101T120000Z", "SUMMARY:{0}", "END:VEVENT", "END:VCALENDAR", ""]
)  # fmt: skip
MULTIGET = (
    '<C:calendar-multiget xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns="DAV:"><prop><getetag/><C:calendar-data/></prop>'
    "{}</C:calendar-multiget>"
)
QUERY = (
    '<C:calendar-query xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns="DAV:"><prop><getetag/></prop><C:filter>'
    '<C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:prop-filter name="SUMMARY"/></C:comp-filter>'
    "</C:comp-filter></C:filter></C:calendar-query>"
)
DATA = "{urn:ietf:params:xml:ns:caldav}calendar-data"


@pytest.fixture
def house(make_house):
    return make_house(storage__inline_body_limit=50)


@pytest.fixture
def alice(house):
    return add_person(house, "alice", role="admin")


def wrong(house, *, deep=False):
    return [finding.text for finding in findings(house, deep=deep) if not finding.ok]


def repair(house):
    """Mends what can be; gives what was done, and what was left."""
    outcomes = [
        outcome
        for finding in findings(house)
        if not finding.ok and finding.mend
        for outcome in mended(house, Actor(method="test"), finding.mend)
    ]
    return [o.text for o in outcomes if o.done], [o.text for o in outcomes if not o.done]


def sql(house, statement, *parameters):
    engine = house.store.engine
    return engine.submit(lambda: engine.execute(statement, parameters)).result()


def audited(house):
    return [action for (action,) in house.store.engine.rows("SELECT action FROM audit ORDER BY position DESC LIMIT 1")]


def file_of(house, client, path):
    resource = house.resolve(tuple(path.strip("/").split("/")))
    ((reference,),) = house.store.engine.rows("SELECT blob FROM versions WHERE id = ?", (resource.version_id,))
    return house.store.blobs.path(reference)


def make_old(path):
    os.utime(path, (1, 1))


def test_a_sound_store_has_no_finding(house, alice):
    alice.put(HOME + "a", LARGE)
    alice.put(CALENDAR + "a.ics", LUNCH.format("a"))
    assert wrong(house, deep=True) == []


class TestALostBody:
    @pytest.fixture
    def lost(self, house, alice):
        """A resource of two versions whose file is gone, beside one that is well."""
        alice.put(HOME + "a", b"first" + LARGE)
        alice.put(HOME + "a", b"second" + LARGE)
        alice.put(HOME + "b", LARGE)
        file = file_of(house, alice, HOME + "a")
        file.unlink()
        return file

    def test_it_is_refused_with_500_and_told_once_by_name(self, house, alice, lost, caplog):
        assert {alice.get(HOME + "a").status for _ in range(3)} == {500}
        (record,) = caplog.records
        assert lost.name in record.message
        assert record.exc_info is None

    def test_everything_else_goes_on(self, house, alice, lost):
        assert alice.get(HOME + "b").body == LARGE
        listing = alice.propfind(HOME, depth="1").multistatus
        assert listing[HOME + "a"].text("{DAV:}getcontentlength") == "106"

    def test_it_can_be_written_again_and_deleted(self, house, alice, lost):
        assert alice.put(HOME + "a", b"third").status == 204
        assert alice.get(HOME + "a").body == b"third"
        assert alice.delete(HOME + "a").status == 204

    def test_a_file_that_is_too_short_is_lost_too(self, house, alice):
        alice.put(HOME + "a", LARGE)
        file_of(house, alice, HOME + "a").write_bytes(b"x")
        assert alice.get(HOME + "a").status == 500
        assert wrong(house) == [f"1 resources have lost their content: {HOME}a"]

    def test_its_newest_whole_version_comes_back_as_a_change(self, house, alice, lost):
        token = alice.sync(HOME).xml.findtext("{DAV:}sync-token")
        assert wrong(house) == [f"1 resources have lost their content: {HOME}a"]
        done, left = repair(house)
        assert (done[0], left) == (f"{HOME}a has its newest whole version again, of 105 bytes", [])
        assert alice.get(HOME + "a").body == b"first" + LARGE
        assert list(alice.sync(HOME, token).multistatus) == [HOME + "a"]
        assert wrong(house) == []

    def test_it_is_left_where_no_version_is_there(self, house, alice):
        alice.put(HOME + "a", LARGE)
        file_of(house, alice, HOME + "a").unlink()
        done, left = repair(house)
        assert done == []
        assert left == [f"{HOME}a was left: no earlier version is there; restore a backup, or delete it"]
        assert alice.propfind(HOME + "a", "{DAV:}getetag").status == 207

    def test_a_resource_without_its_version_falls_back_too(self, house, alice):
        alice.put(HOME + "a", b"first")
        alice.put(HOME + "a", b"second")
        sql(house, "DELETE FROM versions WHERE id IN (SELECT version_id FROM resources)")
        assert alice.get(HOME + "a").status == 500
        assert repair(house)[0] == [f"{HOME}a has its newest whole version again, of 5 bytes"]
        assert alice.get(HOME + "a").body == b"first"

    def test_an_object_of_a_calendar_fails_alone_in_reports(self, house, alice, caplog):
        for name in ("a", "b"):
            alice.put(f"{CALENDAR}{name}.ics", LUNCH.format(name))
        file_of(house, alice, CALENDAR + "a.ics").unlink()
        assert list(alice.report(CALENDAR, QUERY).multistatus) == [CALENDAR + "b.ics"]
        assert len(caplog.records) == 1
        hrefs = "".join(f"<href>{CALENDAR}{name}.ics</href>" for name in ("a", "b"))
        rows = alice.report(CALENDAR, MULTIGET.format(hrefs)).multistatus
        assert rows[CALENDAR + "a.ics"].missing == {DATA: 500}
        assert rows[CALENDAR + "b.ics"].text(DATA).startswith("BEGIN:VCALENDAR")
        assert b"SUMMARY:b" in alice.get(CALENDAR).body
        assert len(caplog.records) == 1


def test_a_lost_earlier_version_is_forgotten(house, alice):
    alice.put(HOME + "a", b"first" + LARGE)
    file = file_of(house, alice, HOME + "a")
    alice.put(HOME + "a", b"second" + LARGE)
    file.unlink()
    assert wrong(house) == [f"1 earlier versions have lost their content: {file.name}"]
    assert repair(house) == ([f"forgot an earlier version whose file {file.name} is gone"], [])
    assert audited(house) == ["version-forgotten"]
    assert wrong(house) == []


@pytest.mark.parametrize("body", [b"small", LARGE], ids=["in the database", "in a file"])
def test_a_body_that_changed_is_found_when_all_are_read(house, alice, body):
    alice.put(HOME + "a", body)
    sql(house, "UPDATE versions SET body = ? WHERE body IS NOT NULL", b"smaIl")
    for file in house.store.blobs.folder.rglob("*"):
        if file.is_file():
            file.write_bytes(b"y" * 100)
    assert wrong(house) == []
    (finding,) = wrong(house, deep=True)
    assert finding.startswith(f"1 resources have other bytes than were stored: {HOME}a; restore")


def test_files_that_belong_to_nothing_are_removed_after_a_day(house, alice):
    young, old = (house.store.blobs.spool / name for name in ("young", "old"))
    for file in (young, old):
        file.write_bytes(b"x")
    make_old(house.store.blobs.path(house.store.blobs.adopt(old)))
    house.store.blobs.adopt(young)
    upload = house.store.blobs.spool / "upload"
    upload.write_bytes(b"x")
    make_old(upload)
    found = wrong(house)
    assert found[0].startswith("1 files of bodies belong to nothing: ")
    assert found[1] == "1 uploads were abandoned"
    done, left = repair(house)
    assert (len(done), left) == (2, [])
    assert audited(house) == ["abandoned-uploads-removed"]
    assert wrong(house) == []
    assert len(list(house.store.blobs.references(time.time() + 1))) == 1


@pytest.mark.parametrize(("hours", "found"), [(1, 0), (13, 1)])
def test_files_are_no_finding_while_the_sweeper_comes_for_them(house, alice, hours, found):
    body = house.store.blobs.spool / "old"
    body.write_bytes(b"x")
    make_old(house.store.blobs.path(house.store.blobs.adopt(body)))
    assert len(wrong(house)) == 1
    sql(house, "DELETE FROM jobs")
    last = now_ms() - hours * 3_600_000
    sql(house, "INSERT INTO jobs (name, fence, leased_until, last_run) VALUES ('unreferenced-blobs', 1, 0, ?)", last)
    assert len(wrong(house)) == found


def test_a_wrong_number_of_used_bytes_is_corrected(house, alice):
    alice.put(HOME + "a", LARGE)
    sql(house, "UPDATE accounts SET used = 7")
    assert wrong(house) == ["1 accounts use another number of bytes than is noted: alice"]
    assert repair(house) == (["alice uses 100 bytes, and not 7"], [])
    assert audited(house) == ["used-bytes-corrected"]
    assert wrong(house) == []


def test_a_resource_whose_collection_is_gone_is_rescued(house, alice):
    alice.request("MKCOL", HOME + "folder/")
    alice.request("MKCOL", HOME + "folder/below/")
    alice.put(HOME + "folder/below/a", b"1")
    folder = house.resolve(("files", "alice", "folder"))
    sql(house, "DELETE FROM resources WHERE id = ?", folder.id)
    assert wrong(house) == ["1 resources stand in a collection that is gone: alice/?/below"]
    (done,), left = repair(house)
    place = done.removeprefix("below of alice is ").removesuffix(" now")
    assert (place.startswith(HOME + "recovered/"), left) == (True, [])
    assert alice.get(place + "a").body == b"1"
    assert audited(house) == ["resource-rescued"]
    assert wrong(house) == []


def test_a_stale_index_is_rebuilt(house, alice):
    alice.put(CALENDAR + "a.ics", LUNCH.format("a"))
    sql(house, "UPDATE indexes SET stale = 1 WHERE name = 'caldav'")
    sql(house, "DELETE FROM caldav_objects")
    assert wrong(house) == ["index caldav is stale; try: a3dav reindex"]
    assert repair(house) == (["index caldav was rebuilt from 1 resources"], [])
    assert list(alice.report(CALENDAR, QUERY).multistatus) == [CALENDAR + "a.ics"]


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "fuse.sshfs"])
def test_sqlite_on_a_network_is_named(house, alice, request, monkeypatch, tmp_path, kind):
    if request.config.getoption("--store") != "sqlite":
        pytest.skip("about SQLite")
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/x {house.store.data_dir.resolve()} {kind} rw 0 0\n")
    monkeypatch.setattr(disk, "MOUNTS", mounts)
    (finding,) = wrong(house)
    assert finding.startswith(f"the data directory is on {kind}; SQLite needs a local disk")


def test_a_data_directory_open_to_others_is_named(house, alice):
    house.store.data_dir.chmod(0o755)
    (finding,) = wrong(house)
    assert finding.endswith("has mode 0755; only its owner should read it")


def test_files_closed_to_their_owner_are_opened(house, alice):
    alice.put(HOME + "a", LARGE)
    file = file_of(house, alice, HOME + "a")
    file.chmod(0o000)
    assert wrong(house)[0] == f"1 files are closed to their owner: {file}"
    assert repair(house) == ([f"opened {file} to its owner"], [])
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_files_that_root_left_behind_are_given_back(house, alice):
    alice.put(HOME + "a", LARGE)
    file = file_of(house, alice, HOME + "a")
    os.chown(file, 12345, 12345)
    assert wrong(house) == [f"1 files belong to another user: {file}"]
    assert repair(house)[0] == [f"gave {file} to the owner of the data directory"]
    assert file.stat().st_uid == house.store.data_dir.stat().st_uid


def test_a_repair_that_cannot_write_says_so(house, alice, monkeypatch):
    alice.put(HOME + "a", LARGE)
    sql(house, "UPDATE accounts SET used = 7")

    def fail(*arguments):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(house, "transact", fail)
    done, (left,) = repair(house)
    assert done == []
    assert left.startswith("the store is read-only; make the data directory")


class TestADamagedDatabase:
    @pytest.fixture(autouse=True)
    def _on_sqlite(self, request):
        if request.config.getoption("--store") != "sqlite":
            pytest.skip("about SQLite")

    def test_flipped_bytes_in_its_pages_are_named(self, make_house, house, alice):
        alice.put(HOME + "a", b"1")
        path = house.store.engine.path
        ((page,),) = house.store.engine.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'audit_by_time'")
        house.close()
        whole = path.read_bytes()
        end = page * 4096
        path.write_bytes(whole[: end - 64] + bytes(byte ^ 0xFF for byte in whole[end - 64 : end]) + whole[end:])
        (finding,) = wrong(make_house())
        assert finding.startswith("the database is damaged")
        assert finding.endswith("; stop the server and restore a backup")

    @pytest.mark.parametrize("kept", [100, 4096, 5000, 100_000])
    def test_a_file_that_was_cut_off_is_refused_in_one_sentence(self, make_house, house, kept):
        path = house.store.engine.path
        house.close()
        os.truncate(path, kept)
        with pytest.raises(StoreError, match=r"restore (it from )?a backup$"):
            make_house()

    def test_a_missing_log_is_no_damage(self, make_house, house, alice):
        house.store.engine.submit(lambda: None).result()
        path = house.store.engine.path
        house.close()
        for name in ("-wal", "-shm"):
            path.with_name(path.name + name).unlink(missing_ok=True)
        assert wrong(make_house()) == []
        assert apsw.Connection(str(path)).pragma("integrity_check") == "ok"
