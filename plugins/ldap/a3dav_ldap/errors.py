"""What goes wrong with a directory."""

from a3dav.errors import A3davError


class DirectoryAway(A3davError):
    """No server of the directory answers, or none lets us search."""


class SearchCut(A3davError):
    """The directory ended a search before it had told everything."""
