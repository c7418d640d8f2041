"""The filter of addressbook-query (RFC 6352 §10.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from a3dav_content import collation
from a3dav_content.card_values import MADE_OF_TEXTS, is_manifold, parts, shape_of
from a3dav_content.cards import Card
from a3dav_content.collation import UNICODE_CASEMAP
from a3dav_content.errors import InvalidFilter
from a3dav_content.lines import Property, decode_param
from a3dav_content.text_match import ParamFilter, TextMatch, known_in, name_of, parse_param_filter, parse_text_match

CARDDAV = "urn:ietf:params:xml:ns:carddav"


@dataclass(slots=True, frozen=True)
class PropFilter:
    name: str
    group: str
    every: bool
    is_not_defined: bool
    conditions: tuple[TextMatch | ParamFilter, ...]

    def matches(self, card: Card) -> bool:
        entries = [entry for entry in card.properties if self._names(entry)]
        if self.is_not_defined:
            return not entries
        if not entries:
            return False
        if not self.conditions:
            return True
        quantifier = all if self.every else any
        return any(quantifier(_holds(condition, entry) for condition in self.conditions) for entry in entries)

    def _names(self, entry: Property) -> bool:
        # RFC 6352 §10.5.1: a name without a group matches in every group.
        return entry.name == self.name and (not self.group or entry.group.upper() == self.group)


def _holds(condition: TextMatch | ParamFilter, entry: Property) -> bool:
    if isinstance(condition, TextMatch):
        return _is_among(condition, texts_of(entry))
    values = _values(entry, condition.name)
    if condition.is_not_defined:
        return not values
    return bool(values) and (condition.text_match is None or _is_among(condition.text_match, values))


def _is_among(match: TextMatch, texts: Iterable[str]) -> bool:
    """Whether one of the texts matches; negated, whether none does (RFC 6352 §10.5.4)."""
    found = any(collation.matches(match.collation, match.match_type, match.text, text) for text in texts)
    return found is not match.negate


def texts_of(entry: Property) -> Iterator[str]:
    """The value as a whole, and each of the texts that it is made of."""
    yield entry.text
    shape = shape_of(entry.name)
    if shape in MADE_OF_TEXTS and ("," in entry.value or ";" in entry.value) and not is_manifold(entry.value):
        for items in parts(entry.value, shape):
            yield from items


def _values(entry: Property, name: str) -> list[str]:
    """The values of a parameter; types may be a list within quotes (RFC 6350 §5.6)."""
    values = [decode_param(value) for value in entry.params_named(name)]
    return [kind for value in values for kind in value.split(",")] if name == "TYPE" else values


@dataclass(slots=True, frozen=True)
class CardFilter:
    every: bool
    filters: tuple[PropFilter, ...]

    def matches(self, card: Card) -> bool:
        if not self.filters:
            return True
        quantifier = all if self.every else any
        return quantifier(entry.matches(card) for entry in self.filters)


def parse(element: Any) -> CardFilter:
    """Reads a CARDDAV:filter; raises InvalidFilter or UnsupportedCollation."""
    filters = []
    for child in known_in(element, CARDDAV):
        if child.tag != f"{{{CARDDAV}}}prop-filter":
            raise InvalidFilter(f"a filter cannot hold {child.tag}")
        filters.append(_prop_filter(child))
    return CardFilter(_test(element), tuple(filters))


def _test(element: Any) -> bool:
    test = element.get("test", "anyof")
    if test not in {"anyof", "allof"}:
        raise InvalidFilter(f"test is anyof or allof, not {test!r}")
    return bool(test == "allof")


def _prop_filter(element: Any) -> PropFilter:
    group, _, name = name_of(element).rpartition(".")
    conditions: list[TextMatch | ParamFilter] = []
    is_not_defined = False
    for child in known_in(element, CARDDAV):
        if child.tag == f"{{{CARDDAV}}}is-not-defined":
            is_not_defined = True
        elif child.tag == f"{{{CARDDAV}}}text-match":
            conditions.append(parse_text_match(child, UNICODE_CASEMAP))
        elif child.tag == f"{{{CARDDAV}}}param-filter":
            conditions.append(parse_param_filter(child, CARDDAV, UNICODE_CASEMAP))
        else:
            raise InvalidFilter(f"a prop-filter cannot hold {child.tag}")
    if is_not_defined and conditions:
        raise InvalidFilter("is-not-defined stands alone in a prop-filter")
    return PropFilter(name, group, _test(element), is_not_defined, tuple(conditions))
