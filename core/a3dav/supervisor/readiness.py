"""Telling systemd how far the server is (sd_notify(3)): one datagram with lines of assignments."""

from __future__ import annotations

import os
import socket


def tell(*states: str) -> None:
    """Does nothing where no service manager listens."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    if address.startswith("@"):
        address = "\0" + address[1:]
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as line:
        try:
            line.sendto("\n".join(states).encode(), address)
        except OSError:
            return  # a service manager that went away changes nothing for the clients
