"""The listening sockets: one for each worker, so that the kernel deals out connections among the workers.

Of several processes that wait at one socket, the one that was awake last takes nearly all that come at once. All
sockets are the supervisor's: what came for a worker waits while that worker is replaced.
"""

from __future__ import annotations

import socket
from collections.abc import Sequence

from a3dav.errors import ConfigError


def listening_sockets(host: str, port: int, backlog: int, count: int, inherited: Sequence[int] = ()) -> tuple[int, ...]:
    """The files of those that there are, and of as many more as it takes; fewer where the kernel deals out nothing.

    Raises OSError where nobody can listen there.
    """
    files = list(inherited)
    if files:
        port = _port_of(files[0])
    while len(files) < count:
        try:
            files.append(_listening(host, port, backlog, shared=True).detach())
        except OSError:
            if not files:
                raise
            break  # at one that does not share its address, the workers wait together
        port = port or _port_of(files[0])
    return tuple(files)


def refuse_unusable_address(host: str, port: int) -> None:
    """Raises ConfigError for an address that this machine lacks or another program has."""
    try:
        _listening(host, port, backlog=0, shared=False).close()
    except OSError as error:
        place = f"{host} port {port}"
        raise ConfigError(f"cannot listen on {place}: {error.strerror}; choose another --host or --port") from error


def _listening(host: str, port: int, backlog: int, *, shared: bool) -> socket.socket:
    family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    made = socket.socket(family, kind)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if shared:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        made.bind(address)
        made.listen(backlog)
    except OSError:
        made.close()
        raise
    made.setblocking(False)
    return made


def _port_of(file: int) -> int:
    with socket.socket(fileno=file) as known:
        port: int = known.getsockname()[1]
        known.detach()
        return port
