"""Built-in plugin `lan`: what a device needs to trust a server that runs with `--lan`; anybody may fetch it."""

from __future__ import annotations

from a3dav import hookimpl
from a3dav.errors import NotFound
from a3dav.exchange import Exchange, Response
from a3dav.lan.files import LanFiles
from a3dav.lan.profile import MEDIA_TYPE, profile
from a3dav.registries import Route, RouteRegistry


@hookimpl
def a3dav_register_routes(registry: RouteRegistry) -> None:
    registry.add(Route("/lan/a3dav.mobileconfig", apple_profile), Route("/lan/authority.crt", authority))


def apple_profile(exchange: Exchange) -> Response:
    """Names the host that the device asked, since that is the one it can reach."""
    host, _, port = exchange.request.header("host").rpartition(":")
    if not host or not port.isdigit():
        host, port = exchange.request.header("host"), "443"
    content = profile(_authority(exchange), host.strip("[]"), int(port))
    return Response(200, content, [_attachment("a3dav.mobileconfig")], MEDIA_TYPE)


def authority(exchange: Exchange) -> Response:
    content = _authority(exchange).encode()
    return Response(200, content, [_attachment("a3dav.crt")], "application/x-x509-ca-cert")


def _authority(exchange: Exchange) -> str:
    if not exchange.house.settings.server.lan:
        raise NotFound("this server does not run with --lan")
    return LanFiles.of(exchange.store.data_dir).authority.read_text("ascii")


def _attachment(name: str) -> tuple[str, str]:
    return "Content-Disposition", f'attachment; filename="{name}"'
