"""What events are asked for: a range, and what their text must say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from a3dav.errors import BadRequest
from a3dav_caldav.index import Sought
from a3dav_caldav.rest.ranges import span_of
from a3dav_content.calendar_filters import CalendarFilter, CompFilter
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.collation import UNICODE_CASEMAP, matches
from a3dav_content.itip.addresses import address_of, normal
from a3dav_content.lines import Component, split_unescaped, unescape_text
from a3dav_content.time_range import TimeRange

if TYPE_CHECKING:
    from a3dav.api import ApiCall
    from a3dav_content.budget import Budget
    from a3dav_content.timezones import Zone

_SEARCHED = ("SUMMARY", "DESCRIPTION", "LOCATION")
_CALENDAR_USERS = ("ORGANIZER", "ATTENDEE")
Test = Callable[[Component], bool]


@dataclass(slots=True, frozen=True)
class Question:
    """`tests` hold of one component at once; `expands` asks for instances, `data` for what entries hold."""

    component: str | None
    span: TimeRange | None
    uid: str | None
    tests: Sequence[Test]
    expands: bool
    data: bool

    @property
    def sought(self) -> Sought:
        return Sought(self.component, self.span)

    @property
    def reads(self) -> bool:
        """Whether no entry can be told without its text."""
        return self.data or self.expands or bool(self.tests)

    def matches(self, found: CalendarObject, zone: Zone, budget: Budget) -> bool:
        if self.component is not None and found.component != self.component:
            return False
        if self.tests and not any(all(test(one) for test in self.tests) for one in found.components):
            return False
        if self.span is None:
            return True
        inner = CompFilter(found.component, time_range=self.span)
        return CalendarFilter(CompFilter("VCALENDAR", components=(inner,))).matches(found, zone, budget)


def question_of(call: ApiCall) -> Question:
    """The question in the parameters of a list, or in the body of a query."""
    asked: Mapping[str, Any] = call.parameters if call.body is None else call.body
    span, expands = span_of(call.house, asked), bool(asked.get("expand"))
    if expands and not ("from" in asked and "to" in asked):
        raise BadRequest("`expand` needs `from` and `to`", problem="invalid-range")
    component, uid = asked.get("component"), asked.get("uid")
    return Question(component, span, uid, _tests(asked), expands, asked.get("data", True))


def _tests(asked: Mapping[str, Any]) -> list[Test]:
    tests: list[Test] = []
    if "text" in asked:
        tests.append(lambda component: _says(component, asked["text"]))
    if categories := asked.get("categories"):
        wanted = {category.casefold() for category in categories}
        tests.append(lambda component: wanted <= _categories(component))
    if "participant" in asked:
        who = _address(asked["participant"])
        tests.append(lambda component: who in _addresses(component))
    if status := asked.get("status"):
        tests.append(lambda component: _status(component) in status)
    return tests


def _says(component: Component, needle: str) -> bool:
    texts = (entry.text for name in _SEARCHED for entry in component.all(name))
    return any(matches(UNICODE_CASEMAP, "contains", needle, text) for text in texts)


def _categories(component: Component) -> set[str]:
    return {
        unescape_text(part).strip().casefold()
        for entry in component.all("CATEGORIES")
        for part in split_unescaped(entry.value, ",")
    }


def _addresses(component: Component) -> set[str]:
    return {address_of(entry) for name in _CALENDAR_USERS for entry in component.all(name)}


def _address(text: str) -> str:
    return normal(text if ":" in text else f"mailto:{text}")


def _status(component: Component) -> str:
    return (component.value("STATUS") or "CONFIRMED").strip().lower()
