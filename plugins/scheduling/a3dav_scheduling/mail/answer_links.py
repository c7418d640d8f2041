"""Links by which an invitation is answered without a calendar program: signed, for one mail, and for a time."""

from __future__ import annotations

import hmac
import re
from typing import TYPE_CHECKING

from a3dav.identifiers import now_ms
from a3dav_scheduling.mail.records import DAY_MS

if TYPE_CHECKING:
    from a3dav.house import House

PATH = "/scheduling-reply"
_TOKEN = re.compile(r"([0-9a-f]{32})\.([0-9]{1,12})\.([0-9a-f]{24})", re.ASCII)


def links(house: House, mail_id: bytes, answers: tuple[str, ...]) -> dict[str, str]:
    """A link for each answer; none where nobody knows under which address this server is seen."""
    public, days = house.settings.server.public_url, house.section("scheduling.mail").answer_days
    if not public or not days:
        return {}
    token = signed(house, mail_id, (now_ms() + days * DAY_MS) // 1000)
    return {answer: f"{public.rstrip('/')}{PATH}?t={token}&a={answer}" for answer in answers}


def signed(house: House, mail_id: bytes, expires: int) -> str:
    text = f"{mail_id.hex()}.{expires}"
    return f"{text}.{_signature(house, text)}"


def _signature(house: House, text: str) -> str:
    return house.store.mac(f"mail-answer/{text}")


def opened(house: House, token: str) -> tuple[bytes, int] | None:
    """The mail that a token was made for, and when it expires in seconds since 1970; None for a token of others."""
    match = _TOKEN.fullmatch(token)
    if match is None or not hmac.compare_digest(match[3], _signature(house, f"{match[1]}.{match[2]}")):
        return None
    return bytes.fromhex(match[1]), int(match[2])
