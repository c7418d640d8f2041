"""People, groups and memberships of the directory as accounts, groups and memberships here, a page at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from a3dav_ldap import bindings, book, runs
from a3dav_ldap.entries import MEMBER_OF, Known, group_attributes, group_of, person_attributes, person_of
from a3dav_ldap.following import ACTOR, follow, retire
from a3dav_ldap.memberships import follow_roles, members_in, set_groups, set_members

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav_ldap.directory import Directory, Pages

TOLD = 100
"""Problems that are told one by one; all are counted."""
SPARED = 5
"""So many may be gone at once, whatever share of all they are."""


@dataclass(slots=True)
class Outcome:
    """How often what was done, by what it was done to; and what could not be done."""

    done: Counter[tuple[str, str]] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)

    def note(self, what: str, act: str, times: int = 1) -> None:
        if act and times:
            self.done[what, act] += times

    def complain(self, sentence: str) -> None:
        self.note("entries", "left out")
        if len(self.problems) < TOLD:
            self.problems.append(sentence)

    @property
    def sentence(self) -> str:
        return ", ".join(f"{number} {what} {act}" for (what, act), number in sorted(self.done.items()))


@dataclass(slots=True)
class Run:
    """One synchronisation; a `dry` one only tells, and a forced one believes that many people are gone."""

    house: House
    directory: Directory
    number: int
    dry: bool = False
    force: bool = False
    progress: Callable[[int], None] = lambda _: None
    outcome: Outcome = field(default_factory=Outcome)


def synchronise(
    house: House, directory: Directory, *, dry: bool = False, force: bool = False,
    progress: Callable[[int], None] = lambda _: None,
) -> Outcome:  # fmt: skip
    """Raises DirectoryAway or SearchCut where the directory did not tell all; nobody is taken for gone then."""
    run = Run(house, directory, runs.begin(house.store), dry, force, progress)
    settings = directory.settings
    if settings.group_filter:
        _follow_all(run, "group")
    _follow_all(run, "user")
    if settings.group_filter and settings.member_attribute.lower() != MEMBER_OF:
        _follow_members(run)
    _retire(run, "user")
    _retire(run, "group")
    for name, sentence in follow_roles(house, dry=dry):
        run.outcome.note("roles", "changed")
        run.outcome.problems.append(f"{name} {sentence}")
    written, deleted = book.fill(house, directory, run.number, dry=dry)
    run.outcome.note("cards", "written", written)
    run.outcome.note("cards", "deleted", deleted)
    if not dry:
        runs.note_end(house.store)
    return run.outcome


def _pages(run: Run, kind: str) -> Pages:
    directory, settings = run.directory, run.directory.settings
    if kind == "group":
        return directory.pages(settings.groups_below, settings.group_filter, group_attributes(settings))
    return directory.pages(settings.base, settings.people_filter, person_attributes(settings))


def _follow_all(run: Run, kind: str) -> None:
    read = group_of if kind == "group" else person_of
    with closing(_pages(run, kind)) as pages:
        for page in pages:
            found = [read(entry, run.directory.settings) for entry in page]
            for entry, known in zip(page, found, strict=True):
                if known is None:
                    run.outcome.complain(f"{entry.dn[:200]} has no name, or nothing that stays with it")
            _follow_page(run, kind, [known for known in found if known is not None])
            run.progress(len(page))


def _follow_page(run: Run, kind: str, page: Sequence[Known]) -> None:
    store, what = run.house.store, "groups" if kind == "group" else "people"
    known_before = bindings.of_uuids(store, kind, [known.uuid for known in page])
    bindings.note_seen(store, kind, list(known_before), run.number)
    for known in page:
        followed = follow(run.house, run.directory, known, known_before.get(known.uuid), dry=run.dry)
        run.outcome.note(what, followed.act)
        if followed.problem:
            run.outcome.complain(followed.problem)
        if followed.account_id and kind == "user" and run.directory.settings.member_attribute.lower() == MEMBER_OF:
            _note_memberships(run, set_groups(run.house, followed.account_id, known, dry=run.dry))
    bindings.note_seen(store, kind, [known.uuid for known in page], run.number)


def _follow_members(run: Run) -> None:
    settings = run.directory.settings
    attributes = [*group_attributes(settings), settings.member_attribute]
    with closing(run.directory.pages(settings.groups_below, settings.group_filter, attributes)) as pages:
        for page in pages:
            groups = [(entry, group_of(entry, settings)) for entry in page]
            bound = bindings.of_uuids(run.house.store, "group", [known.uuid for _, known in groups if known])
            for entry, known in groups:
                group = bound.get(known.uuid) if known else None
                if group is not None:
                    wanted = members_in(run.house.store, entry, run.directory)
                    _note_memberships(run, set_members(run.house, group.account_id, wanted, dry=run.dry))


def _note_memberships(run: Run, changed: tuple[int, int]) -> None:
    run.outcome.note("memberships", "added", changed[0])
    run.outcome.note("memberships", "removed", changed[1])


def _retire(run: Run, kind: str) -> None:
    """Disables what the run did not see; of many at once it is more likely that the directory shows us less."""
    store, what = run.house.store, "groups" if kind == "group" else "people"
    gone, known = bindings.count(store, kind, unseen_since=run.number), bindings.count(store, kind)
    if gone > SPARED and gone * 100 > known * run.directory.settings.most_gone and not run.force:
        run.outcome.problems.append(
            f"{gone} of {known} {what} are not in the directory any more, which is too many to be believed; none is"
            " disabled; look at the filters, then run: a3dav ldap sync --force"
        )
        return
    after = b""
    while page := bindings.unseen(store, kind, run.number, after):
        for binding in page:
            after = binding.account_id
            if run.dry or run.house.transact(ACTOR, partial(retire, binding=binding)):
                run.outcome.note(what, "disabled")
            else:
                run.outcome.problems.append(f"{binding.name} is gone, and the last administrator: not disabled")
