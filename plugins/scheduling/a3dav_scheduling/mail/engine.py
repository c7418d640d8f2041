"""Where mail meets implicit scheduling: what came in is applied, and what did not arrive is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav_content.itip.received import Received, Verdict
from a3dav_scheduling import delivery, outcomes

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav_content.itip.messages import Message


def receive(house: House, message: Message, message_id: bytes = b"") -> Received:
    """Under the same id no message is received twice."""
    return delivery.receive(house, message, message_id)


def note(house: House, message: Message, code: str) -> None:
    outcomes.note(house, message, code)


def took(outcome: Received) -> bool:
    """Whether a message had a place to go to."""
    return outcome.verdict not in {Verdict.REFUSED, Verdict.UNKNOWN}
