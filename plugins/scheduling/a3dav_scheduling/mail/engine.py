"""Where mail meets implicit scheduling: what came in is applied, and what did not arrive is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav_content.itip.messages import Message


def receive(house: House, message: Message, message_id: bytes = b"") -> object:
    from a3dav_scheduling import delivery

    return delivery.receive(house, message, message_id)


def note(house: House, message: Message, code: str) -> None:
    from a3dav_scheduling import outcomes

    outcomes.note(house, message, code)


def took(outcome: object) -> bool:
    """Whether a message had a place to go to."""
    from a3dav_content.itip.incoming import Received, Verdict

    return isinstance(outcome, Received) and outcome.verdict not in {Verdict.REFUSED, Verdict.UNKNOWN}


def described(outcome: object) -> str:
    """What became of a message, for the log."""
    verdict = getattr(outcome, "verdict", None)
    return str(verdict.value) if verdict is not None else "received"
