"""`a3dav backup` and `a3dav restore`."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from a3dav.assembly import furnish, open_house, prepare_store
from a3dav.backup.dumping import Summary, Track, dump, untracked
from a3dav.backup.format import unwritable
from a3dav.backup.loading import Loaded, Rules
from a3dav.backup.places import new_file
from a3dav.backup.restoring import check, restore
from a3dav.cli.options import ACTOR, common, warn
from a3dav.config import RawSettings
from a3dav.errors import A3davError, StoreError
from a3dav.house import House
from a3dav.storage.migrations import applied
from a3dav.storage.transaction import Transaction
from a3dav.supervisor.startup import lock_data_dir

STREAM = "-"
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Say nothing but what went wrong.")


@click.command("backup")
@click.argument("file")
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@quiet_option
@common
def backup_command(raw: RawSettings, file: str, force: bool, quiet: bool) -> None:
    """Write the whole store into FILE, or to standard output for `-`, also while it is served."""
    house = _open(raw)
    try:
        _audit(house, "begun")
        with _tidied(), _bars(quiet=quiet) as track:
            summary = _back_up(house, file, track, force=force)
        _audit(house, "ok")
    finally:
        house.close()
    if not quiet:
        click.echo(f"{_told(summary.count, summary.blobs, summary.size)} written to {file}", err=file == STREAM)
    _tell_missing(summary)


@contextmanager
def _tidied() -> Iterator[None]:
    """A service manager that ends the command leaves no half of a file behind."""
    before = signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _open(raw: RawSettings) -> House:
    house = furnish(raw)
    try:
        if not applied(house.store.engine):
            raise StoreError(f"there is no store in {house.store.data_dir} to back up; see --data-dir and --config")
    finally:
        house.close()
    return open_house(raw)


def _back_up(house: House, file: str, track: Track, *, force: bool) -> Summary:
    if file == STREAM:
        output = sys.stdout.buffer
        if output.isatty():
            raise A3davError("a backup is nothing to read; name a file, or send the output to one")
        with _abandoned_on_failure(output):
            summary = dump(house.store, output, spool=house.store.data_dir, track=track)
            try:
                output.flush()
            except OSError as error:
                raise unwritable(error) from error
        return summary
    with new_file(Path(file), replace=force) as sink:
        return dump(house.store, sink, track=track)


@contextmanager
def _abandoned_on_failure(output: BinaryIO) -> Iterator[None]:
    """What is still in the buffer goes nowhere, or Python would fail once more when it ends."""
    try:
        yield
    except BaseException:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, output.fileno())
        os.close(nowhere)
        raise


def _audit(house: House, outcome: str) -> None:
    def work(tx: Transaction) -> None:
        tx.audit("backup", outcome)

    house.transact(ACTOR, work)


def _tell_missing(summary: Summary) -> None:
    if summary.lost:
        raise A3davError(
            f"the backup is written, but {summary.lost} files of large bodies are missing in the store;"
            " see: a3dav check"
        )
    if summary.missing:
        warn(f"{len(summary.missing)} large bodies were erased while the backup was made")


@click.command("restore")
@click.argument("file")
@click.option("--check", "only_check", is_flag=True, help="Only find out whether FILE could be restored.")
@click.option("--replace", is_flag=True, help="Delete what the store holds.")
@click.option("--accept-damage", is_flag=True, help="Restore bodies that were damaged before the backup.")
@quiet_option
@common
def restore_command(
    raw: RawSettings, file: str, only_check: bool, replace: bool, accept_damage: bool, quiet: bool
) -> None:
    """Put the backup in FILE, or in standard input for `-`, in place of an empty store; the server must not run."""
    rules = Rules(replace, accept_damage, raw.core.limits.min_free_bytes)
    house = furnish(raw)
    try:
        with _source(file) as source, _bars(quiet=quiet) as track:
            lines = house.migration_table.entries
            if only_check:
                loaded = check(house.store, lines, source, rules, track)
            else:
                with _alone(house):
                    loaded = restore(house.store, lines, source, rules, ACTOR, track)
                    prepare_store(house, partial(_say, quiet=quiet))
    finally:
        house.close()
    if not quiet:
        click.echo(_outcome(loaded, only_check=only_check))
    for fault in loaded.faults:
        warn(f"damaged: {fault}")
    if loaded.missing:
        warn(f"{loaded.missing} files of large bodies are not in the backup; see: a3dav check")


@contextmanager
def _alone(house: House) -> Iterator[None]:
    """No server starts within the block."""
    lock = lock_data_dir(house.store.data_dir)
    try:
        yield
    finally:
        os.close(lock)


def _outcome(loaded: Loaded, *, only_check: bool) -> str:
    manifest = loaded.manifest
    made = datetime.fromtimestamp(manifest.made / 1000, UTC).strftime("%Y-%m-%d %H:%M UTC")
    held = f"{_told(loaded.rows, loaded.blobs, manifest.size)} of {made}"
    if only_check:
        return f"{held} can be restored"
    return f"{held} restored; every client compares its data once"


def _say(text: str, *, quiet: bool) -> None:
    if not quiet:
        warn(text)


def _told(rows: int, blobs: int, size: int) -> str:
    return f"{rows:,} rows and {blobs:,} large files of {size:,} bytes"


@contextmanager
def _source(file: str) -> Iterator[BinaryIO]:
    if file == STREAM:
        yield sys.stdin.buffer
        return
    try:
        source = Path(file).open("rb")  # noqa: SIM115 - closed below
    except OSError as error:
        raise A3davError(f"{file} cannot be read: {error.strerror}; name the file of a backup") from error
    with source:
        yield source


@contextmanager
def _bars(*, quiet: bool) -> Iterator[Track]:
    if quiet:
        yield untracked
        return
    done = TextColumn("{task.completed:,.0f} of {task.total:,.0f} {task.description}")
    with Progress(BarColumn(), done, TimeRemainingColumn(), console=Console(stderr=True)) as progress:

        def track(what: str, total: int) -> Callable[[int], None]:
            return partial(_advance, progress, progress.add_task(what, total=total))

        yield track


def _advance(progress: Progress, bar: TaskID, done: int) -> None:
    progress.advance(bar, done)
