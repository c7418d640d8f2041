"""Changes of other cards that follow from a write, as far as its principal may make them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from uuid import uuid4

from a3dav.errors import Forbidden
from a3dav.locks import unlocked
from a3dav.resources import Resource
from a3dav.storage.store import PAGE
from a3dav.storage.transaction import Transaction
from a3dav.writing import WriteContext, body_of, keep, refuse_over_quota
from a3dav.xml.names import dav
from a3dav_carddav.groups import cards_by_uid
from a3dav_carddav.names import CARD, CARD_TYPE, CARD_TYPE_4
from a3dav_content.card_groups import Grouping, Regrouping, comparable_member, group_card, recategorised, with_members
from a3dav_content.errors import ContentError

MOST = 1_000
"""Other cards that one write may change."""


@dataclass(slots=True)
class Wanted:
    """What is taken from one card and given to it; first what is taken."""

    card: Resource
    removed: set[str] = field(default_factory=set)
    added: list[str] = field(default_factory=list)


@dataclass
class GroupEdits:
    """Edits of the cards of one address book, each card once whatever it is that asks for it."""

    write: WriteContext
    tx: Transaction
    book: Resource
    groups: dict[bytes, Wanted] = field(default_factory=dict)
    members: dict[bytes, Wanted] = field(default_factory=dict)
    new: list[tuple[str, Grouping]] = field(default_factory=list)
    changed: int = 0

    def group(self, card: Resource) -> Wanted:
        return self.groups.setdefault(card.id, Wanted(card))

    def member(self, card: Resource) -> Wanted:
        return self.members.setdefault(card.id, Wanted(card))

    def others(self, cards: Iterable[Resource]) -> list[Resource]:
        """Without the card that is written itself."""
        own = {card.id for card in (self.write.before, self.write.after, self.write.source) if card is not None}
        return [card for card in cards if card.id not in own]

    def cards(self, members: Collection[str]) -> list[Resource]:
        """The cards of these comparable UIDs that may be members."""
        return self.others(cards_by_uid(self.tx.store, self.book, members))

    def make(self, name: str, member: Grouping) -> None:
        self.new.append((name, member))

    def carry_out(self) -> None:
        used, _ = self.tx.used(self.book.account_id)
        self._change(self.groups.values(), with_members)
        self._change(self.members.values(), recategorised)
        if self.new and self._may_add():
            self._make_groups()
        if self.changed > MOST:
            raise Forbidden(
                f"{self.changed} other cards would change with this one, because groups and CATEGORIES are kept in"
                f" step here (group_categories), and one write changes {MOST} at most; change fewer at a time"
            )
        if self.tx.used(self.book.account_id)[0] > used:
            refuse_over_quota(self.write.house, self.tx, self.book.account_id, 0)

    def _change(self, wanted: Iterable[Wanted], edit: Callable[[bytes, set[str], list[str]], bytes]) -> None:
        ordered = sorted(wanted, key=lambda entry: entry.card.id)
        for start in range(0, len(ordered), PAGE):
            page = {entry.card.id: entry for entry in ordered[start : start + PAGE]}
            for card, body in self._bodies([entry.card for entry in page.values()]):
                entry = page[card.id]
                try:
                    edited = edit(body, entry.removed, entry.added)
                    said = _regrouping(entry) if edit is with_members else Grouping.of(edited)
                except ContentError:
                    continue  # what cannot be read is left as it is
                if edited != body:
                    self._store(card.name, card, edited, card.content_type, card.uid, said)

    def _bodies(self, cards: list[Resource]) -> Iterator[tuple[Resource, bytes]]:
        house, write = self.write.house, self.write
        mine = unlocked(write, house.permitted(write.identity, cards, dav("write-content")))
        for card, body in zip(mine, house.store.bodies(mine, lost=b""), strict=True):
            if body:
                yield card, body

    def _may_add(self) -> bool:
        house, write = self.write.house, self.write
        return bool(unlocked(write, house.permitted(write.identity, [self.book], dav("bind"))))

    def _make_groups(self) -> None:
        version_4 = self.write.after is not None and self.write.after.content_type == CARD_TYPE_4
        for name, member in self.new:
            uid = str(uuid4())
            body = group_card("4.0" if version_4 else "3.0", uid, name, member.uid)
            self._store(f"{uid}.vcf", None, body, CARD_TYPE_4 if version_4 else CARD_TYPE, uid, Grouping.of(body))

    def _store(
        self, name: str, before: Resource | None, body: bytes, content_type: str, uid: str | None,
        said: Grouping | Regrouping,
    ) -> None:  # fmt: skip
        """What would become too large is left as it is."""
        house, tx = self.write.house, self.tx
        if len(body) > house.settings.limits.max_resource_size:
            return
        self.changed += 1
        if self.changed > MOST:
            return  # counted alone, for the refusal
        kept = keep(house.store, body_of(house, body))  # a file that comes to nothing is removed by the sweeper
        after = tx.put(self.book, name, before, kept, kind=CARD, content_type=content_type, uid=uid, parsed=said)
        if before is not None:
            tx.forget_passing_version(before)
        tx.audit("card-regrouped", resource=after)


def _regrouping(wanted: Wanted) -> Regrouping:
    return Regrouping(frozenset(wanted.removed), frozenset(map(comparable_member, wanted.added)))
