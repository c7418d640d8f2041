"""Pages of contacts, in the order of their identifiers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from a3dav.api import ApiCall, aim, reach
from a3dav.api.pages import Json, Page
from a3dav.api.shapes import about_member
from a3dav_carddav.names import ADDRESS_BOOK, CARD
from a3dav_content.card_filters import texts_of
from a3dav_content.cards import Card, comparable_uid, spellings
from a3dav_content.collation import UNICODE_CASEMAP, matches
from a3dav_content.errors import ContentError
from a3dav_content.jscontact import to_jscontact

if TYPE_CHECKING:
    from a3dav.exchange import Response
    from a3dav.resources import Resource

SHOWN_MICROSECONDS, MATCH_MICROSECONDS = 500, 40
MOST_COUNTED = 200
BATCH = 100
_SEARCHED = frozenset({"FN", "N", "NICKNAME", "EMAIL", "TEL", "ORG", "TITLE", "ADR", "NOTE"})
_PLAIN = str.maketrans("", "", " -./()")
Test = Callable[[Card], bool]


@dataclass(slots=True, frozen=True)
class Question:
    uid: str | None
    tests: Sequence[Test]
    data: bool

    @property
    def reads(self) -> bool:
        return self.data or bool(self.tests)


def question_of(call: ApiCall) -> Question:
    """The question in the parameters of a list, or in the body of a query."""
    asked: Mapping[str, Any] = call.parameters if call.body is None else call.body
    return Question(asked.get("uid"), _tests(asked), asked.get("data", True))


def _tests(asked: Mapping[str, Any]) -> list[Test]:
    tests: list[Test] = []
    if text := asked.get("text"):
        tests.append(lambda card: _says(card, _SEARCHED, text, "contains"))
    if email := asked.get("email"):
        tests.append(lambda card: _says(card, {"EMAIL"}, email, "equals"))
    if phone := asked.get("phone"):
        tests.append(lambda card: _has_number(card, phone.translate(_PLAIN)))
    if categories := asked.get("categories"):
        tests.append(lambda card: all(_says(card, {"CATEGORIES"}, wanted, "equals") for wanted in categories))
    if kind := asked.get("kind"):
        tests.append(lambda card: _kind(card) == kind)
    return tests


def _says(card: Card, names: set[str] | frozenset[str], needle: str, how: str) -> bool:
    said = (text for entry in card.properties if entry.name in names for text in texts_of(entry))
    return any(matches(UNICODE_CASEMAP, how, needle, text) for text in said)


def _has_number(card: Card, wanted: str) -> bool:
    numbers = (entry.value.removeprefix("tel:").translate(_PLAIN) for entry in card.properties if entry.name == "TEL")
    return any(wanted in number for number in numbers)


def _kind(card: Card) -> str:
    named = (entry.value for entry in card.properties if entry.name in {"KIND", "X-ADDRESSBOOKSERVER-KIND"})
    return next(named, "individual").strip().lower()


def list_contacts(call: ApiCall) -> Response:
    question = question_of(call)
    aim(call, reach(call, "addressBookId", ADDRESS_BOOK))
    page = Page.of(call)
    return page.fill(_found(call, question, page.after)).answer(call)


def list_cost(call: ApiCall) -> int:
    question, house = question_of(call), call.house
    book = reach(call, "addressBookId", ADDRESS_BOOK)
    each = SHOWN_MICROSECONDS * question.data + MATCH_MICROSECONDS * bool(question.tests)
    looking = house.lenses.cost(call.identity, book)
    return looking + (each * house.store.count_members(book, MOST_COUNTED) if question.reads else 0)


def _found(call: ApiCall, question: Question, after: bytes) -> Iterator[tuple[Resource, list[Json]]]:
    """Each card behind an identifier with the entry that it gives, or none."""
    exchange, house = call.exchange, call.house
    for page in _pages(call, question, after):
        seen = {one.id: one for one in house.readable(call.identity, page)}
        bodies = exchange.bodies(list(seen.values()), lost=b"") if question.reads else [b""] * len(seen)
        read = dict(zip(seen, bodies, strict=True))
        for resource in page:
            shown = seen.get(resource.id)
            yield resource, _entries(question, shown, read[resource.id]) if shown else []


def _pages(call: ApiCall, question: Question, after: bytes) -> Iterator[list[Resource]]:
    store, book, is_a = call.house.store, call.exchange.resource, call.house.types.is_a
    if question.uid is not None:
        found = [one for uid in spellings(comparable_uid(question.uid)) for one in store.by_uid(book, uid)]
        yield sorted((one for one in found if one.id > after), key=lambda one: one.id)
        return
    while page := store.members(book, after, BATCH):
        after = page[-1].id
        yield [one for one in page if is_a(one.kind, CARD)]


def _entries(question: Question, resource: Resource, body: bytes) -> list[Json]:
    told = about_member(resource) | {"uid": resource.uid}
    try:
        if question.tests:
            card = Card.parse(body)
            if not all(test(card) for test in question.tests):
                return []
        return [told | {"data": to_jscontact(body)}] if question.data else [told]
    except ContentError:
        return [] if question.tests else [told]  # which was stored under rules that were wider
