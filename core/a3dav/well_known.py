"""Well-known addresses: where a client that knows only the host begins (RFC 6764 §5, RFC 8615)."""

from __future__ import annotations

from a3dav.exchange import Exchange, Response
from a3dav.registries import Route
from a3dav.resources import path_href


def well_known(service: str) -> Route:
    """`/.well-known/<service>` leads to the root, before login too; a client finds its homes from there.

    301 and not 307: every client seen repeats its PROPFIND with body and Depth at the new place, older
    ones know no 307, and a permanent redirect need not be asked for again.
    """
    return Route(f"/.well-known/{service}", _to_the_root)


def _to_the_root(_: Exchange) -> Response:
    return Response(301, headers=[("Location", path_href((), True)), ("Cache-Control", "max-age=86400")])
