"""What this library raises: always a `ContentError` that names what is wrong and where."""

from __future__ import annotations

from collections.abc import Callable


class ContentError(ValueError):
    """Content is refused; `line` is the number of the physical line, where one is to blame."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(f"line {line}: {message}" if line else message)
        self.message = message
        self.line = line

    def __reduce__(self) -> tuple[Callable[..., ContentError], tuple[object, ...]]:
        """Goes from one process to another, whatever a class takes to be made."""
        return _again, (type(self), str(self), vars(self))


def _again(kind: type[ContentError], text: str, facts: dict[str, object]) -> ContentError:
    made = kind.__new__(kind, text)
    vars(made).update(facts)
    return made


class InvalidCalendarData(ContentError):
    """The body is not iCalendar."""


class InvalidCalendarObject(ContentError):
    """The iCalendar breaks the rules of a calendar object resource (RFC 4791 §4.1)."""


class UnsupportedComponent(ContentError):
    """The iCalendar has no component that a calendar can hold."""


class InvalidCard(ContentError):
    """The body is not one vCard."""


class UnsupportedCard(ContentError):
    """The vCard is of a version that is not kept here."""


class InvalidFilter(ContentError):
    """A filter does not follow its grammar."""


class UnsupportedFilter(ContentError):
    """A filter asks for something that is not offered; `element` and `name` say where."""

    def __init__(self, message: str, element: str, name: str) -> None:
        super().__init__(message)
        self.element = element
        self.name = name


class UnsupportedCollation(ContentError):
    """A filter names a collation that is not offered."""


class UnsupportedScale(InvalidCalendarObject):
    """A recurrence rule counts by a calendar that is not offered (RFC 7529)."""


class LimitExceeded(ContentError):
    """Content or a rule costs more than it may; `limit` names what was exceeded."""

    def __init__(self, limit: str, message: str) -> None:
        super().__init__(message)
        self.limit = limit


class InvalidJson(ContentError):
    """A JSON value is not what its place asks for; `pointer` is that place (RFC 6901)."""

    def __init__(self, message: str, pointer: str) -> None:
        super().__init__(f"{message}, at {pointer or 'the whole'}")
        self.message = message
        self.pointer = pointer
