"""Lists of addresses and networks in settings."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator

from a3dav.config.values import shown


def is_network(text: str) -> bool:
    try:
        ipaddress.ip_network(text, strict=False)
    except ValueError:
        return False
    return True


def not_networks(key: str, networks: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for network in networks:
        if not is_network(network):
            yield key, f"holds {shown(network)}; list addresses or networks such as 10.0.0.0/24"
