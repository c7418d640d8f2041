"""The provider: what it told about itself, kept, and asked for again seldom enough to be no burden to it.

Whoever finds that nothing is known asks, and all others wait for the outcome; what is old is asked for by one while
the others go on with it, and is kept while the provider is away.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from joserfc.jwk import Key

from a3dav.outgoing import Answer, Asked, Outgoing, OutgoingError
from a3dav.outgoing.urls import parse
from a3dav_oidc.errors import ProviderAway
from a3dav_oidc.keys import fitting, read_keys
from a3dav_oidc.metadata import Metadata, places_of, read_metadata
from a3dav_oidc.settings import OidcSettings

if TYPE_CHECKING:
    from a3dav.config.model import OutgoingSettings

log = logging.getLogger("a3dav.oidc")
LARGEST = 256 * 1024
AWAY_SECONDS = 10
"""As long is a provider that failed not asked again."""
_JSON = {"Accept": "application/json"}


@dataclass(slots=True, frozen=True)
class Known:
    metadata: Metadata
    keys: tuple[Key, ...]
    at: float


class Provider:
    """One issuer, as one process knows it."""

    def __init__(
        self, settings: OidcSettings, outgoing: OutgoingSettings, clock: Callable[[], float] = time.monotonic
    ) -> None:
        # The administrator named this host, wherever it stands; where its metadata leads is judged as for everybody.
        reach = (*outgoing.allowed, parse(settings.issuer).host)
        self._way = Outgoing(replace(outgoing, allowed=reach, clear_text=settings.plain))
        self._settings, self._clock = settings, clock
        self._lock = threading.Lock()
        self._known: Known | None = None
        self._tried, self._failure = float("-inf"), ""
        self._silent_until = float("-inf")

    def known(self) -> Known:
        """What is known of the provider; raises ProviderAway where that is nothing."""
        found = self._known
        if found is None:
            with self._lock:
                return self._known or self._asked()
        if self._clock() - found.at >= self._settings.refresh * 60 and self._lock.acquire(blocking=False):
            try:
                return self._renewed(found)
            finally:
                self._lock.release()
        return found

    def key(self, kid: str, algorithm: str) -> Key | None:
        """The key of a signature; one that is not known has the provider asked again, but not for every forger."""
        found = self.known()
        key = fitting(found.keys, kid, algorithm)
        if key is not None:
            return key
        with self._lock:
            newer = self._known if self._known is not None and self._known is not found else self._renewed(found)
        return fitting(newer.keys, kid, algorithm)

    def question(self, asked: Asked) -> Answer:
        """Asks about a token; where there was no answer a moment ago, nobody waits for the next one."""
        if self._clock() < self._silent_until:
            raise ProviderAway("the provider did not answer a question a moment ago")
        try:
            return self._ask(asked, self._settings.seconds)
        except ProviderAway:
            self._silent_until = self._clock() + AWAY_SECONDS
            raise

    def _ask(self, asked: Asked, seconds: float) -> Answer:
        """Asks nobody else than the address itself."""
        try:
            return self._way.ask(replace(asked, limit=LARGEST, seconds=max(seconds, 0.1), follows=False))
        except OutgoingError as error:
            raise ProviderAway(str(error)) from error

    def close(self) -> None:
        self._way.close()

    # -- with the lock -----------------------------------------------------------------------------

    def _renewed(self, known: Known) -> Known:
        """What the provider says now, or what is known where it was asked a moment ago or does not answer."""
        try:
            return known if self._pausing() else self._asked()
        except ProviderAway as away:
            log.warning("the provider of sign-on is away, and its former keys are used: %s", away)
            return known

    def _pausing(self) -> bool:
        pause = min(AWAY_SECONDS, self._settings.pause) if self._failure else self._settings.pause
        return self._clock() - self._tried < pause

    def _asked(self) -> Known:
        if self._failure and self._pausing():
            raise ProviderAway(self._failure)
        end = self._clock() + self._settings.seconds
        try:
            metadata = self._metadata(end)
            answer = self._ask(Asked(url=metadata.jwks_uri, headers=_JSON), end - self._clock())
            if not answer.ok:
                raise ProviderAway(f"the address of its keys answers {answer.status}")
            self._known = Known(metadata, read_keys(answer.body), self._clock())
        except ProviderAway as away:
            self._failure = str(away)
            raise
        finally:
            self._tried = self._clock()
        self._failure = ""
        return self._known

    def _metadata(self, end: float) -> Metadata:
        status = 0
        for place in places_of(self._settings.issuer):
            answer = self._ask(Asked(url=place, headers=_JSON), end - self._clock())
            if answer.ok:
                return read_metadata(answer.body, self._settings.issuer)
            status = status or answer.status
        raise ProviderAway(f"{self._settings.issuer} has no metadata: it answers {status}")
