"""Plugin `oidc`: sign-on by an OpenID Connect provider."""

from __future__ import annotations

from a3dav import hookimpl
from a3dav.challenges import RESOURCE_METADATA
from a3dav.exchange import Request
from a3dav.house import House
from a3dav.principals import Account, Identity
from a3dav.registries import CommandRegistry, MigrationRegistry, RouteRegistry, SettingsRegistry
from a3dav_oidc import resource
from a3dav_oidc.links import MIGRATIONS
from a3dav_oidc.settings import OidcSettings


@hookimpl
def a3dav_register_settings(registry: SettingsRegistry) -> None:
    registry.add("oidc", OidcSettings)


@hookimpl
def a3dav_register_migrations(registry: MigrationRegistry) -> None:
    registry.add(MIGRATIONS)


@hookimpl
def a3dav_register_routes(registry: RouteRegistry) -> None:
    registry.add(resource.ROUTE)


@hookimpl
def a3dav_register_services(house: House) -> None:
    if house.section("oidc").issuer:
        from a3dav_oidc.sign_on import open_desk  # what judges tokens takes room where there are any

        open_desk(house)
        house.services[RESOURCE_METADATA] = resource.PATH


@hookimpl
def a3dav_register_commands(registry: CommandRegistry) -> None:
    from a3dav_oidc.command import oidc  # the command line is there when this is called, and nowhere else

    registry.add(oidc)


@hookimpl
def a3dav_authenticate(house: House, request: Request) -> Identity | None:
    if not house.section("oidc").issuer:
        return None
    from a3dav_oidc.sign_on import sign_on  # as above

    return sign_on(house, request)


@hookimpl
def a3dav_credential_scopes(house: House, account: Account, credential_id: bytes) -> frozenset[str] | None:
    if not house.section("oidc").issuer:
        return None
    from a3dav_oidc.sign_on import scopes_now  # as above

    return scopes_now(house, account, credential_id)
