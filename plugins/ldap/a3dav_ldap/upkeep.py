"""The task that keeps people, groups and the address book up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.registries import Task
from a3dav_ldap import runs
from a3dav_ldap.errors import DirectoryAway, SearchCut

if TYPE_CHECKING:
    from a3dav.house import House

LOOK_SECONDS, SOON_SECONDS = 30, 120


def keep_up(house: House) -> str:
    """Does nothing before its time, which comes early when somebody new signed in."""
    if not house.section("ldap").urls:
        return ""
    from a3dav_ldap.directory import directory_of  # the library takes room where there is a directory
    from a3dav_ldap.synchronising import synchronise

    directory = directory_of(house)
    if directory is None or not directory.settings.refresh_seconds or not runs.is_due(house.store):
        return ""
    pause = directory.settings.refresh_seconds
    runs.plan(house.store, pause)  # now, since somebody may ask for the next one during this one
    try:
        outcome = synchronise(house, directory)
    except (DirectoryAway, SearchCut):
        runs.plan(house.store, min(pause, SOON_SECONDS))
        raise
    return "; ".join(filter(None, [outcome.sentence, *outcome.problems]))


TASK = Task("ldap", LOOK_SECONDS, keep_up)
