"""Requests that users cause: to addresses that somebody typed, from inside of the server's own network.

Whoever can name an address could otherwise reach what only this machine reaches. So every name is resolved
here, each address is judged, and the one that was judged is the one connected to. For the tasks process and
the command line alone: nothing here is asked while a request waits, but `Outgoing.refuse`.
"""

from a3dav.outgoing.client import Answer, Asked, Outgoing
from a3dav.outgoing.errors import OutgoingError

__all__ = ["Answer", "Asked", "Outgoing", "OutgoingError"]
