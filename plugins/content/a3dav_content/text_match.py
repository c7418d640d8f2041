"""text-match and param-filter, alike in RFC 4791 §9.7 and RFC 6352 §10.5."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from a3dav_content import collation
from a3dav_content.errors import InvalidFilter
from a3dav_content.lines import Property, decode_param

MAX_NEEDLE = 1_000


@dataclass(slots=True, frozen=True)
class TextMatch:
    text: str
    collation: str
    match_type: str = "contains"
    negate: bool = False

    def matches_any(self, values: Iterable[str]) -> bool:
        """RFC 6352 §10.5.4: a negated match holds for a value that does not match."""
        return any(
            collation.matches(self.collation, self.match_type, self.text, value) is not self.negate for value in values
        )


@dataclass(slots=True, frozen=True)
class ParamFilter:
    name: str
    is_not_defined: bool = False
    text_match: TextMatch | None = None

    def matches(self, entry: Property) -> bool:
        values = [decode_param(value) for value in entry.params_named(self.name)]
        if self.is_not_defined:
            return not values
        if not values:
            return False
        return self.text_match is None or self.text_match.matches_any(values)


def parse_text_match(element: Any, default_collation: str) -> TextMatch:
    negate = element.get("negate-condition", "no")
    if negate not in {"yes", "no"}:
        raise InvalidFilter(f"negate-condition is yes or no, not {negate!r}")
    needle = "".join(element.itertext())
    if len(needle) > MAX_NEEDLE:
        raise InvalidFilter(f"a text-match has {MAX_NEEDLE} characters at most")
    return TextMatch(
        needle,
        collation.resolve(element.get("collation", ""), default_collation),
        collation.check_match_type(element.get("match-type", "contains")),
        negate == "yes",
    )


def parse_param_filter(element: Any, namespace: str, default_collation: str) -> ParamFilter:
    name = name_of(element)
    is_not_defined, text_match = False, None
    for child in known_in(element, namespace):
        if child.tag == f"{{{namespace}}}is-not-defined":
            is_not_defined = True
        elif child.tag == f"{{{namespace}}}text-match" and text_match is None:
            text_match = parse_text_match(child, default_collation)
        else:
            raise InvalidFilter(f"a param-filter cannot hold {child.tag} here")
    if is_not_defined and text_match is not None:
        raise InvalidFilter("a param-filter holds is-not-defined or a text-match, not both")
    return ParamFilter(name, is_not_defined, text_match)


def known_in(element: Any, namespace: str) -> list[Any]:
    """The children that can mean something; those of other namespaces are as if they were not there (RFC 4918 §17)."""
    return [child for child in element if str(child.tag).startswith(f"{{{namespace}}}")]


def name_of(element: Any) -> str:
    """The name attribute of a filter, in upper case as the tokenizer gives names."""
    name = str(element.get("name", "")).strip().upper()
    if not name:
        raise InvalidFilter(f"{element.tag} has no name")
    return name
