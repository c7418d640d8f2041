"""A file that is no backup, or not the one that was written, is refused in a sentence and changes nothing."""

import io
import json
import tarfile

import pytest

from a3dav.assembly import open_house
from a3dav.backup.compression import zstd
from a3dav.backup.loading import Rules
from a3dav.config import read
from a3dav.errors import StoreError
from a3dav.testing.backups import back_up, members_of, packed, put_back
from a3dav.testing.people import add_person

HOME = "/files/alice/"
TENTHS = [tenth / 10 for tenth in range(10)]


@pytest.fixture(scope="module")
def backup(tmp_path_factory):
    """A backup of a small store with bodies, a large one among them, and a key."""
    folder = tmp_path_factory.mktemp("source")
    settings = {"A3DAV_SERVER__DATA_DIR": str(folder), "A3DAV_STORAGE__INLINE_BODY_LIMIT": "10"}
    house = open_house(read(None, settings), prepare=True)
    alice = add_person(house, "alice")
    alice.put(HOME + "small", b"body")
    alice.put(HOME + "large", b"a large one, by far")
    (folder / "tls").mkdir()
    (folder / "tls" / "key.pem").write_text("secret")
    data = back_up(house)
    house.close()
    return data


@pytest.fixture
def refused(tmp_path):
    """Restores a file that must be refused and gives the sentence; nothing may be left of it."""
    return refusing(tmp_path / "target", {})


@pytest.fixture
def refused_by_engine(tmp_path, backup, more_stores):
    """The same on the engine under test, for what a database sees; the store must be as empty as before."""
    folder, settings = tmp_path / "target", more_stores()
    yield refusing(folder, settings)
    put_back(backup, folder, settings)[0].close()


def refusing(folder, settings):
    def refuse(data, rules=None):
        with pytest.raises(StoreError) as error:
            put_back(data, folder, settings, rules)
        assert {path.name for path in folder.rglob("*") if path.is_file()} <= {"a3dav.lock", "a3dav.turn"}
        return str(error.value)

    return refuse


def changed(backup, change):
    """The backup with members that `change` altered, and an end that vouches for them."""
    members = members_of(backup)
    return packed(change(members) or members)


def manifest_with(backup, **facts):
    members = members_of(backup)
    members["manifest.json"] = json.dumps(json.loads(members["manifest.json"]) | facts).encode()
    return packed(members)


def test_what_was_packed_anew_is_a_backup(backup, tmp_path, more_stores):
    house, loaded = put_back(packed(members_of(backup)), tmp_path / "x", more_stores())
    house.close()
    assert (loaded.blobs, loaded.missing, loaded.faults) == (1, 0, [])


@pytest.mark.parametrize("part", TENTHS)
def test_a_file_that_is_cut_short_is_refused(backup, refused, part):
    assert "the backup cannot be used: it is cut short" in refused(backup[: int(len(backup) * part)])


@pytest.mark.parametrize("part", TENTHS)
def test_an_archive_that_is_cut_short_is_refused(backup, refused, part):
    clear = zstd.decompress(backup)
    said = refused(zstd.compress(clear[: int(len(clear) * part)]))
    assert "the backup cannot be used: it " in said


def test_a_file_that_ends_before_its_last_zeros_is_refused(backup, refused):
    assert "something is wrong at its end" in refused(zstd.compress(zstd.decompress(backup)[:-1]))


@pytest.mark.parametrize("part", TENTHS)
def test_a_byte_that_changed_in_the_file_is_noticed(backup, refused, part):
    place = int(len(backup) * part)
    # All its bits, since single ones of the compression can stand for nothing.
    assert "the backup " in refused(backup[:place] + bytes([backup[place] ^ 0xFF]) + backup[place + 1 :])


@pytest.mark.parametrize("part", TENTHS)
def test_a_byte_that_changed_in_the_archive_is_noticed(backup, refused, part):
    clear = bytearray(zstd.decompress(backup))
    clear[int(len(clear) * part)] ^= 1
    assert "the backup " in refused(zstd.compress(clear))


@pytest.mark.parametrize("tail", [b"x", b"\0" * 512, zstd.compress(b"x"), zstd.compress(b"\0" * 512)])
def test_something_behind_the_end_is_refused(backup, refused, tail):
    assert "the backup cannot be used: " in refused(backup + tail)


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0", zstd.compress(b""), zstd.compress(b"\0" * 1024)])
def test_what_is_no_backup_is_refused(refused, data):
    assert refused(data).startswith("the backup cannot be used: ")


@pytest.mark.parametrize(
    "name",
    [
        "../../x", "/etc/passwd", "tls/../x", "tls/./x", "tls/..", "tls//x", "tls/", "blobs/../a3dav.sqlite", "blobs/AB",
        "blobs/" + "g" * 32, "tables/../x/0001.jsonl", "tables/facts/1.jsonl", "a3dav.sqlite", "tls/a\nb", "tls/a\\b",
    ],
)  # fmt: skip
def test_a_member_under_another_name_is_refused(backup, refused, name):
    assert "which is nothing of a backup" in refused(with_entry(backup, tarfile.TarInfo(name)))


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.CONTTYPE]
)
def test_a_member_that_is_no_plain_file_is_refused(backup, refused, kind):
    entry = tarfile.TarInfo("tls/key.pem")
    entry.type, entry.linkname = kind, "/etc/passwd"
    assert "is no plain file" in refused(with_entry(backup, entry))


@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
def test_a_name_that_is_told_apart_from_its_header_is_refused(backup, refused, form):
    assert "is no plain file" in refused(with_entry(backup, tarfile.TarInfo("tls/" + "x" * 90 + "/" + "y" * 90), form))


@pytest.mark.parametrize("name", ["manifest.json", "tables/facts/0001.jsonl", "tls/key.pem", "end.json"])
def test_a_member_larger_than_any_of_its_kind_is_refused_unread(backup, refused, name):
    entry = tarfile.TarInfo(name)
    entry.size = 2**40
    header = entry.tobuf(tarfile.GNU_FORMAT)
    assert f"{name} has {2**40} bytes" in refused(zstd.compress(header))


def with_entry(backup, entry, form=tarfile.USTAR_FORMAT):
    """The backup with a header of another member in the place of the first that is no manifest."""
    clear = zstd.decompress(backup)
    with tarfile.open(fileobj=io.BytesIO(clear)) as archive:
        second = archive.getmembers()[1].offset
    return zstd.compress(clear[:second] + entry.tobuf(form) + clear[second:])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("tables/facts/0001.jsonl", b'["epoch"]\n'),
        ("tables/facts/0001.jsonl", b'["epoch",1]\n'),
        ("tables/facts/0001.jsonl", b'["epoch",["x"]]\n'),
        ("tables/facts/0001.jsonl", b"[" * 5000),
        ("tables/facts/0001.jsonl", b"\xff"),
        ("tables/accounts/0001.jsonl", b'["!","user","owner",0,0,0,0,0,0]\n'),
        ("tables/accounts/0001.jsonl", b'["YQ==","user","owner",0,0,0,0,0,99999999999999999999]\n'),
        ("tables/accounts/0001.jsonl", b'["YQ==","user","owner",0,0,0,0,0,1.5]\n'),
        ("manifest.json", b"{}"),
        ("manifest.json", b"[]"),
        ("manifest.json", b'{"format":1,"version":"1"}'),
        ("end.json", b'{"rows":{},"blobs":-1,"missing":[]}'),
    ],
)
def test_rows_and_facts_of_another_shape_are_refused(backup, refused_by_engine, name, content):
    assert f"the backup cannot be used: {name}: " in refused_by_engine(
        changed(backup, lambda members: {**members, name: content})
    )


def without(name):
    return lambda members: {key: value for key, value in members.items() if key != name}


def twice(name, again):
    return lambda members: {
        place: content
        for key, value in members.items()
        for place, content in ([(key, value), (again, value)] if key == name else [(key, value)])
    }


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (without("manifest.json"), "accounts/0001.jsonl is not where it belongs"),
        (without("end.json"), "it ends within a header|a header: "),
        (without("tables/profiles/0001.jsonl"), "the table 'profiles' has not the 1 rows"),
        (without("tables/facts/0001.jsonl"), "the table 'facts' has not the "),
        (without("tables/accounts/0001.jsonl"), "a row of |the table 'accounts' has not the 1 rows"),
        (twice("tables/facts/0001.jsonl", "tables/facts/0002.jsonl"), "a row of facts: "),
        (twice("tables/facts/0001.jsonl", "tables/facts/0003.jsonl"), "tables/facts/0003.jsonl is not where it"),
        (twice("tables/facts/0001.jsonl", "tables/sqlite_master/0001.jsonl"), "sqlite_master/0001.jsonl is not where"),
        (twice("tls/key.pem", "tls/a"), "tls/a is out of order"),
        (twice("tls/key.pem", "tls/key.pem/x"), "cannot be written: "),
        (twice("tls/key.pem", "tables/facts/0002.jsonl"), "tables/facts/0002.jsonl is not where it belongs"),
        (twice("tls/key.pem", "blobs/" + "f" * 32), f"blobs/{'f' * 32} is not where it belongs"),
    ],
)
def test_members_that_do_not_belong_together_are_refused(backup, refused_by_engine, change, sentence):
    said = refused_by_engine(changed(backup, change))
    assert any(part in said for part in sentence.split("|")), said


def blob_of(members):
    (name,) = [name for name in members if name.startswith("blobs/")]
    return name


def test_a_large_body_that_is_not_there_is_noticed(backup, refused_by_engine):
    members = members_of(backup)
    assert "files of large bodies are missing in it" in refused_by_engine(changed(backup, without(blob_of(members))))


def test_a_large_body_that_no_row_names_is_refused(backup, refused):
    name = blob_of(members_of(backup))
    stranger = "blobs/" + "0" * 32
    said = refused(changed(backup, lambda members: {stranger if k == name else k: v for k, v in members.items()}))
    assert f"no row names {stranger}" in said


@pytest.mark.parametrize("content", [b"a large one, by fur", b"a large one", b"x" * 100_000])
def test_a_large_body_that_is_another_is_noticed(backup, refused, content):
    name = blob_of(members_of(backup))
    said = refused(changed(backup, lambda members: {**members, name: content}))
    assert f"the backup holds damage: {name} is not what its ETag tells" in said


def test_a_small_body_that_is_another_is_noticed(backup, refused_by_engine):
    name = "tables/versions/0001.jsonl"

    def change(members):
        return {**members, name: members[name].replace(b'"Ym9keQ=="', b'"YmFkeQ=="')}

    assert "the backup holds damage: a body of the resource" in refused_by_engine(changed(backup, change))


def test_a_resource_without_its_body_is_noticed(backup, refused_by_engine):
    rows = members_of(backup)["tables/versions/0001.jsonl"].splitlines(keepends=True)
    members = members_of(backup)
    members["tables/versions/0001.jsonl"] = b"".join(row for row in rows if b"Ym9keQ==" not in row)
    facts = json.loads(members["manifest.json"])
    (versions,) = [table for table in facts["tables"] if table["name"] == "versions"]
    versions["rows"] -= 1
    end = json.loads(members["end.json"])
    end["rows"]["versions"] -= 1
    members |= {"manifest.json": json.dumps(facts).encode(), "end.json": json.dumps(end).encode()}
    assert "1 resources have no body" in refused_by_engine(packed(members))


def test_a_store_without_its_key_is_refused(backup, refused_by_engine):
    name = "tables/facts/0001.jsonl"

    def change(members):
        return {**members, name: members[name].replace(b'["key"', b'["kay"')}

    assert "the store has lost its key" in refused_by_engine(changed(backup, change))


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"format": 2, "version": "9.9"}, "is written in format 2 by a3dav 9.9, this software reads format 1; install"),
        ({"lines": {"core": 99}}, r"newer than this software: its schema 'core' has version 99"),
        ({"lines": {"core": 2, "caldav": 1, "toys": 1}}, "holds data of 'toys', which is not here; install and enable"),
        ({"lines": {"core": 2}}, "is not in both, its schema and its manifest"),
        ({"lines": {}}, "is not in both, its schema and its manifest"),
        ({"lines": {"core": -1}}, "manifest.json: Expected `int` >= 0"),
        ({"tables": []}, "is not in both, its schema and its manifest"),
        ({"made": 2**62}, "manifest.json: Expected `int` <= "),
    ],
)
def test_a_manifest_that_fits_nothing_here_is_refused(backup, refused, facts, sentence):
    assert sentence in refused(manifest_with(backup, **facts))


def test_rows_of_migrations_that_contradict_the_manifest_are_refused(backup, refused):
    name = "tables/migrations/0001.jsonl"
    said = refused(changed(backup, lambda members: {**members, name: members[name].replace(b'"caldav"', b'"toys"')}))
    assert "its migrations are not those of its manifest" in said


def test_an_end_that_contradicts_the_manifest_is_refused(backup, refused):
    end = json.loads(members_of(backup)["end.json"])
    end["rows"]["facts"] += 1
    said = refused(changed(backup, lambda members: {**members, "end.json": json.dumps(end).encode()}))
    assert "its end and its manifest differ" in said


def test_a_table_that_is_told_twice_is_refused(backup, refused):
    tables = json.loads(members_of(backup)["manifest.json"])["tables"]
    assert "names a table twice" in refused(manifest_with(backup, tables=[*tables, tables[0]]))


def test_a_table_with_other_columns_is_refused(backup, refused):
    tables = json.loads(members_of(backup)["manifest.json"])["tables"]
    tables[0]["columns"][0][0] = 'id" = 1; --'
    assert "has other columns than its schema" in refused(manifest_with(backup, tables=tables))


def test_a_restore_leaves_room_on_the_disk(backup, refused):
    assert "is too full for the restore" in refused(backup, Rules(least_free=2**60))
