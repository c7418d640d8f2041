"""Names of accounts and of members: each one segment of a URL."""

import re
import unicodedata

_ACCOUNT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@+-]{0,62}[A-Za-z0-9]|[A-Za-z0-9]")

RULE = "letters, digits and . _ @ + -, 64 at most, a letter or digit first and last"


MAX_NAME = 255
_UNNAMEABLE = re.compile("[\x00-\x1f\x7f-\x9f/\u2028\u2029\u202d\u202e\ufffe\uffff]")
"""Slashes, controls, line ends, overrides of the writing direction, and what is no character."""


def normal(name: str) -> str:
    """The one form of a name, whether a client composes its characters or not (Unicode NFC)."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f]")


def tidy(text: str) -> str:
    """Text on one line, with single spaces between its words."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())


def folded(text: str) -> str:
    """Text as it is compared: tidy, without regard to case and to compatible forms (Unicode §3.13, D146)."""
    text = tidy(text)
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFD", text).casefold())
    return unicodedata.normalize("NFKD", decomposed.casefold()).replace("\u0131", "i")  # as i;unicode-casemap has it


def is_member_name(name: str) -> bool:
    """Whether a member may have this name, which is in its normal form."""
    return name not in {"", ".", ".."} and _UNNAMEABLE.search(name) is None and len(name.encode()) <= MAX_NAME


def is_account_name(name: str) -> bool:
    return _ACCOUNT.fullmatch(name) is not None
