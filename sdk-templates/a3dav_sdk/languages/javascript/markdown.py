"""Text of a document in a README: no markup, no row of a table but its own."""

from __future__ import annotations

import re
import textwrap

from a3dav_sdk.model.api import Api, Call

_WIDTH = 120


def line(text: str) -> str:
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    return re.sub(r"([\\`*_{}\[\]<>#|!~$&])", r"\\\1", " ".join(plain.split()))


def paragraph(text: str) -> str:
    """With an empty line behind it; nothing for no text."""
    plain = line(text)
    return (
        "\n".join(textwrap.wrap(plain, _WIDTH, break_long_words=False, break_on_hyphens=False)) + "\n\n"
        if plain
        else ""
    )


def request_line(call: Call) -> str:
    """For a piece of code."""
    return f"{call.method} {call.path}".replace("`", "'")


def call_keys(api: Api) -> list[str]:
    return [call.key for service in api.services for call in service.calls]
