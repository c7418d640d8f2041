"""What DAV answers with."""

from __future__ import annotations

from dataclasses import dataclass, field

from .xml import Element


@dataclass(frozen=True, slots=True)
class DavValue:
    """A property, with a status of its own."""

    status: int
    element: Element

    @property
    def text(self) -> str:
        """All text inside, as it came."""
        return self.element.all_text

    @property
    def hrefs(self) -> list[str]:
        return [child.all_text.strip() for child in self.element.children if child.name == "{DAV:}href"]


@dataclass(frozen=True, slots=True)
class DavResponse:
    """One response of a multistatus; `status` is 0 where its properties have theirs."""

    href: str
    status: int
    properties: dict[str, DavValue] = field(default_factory=dict)
    conditions: list[str] = field(default_factory=list)

    def value(self, name: str) -> DavValue | None:
        """A property that was found."""
        found = self.properties.get(name)
        return found if found is not None and found.status == 200 else None


@dataclass(frozen=True, slots=True)
class Home:
    principal: str
    calendar_homes: list[str]
    address_book_homes: list[str]


@dataclass(frozen=True, slots=True)
class DavItem:
    """A member that multiget was asked for; `data` is its text where `status` is 200."""

    href: str
    status: int
    etag: str = ""
    data: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    href: str
    etag: str


@dataclass(frozen=True, slots=True)
class Removed:
    href: str


@dataclass(frozen=True, slots=True)
class Reset:
    """The token was of no use any more: forget what you know, all that is there follows."""


@dataclass(frozen=True, slots=True)
class Synced:
    """The end: keep the token for the next time."""

    token: str


SyncItem = Changed | Removed | Reset | Synced
