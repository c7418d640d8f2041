"""Which pages of other sites may read answers in a browser: cross-origin resource sharing (Fetch standard §3.2).

It grants browsers something and takes nothing from anybody else: a request of a site that is not listed is
answered as ever, and the browser does not show the answer to the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from a3dav.exchange import Request, Response

if TYPE_CHECKING:
    from a3dav.config.security import CorsSettings

ANY = "*"
EXPOSED = ", ".join(
    (
        "Allow", "Content-Location", "Content-Range", "DAV", "ETag", "Link", "Location", "Lock-Token",
        "Preference-Applied", "Retry-After", "Schedule-Tag", "Sync-Token", "WWW-Authenticate", "X-Request-Id",
    )
)  # fmt: skip
READING = "GET, HEAD"
REST = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"})
_NAMES = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+(?:[ \t]*,[ \t]*[A-Za-z0-9!#$%&'*+.^_`|~-]+){0,49}", re.ASCII)
Headers = list[tuple[str, str]]


class CrossOrigin:
    """The sites of the configuration; `open_` below stands for what anybody may read anywhere."""

    def __init__(self, settings: CorsSettings) -> None:
        self._sites = frozenset(site.rstrip("/").lower() for site in settings.allowed_origins)
        self._named = self._sites - {ANY}
        self._public, self._credentials = settings.public, settings.credentials
        self._max_age = str(settings.max_age)
        self.in_use = bool(self._sites) or self._public

    def allows(self, request: Request) -> bool:
        """Whether a request comes from a page of a site that is listed."""
        origin = request.header("origin")
        return bool(origin) and (ANY in self._sites or self.trusts(request))

    def trusts(self, request: Request) -> bool:
        """Whether that site is listed by its name, so that its pages may change something, too."""
        return request.header("origin") in self._named

    def preflight(self, request: Request, methods: Iterable[str], *, open_: bool) -> Response | None:
        """The answer to the question of a browser whether it may ask (§3.2.2), None where that is another one."""
        if request.method != "OPTIONS" or not request.header("access-control-request-method"):
            return None
        granted = self._granted(request, open_=open_)
        if not granted:
            return None
        headers = [*granted, ("Access-Control-Max-Age", self._max_age)]
        if self.allows(request):
            names = request.header("access-control-request-headers")
            headers.append(("Access-Control-Allow-Methods", ", ".join(sorted(REST.union(methods)))))
            headers += [("Access-Control-Allow-Headers", names)] if _NAMES.fullmatch(names) else []
        else:
            headers += [("Access-Control-Allow-Methods", READING), ("Access-Control-Allow-Headers", ANY)]
        return Response(204, headers=[*headers, ("Vary", "Access-Control-Request-Headers")])

    def tell(self, request: Request, response: Response, *, open_: bool) -> None:
        """Adds to an answer what a browser looks for; a cache must keep the answers for sites apart."""
        named = {name for name, _ in response.headers}
        if "Access-Control-Allow-Origin" not in named and (granted := self._granted(request, open_=open_)):
            response.headers += [*granted, ("Access-Control-Expose-Headers", EXPOSED)]
        if self._named:
            response.with_header("Vary", "Origin")

    def _granted(self, request: Request, *, open_: bool) -> Headers:
        if self.trusts(request):
            credentials = [("Access-Control-Allow-Credentials", "true")] if self._credentials else []
            return [("Access-Control-Allow-Origin", request.header("origin")), *credentials]
        if ANY in self._sites or (open_ and self._public):
            return [("Access-Control-Allow-Origin", ANY)]
        return []
