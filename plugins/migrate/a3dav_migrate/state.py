"""What was copied already, one JSON line each, so that a migration goes on where it was interrupted."""

from __future__ import annotations

import fcntl
import json
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from a3dav.errors import A3davError

FORMAT = 1


@dataclass(slots=True, frozen=True)
class Copied:
    """A member that was copied: its entity tag there, its name, UID and entity tag here."""

    collection: str
    etag: str
    name: str
    uid: str
    here: str


class State:
    """Lines are appended as things happen and the last one about a key counts; a torn last line is left out."""

    def __init__(self, path: Path | None, source: str, account_id: str) -> None:
        self.copied: dict[str, Copied] = {}
        self.collections: dict[str, str] = {}
        self.properties: dict[str, str] = {}
        self._file: IO[str] | None = None
        if path is None:
            return
        self._path = path
        self._head = {"a3dav-migrate": FORMAT, "source": source, "account": account_id}
        try:
            self._file = self._open(path)
            self._load(self._file)
        except (OSError, UnicodeDecodeError) as error:
            self.close()
            raise A3davError(f"the state file {path} cannot be used: {error}") from error
        except A3davError:
            self.close()
            raise

    @staticmethod
    def read_only(path: Path, source: str, account_id: str) -> State:
        """What a state file knows, without touching it; nothing where there is none."""
        state = State(None, source, account_id)
        state._path, state._head = path, {"a3dav-migrate": FORMAT, "source": source, "account": account_id}
        if path.exists():
            with path.open(encoding="utf-8") as file:
                state._load(file)
        return state

    def _open(self, path: Path) -> IO[str]:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+", encoding="utf-8")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.close()
            raise A3davError(f"another migration writes {path}; wait for it to end") from error
        return file

    def _load(self, file: IO[str]) -> None:
        lines = file.read().split("\n")
        whole, torn = lines[:-1], lines[-1]
        if whole:
            self._judge_head(whole[0])
        for number, line in enumerate(whole[1:], 2):
            self._take(number, line)
        if self._file is None:
            return
        if torn:
            self._file.seek(0)
            self._file.truncate(sum(len(line.encode()) + 1 for line in whole))
        self._file.seek(0, os.SEEK_END)
        if not whole:
            self._write(self._head)

    def _judge_head(self, line: str) -> None:
        try:
            head = json.loads(line)
        except ValueError:
            head = None
        if not isinstance(head, dict) or head.get("a3dav-migrate") != FORMAT:
            raise A3davError(f"{self._path} is not the state of a migration; name another file with --state")
        if head != self._head:
            raise A3davError(
                f"{self._path} belongs to a migration of {head.get('source')} into another account;"
                " name another file with --state, or remove it to begin anew"
            )

    def _take(self, number: int, line: str) -> None:
        try:
            self._apply(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise A3davError(f"line {number} of {self._path} is damaged; remove the file to begin anew") from error

    def _apply(self, entry: dict[str, Any]) -> None:
        if "home" in entry:
            self.collections[entry["collection"]] = entry["home"]
        elif "digest" in entry:
            self.properties[entry["collection"]] = entry["digest"]
        elif "gone" in entry:
            self.copied.pop(entry["gone"], None)
            self.collections.pop(entry["gone"], None)
        else:
            self.copied[entry["key"]] = Copied(
                entry["collection"], entry["etag"], entry["name"], entry["uid"], entry["here"]
            )

    def _write(self, entry: dict[str, Any]) -> None:
        if self._file is not None:
            self._file.write(json.dumps(entry, ensure_ascii=True) + "\n")
            self._file.flush()

    def note(self, entry: dict[str, Any]) -> None:
        self._apply(entry)
        self._write(entry)

    def add(self, key: str, copied: Copied) -> None:
        self.note({
            "key": key, "collection": copied.collection, "etag": copied.etag, "name": copied.name,
            "uid": copied.uid, "here": copied.here,
        })  # fmt: skip

    def place(self, collection: str, home: str) -> None:
        """Remembers which local collection, by href, a remote one is copied into."""
        if self.collections.get(collection) != home:
            self.note({"collection": collection, "home": home})

    def describe(self, collection: str, digest: str) -> None:
        if self.properties.get(collection) != digest:
            self.note({"collection": collection, "digest": digest})

    def forget(self, key: str) -> None:
        self.note({"gone": key})

    def members_of(self, collection: str) -> Iterable[tuple[str, Copied]]:
        return [(key, copied) for key, copied in self.copied.items() if copied.collection == collection]

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def state_file(folder: Path, host: str, user: str) -> Path:
    plain = re.sub(r"[^A-Za-z0-9._@-]", "_", f"{host}-{user}")[:200]
    return folder / f"{plain}.jsonl"
