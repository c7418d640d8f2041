"""What a change of an object sends to others, and what a user may change (RFC 6638 §3.2): the door to this package."""

from a3dav_content.itip.organizer import cancel_for, organizer_changes, request_for
from a3dav_content.itip.roles import Outgoing, role_of

__all__ = ["Outgoing", "cancel_for", "organizer_changes", "request_for", "role_of"]
