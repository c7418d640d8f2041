"""Large bodies as files: written, synced and renamed before the transaction, never overwritten."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from a3dav.identifiers import new_id


class FileBlobs:
    """Blobs below one folder, in 256 subfolders by the last byte of a UUIDv7."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.spool = folder / "incoming"

    def prepare(self) -> None:
        self.spool.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._sync_folder(self.folder)

    def adopt(self, file: Path) -> str:
        """Takes over a spooled file, synced, and returns the reference to store."""
        reference = new_id().hex()
        self.place(file, reference)
        return reference

    def place(self, file: Path, reference: str) -> None:
        """Makes a file, synced, the one of a reference."""
        target = self.path(reference)
        target.parent.mkdir(mode=0o700, exist_ok=True)
        with file.open("rb") as handle:
            os.fsync(handle.fileno())
        file.rename(target)
        try:
            self._sync_folder(target.parent)
        except OSError:
            target.unlink()
            raise

    def link(self, reference: str) -> str:
        """A second, independent reference to the same bytes."""
        copy = new_id().hex()
        target = self.path(copy)
        target.parent.mkdir(mode=0o700, exist_ok=True)
        os.link(self.path(reference), target)
        os.utime(target)  # young enough for the sweeper to wait for the transaction
        self._sync_folder(target.parent)
        return copy

    def path(self, reference: str) -> Path:
        return self.folder / reference[-2:] / reference

    def is_whole(self, reference: str, size: int) -> bool:
        """Whether the file is there, can be read, and has as many bytes as it should."""
        path = self.path(reference)
        try:
            return path.stat().st_size == size and os.access(path, os.R_OK)
        except OSError:
            return False

    def references(self, older_than: float) -> Iterator[str]:
        """References of files last touched before `older_than` (seconds since 1970)."""
        for folder in self.folder.iterdir():
            if folder == self.spool:
                continue
            for file in folder.iterdir():
                with suppress(FileNotFoundError):
                    if file.stat().st_mtime < older_than:
                        yield file.name

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Within the block no sweeper of any process removes a file; any number of readers may ask for that."""
        with self.folder.with_suffix(".lock").open("ab") as lock:
            fcntl.flock(lock, fcntl.LOCK_SH)
            yield

    @contextmanager
    def sweeping(self) -> Iterator[bool]:
        """True for the one sweeper that may remove files now; False while somebody has them kept."""
        with self.folder.with_suffix(".lock").open("ab") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
            else:
                yield True

    def remove(self, reference: str) -> None:
        with suppress(FileNotFoundError):
            self.path(reference).unlink()

    def remove_abandoned_spools(self, older_than: float) -> int:
        removed = 0
        for file in self.spool.iterdir():
            with suppress(FileNotFoundError):
                if file.stat().st_mtime < older_than:
                    file.unlink()
                    removed += 1
        return removed

    @staticmethod
    def _sync_folder(folder: Path) -> None:
        """The names in a folder, and its own name in the folder above, which may be as new."""
        for place in (folder, folder.parent):
            handle = os.open(place, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
