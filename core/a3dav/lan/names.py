"""The names and addresses under which the machines of a network find this one."""

from __future__ import annotations

import fcntl
import socket
import struct
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path

_SIOCGIFADDR = 0x8915  # netdevice(7)


def host_names() -> list[str]:
    """The name of this machine, as such and as multicast DNS has it (RFC 6762 §3)."""
    name = socket.gethostname().partition(".")[0].lower()
    return list(dict.fromkeys([socket.gethostname().lower(), name, f"{name}.local", "localhost"]))


def addresses() -> list[IPv4Address | IPv6Address]:
    """Addresses of the interfaces that are up, those of this machine alone last."""
    found = dict.fromkeys([*_version_4(), *_version_6(), ip_address("127.0.0.1"), ip_address("::1")])
    return sorted(found, key=lambda address: address.is_loopback)


def _version_4() -> Iterator[IPv4Address]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, name in socket.if_nameindex():
            try:
                answer = fcntl.ioctl(probe.fileno(), _SIOCGIFADDR, struct.pack("256s", name.encode()[:15]))
            except OSError:
                continue  # an interface without an address
            yield IPv4Address(answer[20:24])


def _version_6() -> Iterator[IPv6Address]:
    try:
        lines = Path("/proc/net/if_inet6").read_text("ascii").splitlines()
    except OSError:
        return
    for line in lines:
        address = IPv6Address(int(line.split()[0], 16))
        if not address.is_link_local:
            yield address
