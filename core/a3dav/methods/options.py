"""OPTIONS (RFC 9110 §9.3.7, RFC 4918 §10.1)."""

from a3dav.exchange import Exchange, Response


def options(exchange: Exchange) -> Response:
    kind = exchange.target.kind if exchange.target else ""
    allowed = ", ".join(exchange.house.methods.allowed(kind))
    return Response(200, headers=[("Allow", allowed), ("MS-Author-Via", "DAV"), ("Accept-Ranges", "bytes")])
