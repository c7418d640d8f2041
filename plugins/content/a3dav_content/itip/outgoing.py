"""What a change of an object sends to others, and what a user may change (RFC 6638 §3.2): the door to this package."""

from a3dav_content.itip.attendee import attendee_changes
from a3dav_content.itip.busy_requests import BusyRequest, freebusy_reply, freebusy_request
from a3dav_content.itip.organizer import cancel_for, organizer_changes, request_for
from a3dav_content.itip.permissions import (
    ForbiddenChange,
    judge_attendee_change,
    judge_organizer_change,
    judge_same_organizer,
)
from a3dav_content.itip.proposals import counter, decline_counter, refresh
from a3dav_content.itip.roles import Outgoing, role_of

__all__ = [
    "BusyRequest",
    "ForbiddenChange",
    "Outgoing",
    "attendee_changes",
    "cancel_for",
    "counter",
    "decline_counter",
    "freebusy_reply",
    "freebusy_request",
    "judge_attendee_change",
    "judge_organizer_change",
    "judge_same_organizer",
    "organizer_changes",
    "refresh",
    "request_for",
    "role_of",
]
