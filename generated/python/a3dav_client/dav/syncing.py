"""What changed in a collection since a token (RFC 6578), page by page."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .._errors import DecodeError, Gone, PreconditionFailed, StatusError
from .._options import Options
from .._wire import Steps
from .asking import multistatus
from .multistatus import Multistatus, same
from .values import Changed, DavResponse, Removed, Reset, Synced, SyncItem
from .xml import element, text

if TYPE_CHECKING:
    from .._core import Core

_ETAG = "{DAV:}getetag"
_INVALID = "{DAV:}valid-sync-token"


@dataclass(slots=True)
class Syncing:
    core: Core
    path: str
    token: str
    properties: list[str]
    options: Options | None
    waiting: deque[SyncItem] = field(default_factory=deque)
    seen: set[str] = field(default_factory=set)
    has_reset: bool = False
    is_over: bool = False

    def next(self) -> Steps[SyncItem | None]:
        while not self.waiting:
            if self.is_over:
                return None
            yield from self._page()
        return self.waiting.popleft()

    def _page(self) -> Steps[None]:
        try:
            page = yield from multistatus(self.core, "REPORT", self.path, self._body(), "0", self.options)
        except StatusError as error:
            if self.has_reset or not self.token or not _is_invalid(error):
                raise
            self.has_reset, self.token = True, ""
            self.waiting.append(Reset())
            return
        self._take(page)

    def _body(self) -> str:
        return element(
            "{DAV:}sync-collection", element("{DAV:}sync-token", text(self.token)),
            element("{DAV:}sync-level", "1"), element("{DAV:}prop", *map(element, self.properties)),
        )  # fmt: skip

    def _take(self, page: Multistatus) -> None:
        has_more = False
        for one in page.responses:
            if one.status == 507 and same(one.href, self.path):
                has_more = True
            elif one.status == 404:
                self.waiting.append(Removed(one.href))
            elif not same(one.href, self.path):
                self.waiting.append(_changed(one))
        if has_more and page.sync_token in self.seen | {self.token, ""}:
            raise DecodeError("the server says there is more, and names a token that came before")
        self.seen.add(self.token)
        self.token = page.sync_token
        if not has_more:
            self.waiting.append(Synced(self.token))
            self.is_over = True


def _changed(one: DavResponse) -> Changed:
    etag = one.value(_ETAG)
    return Changed(one.href, etag.text.strip() if etag else "")


def _is_invalid(error: StatusError) -> bool:
    return _INVALID in error.conditions or isinstance(error, (Gone, PreconditionFailed))
