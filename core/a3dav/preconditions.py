"""Conditional headers and the If header: asked early for a fast refusal, decided in the transaction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import formatdate, parsedate_to_datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from a3dav.errors import BadGateway, BadRequest, PreconditionFailed, UriTooLong
from a3dav.exchange import Request
from a3dav.headers import Condition, ConditionList, as_written, parse_if, plain_tag, uncoded_tag, url_path
from a3dav.principals import ANONYMOUS, Identity
from a3dav.registries import Validator
from a3dav.resources import Path, Resource

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.house import House
    from a3dav.writing import WriteContext


SAFE = {"GET", "HEAD", "PROPFIND", "REPORT"}
"""Methods for which If-None-Match leads to 304 or to nothing, never to 412 (RFC 9110 §13.1.2)."""


@dataclass(slots=True, frozen=True)
class Preconditions:
    """What the client made its request depend on."""

    if_match: str = ""
    if_none_match: str = ""
    if_unmodified_since: str = ""
    lists: tuple[tuple[Path | None, ConditionList], ...] = ()
    further: tuple[tuple[Validator, str], ...] = ()
    target: Path = ()
    identity: Identity = ANONYMOUS

    @classmethod
    def of(cls, exchange: Exchange) -> Preconditions:
        request = exchange.request
        value = request.header("if")
        lists = tuple((_path_of(entry, exchange), entry) for entry in parse_if(value)) if value else ()
        return cls(
            request.header("if-match"),
            "" if request.method in SAFE else request.header("if-none-match"),
            request.header("if-unmodified-since"),
            lists,
            tuple(_further(exchange)),
            exchange.path,
            exchange.actor,
        )

    @property
    def tokens(self) -> frozenset[str]:
        """Every state token the client showed (RFC 4918 §7.5)."""
        return frozenset(c.token for _, entry in self.lists for c in entry.conditions if c.token)

    def decide(self, house: House, write: WriteContext) -> None:
        """Inside the transaction: the target of the request as it is on committed data."""
        subject = write.source if write.source is not None else write.before
        self.check(house, subject)

    def check(self, house: House, subject: Resource | None) -> None:
        """Raises PreconditionFailed unless all hold (RFC 9110 §13.2.2, RFC 4918 §10.4)."""
        if self.if_match or self.if_none_match or self.lists:
            subject = self._as_seen(house, subject)
        if self.if_match and not _matches(self.if_match, subject):
            raise PreconditionFailed("If-Match does not hold: the resource is another version or missing")
        if not self.if_match and self._modified_since(subject):
            raise PreconditionFailed("If-Unmodified-Since does not hold")
        if self.if_none_match and _matches(self.if_none_match, subject, weak=True):
            raise PreconditionFailed("If-None-Match does not hold: the resource exists in that version")
        if self.lists and not any(self._holds(house, path, entry, subject) for path, entry in self.lists):
            raise PreconditionFailed("no list of the If header holds")
        for validator, wanted in self.further:
            if _value(house, validator, subject) != wanted:
                raise PreconditionFailed(f"{validator.condition} does not hold")

    def _as_seen(self, house: House, resource: Resource | None) -> Resource | None:
        """Entity tags are those of what the client sees."""
        return next(iter(house.lenses.seen(self.identity, [resource])), None) if resource is not None else None

    def _modified_since(self, subject: Resource | None) -> bool:
        since = http_date(self.if_unmodified_since)
        return since is not None and subject is not None and subject.modified // 1000 > since

    def _holds(self, house: House, path: Path | None, entry: ConditionList, subject: Resource | None) -> bool:
        if path is None:
            return False
        resource = subject if path == self.target else self._as_seen(house, house.resolve(path))
        return all(self._condition_holds(house, path, condition, resource) for condition in entry.conditions)

    def _condition_holds(self, house: House, path: Path, condition: Condition, resource: Resource | None) -> bool:
        if condition.etag:
            held = resource is not None and bool(resource.etag) and plain_tag(condition.etag) == f'"{resource.etag}"'
        else:
            known = {"house": house, "identity": self.identity, "path": path, "token": condition.token}
            held = bool(house.hooks.a3dav_state_token(**known))
        return held is not condition.negated


def _further(exchange: Exchange) -> Iterator[tuple[Validator, str]]:
    for validator in exchange.house.validator_table.entries:
        if wanted := exchange.request.header(validator.condition.lower()).strip():
            yield validator, wanted


def _value(house: House, validator: Validator, subject: Resource | None) -> str | None:
    return validator.values(house, [subject])[0] if subject and subject.kind in validator.kinds else None


def _path_of(entry: ConditionList, exchange: Exchange) -> Path | None:
    if entry.resource is None:
        return exchange.path
    try:
        return url_path(as_written(entry.resource), exchange.request)
    except (BadGateway, BadRequest, UriTooLong):
        return None  # a list about another server cannot hold here


def _matches(header: str, subject: Resource | None, *, weak: bool = False) -> bool:
    if subject is None:
        return False
    if header.strip() == "*":
        return True
    if not subject.etag:
        return False
    for part in header.split(","):
        tag = part.strip()
        if weak and tag.startswith("W/"):
            tag = tag[2:]
        if plain_tag(tag) == f'"{subject.etag}"':
            return True
    return False


def not_modified(request: Request, subject: Resource, tag: str) -> bool:
    """True when GET or HEAD is answered with 304 (RFC 9110 §13.1.2, §13.1.3); `tag` is that of the chosen form."""
    if none_match := request.header("if-none-match"):
        known = (part.strip().removeprefix("W/") for part in none_match.split(","))
        return any(one == "*" or uncoded_tag(one) == tag for one in known)
    since = http_date(request.header("if-modified-since"))
    return since is not None and subject.modified // 1000 <= since


@lru_cache(maxsize=8192)
def date_header(milliseconds: int) -> str:
    """A moment as an HTTP date (RFC 9110 §5.6.7)."""
    return formatdate(milliseconds / 1000, usegmt=True)


def http_date(value: str) -> int | None:
    """Seconds since 1970 of an HTTP date; None where there is none."""
    try:
        return int(parsedate_to_datetime(value).timestamp()) if value else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
