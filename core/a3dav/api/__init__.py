"""What handlers of the REST API work with."""

from a3dav.api.acting import act, aim, aim_at_new, passing, ready
from a3dav.api.call import JSON, ApiCall
from a3dav.api.cursors import cursor_after, position_of
from a3dav.api.reaching import member, reach

__all__ = [
    "JSON", "ApiCall", "act", "aim", "aim_at_new", "cursor_after", "member", "passing", "position_of", "reach", "ready",
]  # fmt: skip
