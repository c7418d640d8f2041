"""What is read from files and from other servers: configuration, backups, multistatus answers."""

from __future__ import annotations

import atexit
import contextlib
import io
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import httpx
from hypothesis import strategies as st

from a3dav.backup.format import Reader
from a3dav.backup.loading import Rules
from a3dav.backup.restoring import check as check_restore
from a3dav.config import read as read_settings
from a3dav.config.formats import FORMATS, UnreadableError
from a3dav.config.formats import parse as parse_settings
from a3dav.errors import A3davError, ConfigError, StoreError
from a3dav.names import is_member_name
from a3dav.testing.backups import back_up, members_of, packed
from a3dav.testing.strategies.answers import answers
from a3dav.testing.strategies.lines import texts
from a3dav.testing.strategies.paths import urls
from a3dav.testing.strategies.settings import files, variables
from a3dav_migrate.addresses import key_of, local_name, redirected, resolve, segments, server_url
from a3dav_migrate.errors import RemoteError
from a3dav_migrate.multistatus import read as read_multistatus
from a3dav_migrate.remote import Answer
from a3dav_migrate.travellers import read_accounts

from .target import PART, Target
from .world import QUICK_DISK, world

BASE = "https://dav.example.org/a/"


@cache
def _folder() -> Path:
    folder = mkdtemp(prefix="a3dav-fuzz-", dir=QUICK_DISK if QUICK_DISK.is_dir() else None)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def check_settings(data: bytes) -> None:
    """A file and variables are read, or refused in sentences that a terminal can show."""
    suffix_text, text, *given = data.split(PART)
    suffix = suffix_text.decode(errors="replace")
    if suffix in FORMATS:
        with contextlib.suppress(UnreadableError):
            parse_settings(suffix, text.decode(errors="replace"))
    file = _folder() / f"a3dav{suffix if suffix in FORMATS else '.toml'}"
    file.write_bytes(text)
    pairs = (line.decode("utf-8", "surrogateescape").partition("=") for line in given)
    environment = {name: value for name, _, value in pairs}
    for path in (file, None):
        try:
            read_settings(path, environment, folders=())
        except ConfigError as error:
            told = str(error).split("\n")
            assert all(line.isprintable() and line for line in told), told


def check_settings_input(data: bytes) -> None:
    check_settings(data if PART in data else b".toml" + PART + data)


@cache
def _backup() -> tuple[bytes, dict[str, bytes]]:
    world().begin()
    data = back_up(world().house)
    return data, members_of(data)


def check_backup(data: bytes) -> None:
    """A backup that was edited is refused in a sentence, or restores; so is one of these very bytes."""
    house = world().house
    edited = _packed(_edited(dict(_backup()[1]), data))
    for backup in (edited, data):
        with contextlib.suppress(StoreError):
            for member in Reader(io.BytesIO(backup)).members():
                member.read()
    world().begin()
    with contextlib.suppress(StoreError):
        check_restore(house.store, house.migration_table.entries, io.BytesIO(edited), Rules(accept_damage=True))


def _packed(members: dict[str, bytes]) -> bytes:
    """With an end that vouches for the rest, where it can."""
    try:
        return packed(members)
    except (ValueError, TypeError):
        return packed({name: data for name, data in members.items() if name != "end.json"})


def _edited(members: dict[str, bytes], edits: bytes) -> dict[str, bytes]:
    """Each part names a member, and what is put in place of what; nothing in place of it takes the member away."""
    for edit in edits.split(PART)[:20]:
        place, old, new = [*edit.split(b"\n", 2), b"", b""][:3]
        names = [name for name in members if name.encode().startswith(place[:100])]
        for name in names[:1]:
            if old:
                members[name] = members[name].replace(old, new, 1)
            elif new:
                members[name] = new
            else:
                del members[name]
        if not names and new and place.isascii() and 0 < len(place) < 90 and b"\x00" not in place:
            members[place.decode()] = new
    return members


def check_multistatus(data: bytes) -> None:
    """Nothing of an answer leads to another host."""
    with contextlib.suppress(RemoteError):
        found = read_multistatus(Answer(207, BASE, httpx.Headers(), data))
        for entry in found.found:
            assert entry.url.startswith("https://dav.example.org/"), entry.url
            assert entry.length is None or entry.length >= 0
            assert entry.collection in {True, False}
            assert entry.key.startswith("/")
            assert entry.etag is not None


def check_address(data: bytes) -> None:
    """An address stays on its host; a name that is made of it can stand here."""
    text = data.decode(errors="replace")
    with contextlib.suppress(A3davError):
        assert server_url(text).startswith(("http://", "https://"))
    with contextlib.suppress(A3davError):
        found = resolve(BASE, text)
        assert found.startswith("https://dav.example.org/"), found
        path = segments(found)
        assert key_of(path).startswith("/")
        assert all(is_member_name(local_name(name)) for name in path), path
    with contextlib.suppress(A3davError):
        assert redirected(BASE, text).startswith("https://dav.example.org"), text


def check_accounts(data: bytes) -> None:
    """A list of accounts names each of them once."""
    file = _folder() / "accounts.csv"
    file.write_bytes(data)
    with contextlib.suppress(A3davError):
        found = read_accounts(file)
        assert len({entry.local for entry in found}) == len(found) > 0
        assert all(entry.local == entry.local.strip() for entry in found)


_accounts = st.lists(st.lists(texts, max_size=4).map(",".join), max_size=4).map("\n".join)
_settings = st.builds(
    lambda file, given: PART.join([file[0].encode(), file[1].encode("utf-8", "replace"), *given]),
    files,
    st.lists(variables.map(lambda text: text.encode("utf-8", "replace")), max_size=2),
)
_places = st.sampled_from(
    [
        "manifest.json",
        "tables/accounts",
        "tables/resources",
        "tables/versions",
        "tables/changes",
        "end.json",
        "blobs/",
        "tables/new/0001.jsonl",
    ]
)
_pieces = (
    st.sampled_from(
        ['"', "[", "]", ",", "1", "0", "null", "alice", '"rows":', '"size":', "\n", '"format":1', "blob", ""]
    )
    | texts
)
_edits = st.lists(st.builds("{}\n{}\n{}".format, _places, _pieces, _pieces), min_size=1, max_size=3).map(
    lambda edits: PART.join(edit.encode("utf-8", "replace") for edit in edits)
)
TARGETS = (
    Target("settings", check_settings_input, _settings, (read_settings, parse_settings), (".toml", ".yaml", ".json",
        "[server]", "port = ", "&a", "*a")),
    Target("backup", check_backup, _edits, (Reader.members, check_restore), ("manifest.json\n", "tables/", "end.json\n",
        '"columns":', '"last":')),
    Target(
        "accounts", check_accounts, _accounts.map(lambda text: text.encode("utf-8", "replace")), (read_accounts,),
        ('"', "#", "alice,secret\n", "alice,secret,bob\n"),
    ),
    Target("multistatus", check_multistatus, answers, (read_multistatus,)),
    Target(
        "address", check_address, urls.map(lambda text: text.encode("utf-8", "replace")),
        (resolve, redirected, server_url, segments, local_name), ("https://", "dav.example.org", "@", "//", ":443"),
    ),
)  # fmt: skip
