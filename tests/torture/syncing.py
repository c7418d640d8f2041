"""sync-collection as a client does it: a delta, applied to what it knew."""

from __future__ import annotations

from dataclasses import dataclass

from .client import NOTE, Client, Reply

CTAG = "{http://calendarserver.org/ns/}getctag"
ETAG = "{DAV:}getetag"
_BODY = (
    '<sync-collection xmlns="DAV:"><sync-token>{token}</sync-token><sync-level>{level}</sync-level>{limit}<prop>'
    '<getetag/><n:note xmlns:n="urn:torture"/><c:getctag xmlns:c="http://calendarserver.org/ns/"/></prop>'
    "</sync-collection>"
)
Known = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Followed:
    """A collection that a client follows, to a level; of a home's members it follows the ctags, too."""

    href: str
    level: str

    @property
    def ctags(self) -> bool:
        return self.level == "1" and self.href.count("/") == 2

    def facts(self, texts: dict[str, str], *, collection: bool) -> tuple[str, ...]:
        """What a delta must have told of a member."""
        ctag = texts.get(CTAG, "") if collection and self.ctags else ""
        return texts.get(ETAG, ""), texts.get(NOTE, ""), ctag

    def holds(self, href: str) -> bool:
        above, _, _ = href.rpartition("/")
        return above == self.href or (self.level != "1" and href.startswith(f"{self.href}/"))


def ask_delta(client: Client, followed: Followed, token: str, limit: int = 0) -> Reply:
    limited = f"<limit><nresults>{limit}</nresults></limit>" if limit else ""
    return client.ask(
        "REPORT", followed.href + "/", _BODY.format(token=token, level=followed.level, limit=limited), Depth="0"
    )


def is_cut(followed: Followed, delta: Reply) -> bool:
    """RFC 6578 §3.6: the rest comes with the token of this answer."""
    return followed.href in delta.members


def applied(followed: Followed, known: Known, delta: Reply) -> Known:
    """What a client knows after a delta; a collection that is gone takes along what was below it."""
    state = dict(known)
    for href, member in delta.members.items():
        if href == followed.href:
            continue  # the answer was cut, and its token says where
        if member.status == 404 and not member.texts:
            state = {other: facts for other, facts in state.items() if not f"{other}/".startswith(f"{href}/")}
        else:
            state[href] = followed.facts(member.texts, collection=CTAG in member.texts)
    return state
