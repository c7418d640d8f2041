"""Built-in plugin `limits`: rates of addresses and accounts, and blocks of those who guess passwords or flood."""

from __future__ import annotations

from collections.abc import Generator

from a3dav import hookimpl
from a3dav.exchange import Request
from a3dav.house import House
from a3dav.principals import Identity
from a3dav.registries import AdmissionRegistry, CommandRegistry


@hookimpl
def a3dav_register_admissions(house: House, registry: AdmissionRegistry) -> None:
    registry.add(house.gate.admit)
    if house.gate.counts_accounts:
        registry.add_known(house.gate.admit_account)


@hookimpl(wrapper=True)
def a3dav_authenticate(house: House, request: Request) -> Generator[None, Identity | None, Identity | None]:
    """Around all that verify a credential: what was sent before the block, and waited, is not verified any more."""
    house.gate.refuse_blocked(request)
    identity = yield
    guess = request.attempt.guess if request.attempt is not None else bool(request.header("authorization"))
    if identity is None and guess:
        house.gate.failed_login(request)
    return identity


@hookimpl
def a3dav_register_commands(registry: CommandRegistry) -> None:
    from a3dav.cli.blocks import blocks  # the command line is there when this is called, and nowhere else

    registry.add(blocks)
