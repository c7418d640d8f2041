"""What can go wrong with the other server."""

from a3dav.errors import A3davError


class RemoteError(A3davError):
    """One request failed or its answer is refused; the next one may do better."""


class TooLarge(RemoteError):
    """An answer is larger than what it was asked for may be."""


class LeadsAway(RemoteError):
    """A redirect or an href names another host, where the credentials do not go."""


class SignInRefused(RemoteError):
    """The other server does not know this name with this password."""


class Unanswered(RemoteError):
    """One request got no answer with all its tries."""


class ServerGone(RemoteError):
    """Several requests in a row got no answer, so that asking on is of no use."""
