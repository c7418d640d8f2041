"""The page to ask with, for administrators and auditors: three files of this package, and nothing from elsewhere."""

from __future__ import annotations

from pathlib import Path

from a3dav.errors import Denied, NotFound
from a3dav.exchange import Exchange, Response
from a3dav.lanes import Lane, Step, Steps
from a3dav.registries import STAFF
from a3dav.resources import path_href

_FOLDER = Path(__file__).parent / "explorer"
_FILES = {
    "": ("explorer.html", "text/html; charset=utf-8"),
    "explorer.js": ("explorer.js", "text/javascript; charset=utf-8"),
    "explorer.css": ("explorer.css", "text/css; charset=utf-8"),
}
_GUARDS = (
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none';"
        " form-action 'none'; frame-ancestors 'none'",
    ),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
)


def page(exchange: Exchange, name: str) -> Steps[Response]:
    if exchange.actor.account.role not in STAFF:
        raise Denied("this page is for administrators")
    if name not in _FILES or not exchange.house.section("admin").explorer:
        raise NotFound("nothing is mapped to this path")
    if not name and exchange.request.raw_path.partition(b"?")[0].endswith(b"/"):
        return Response(308, headers=[("Location", path_href(("graphql",), False)), *_GUARDS])
    file, media_type = _FILES[name]
    data = yield Step(Lane.WAIT, (_FOLDER / file).read_bytes)
    return Response(200, data, list(_GUARDS), media_type)
