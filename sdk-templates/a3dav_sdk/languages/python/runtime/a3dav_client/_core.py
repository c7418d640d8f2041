"""What a client knows: where the server is, who asks, and what was set."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from . import _about
from ._auth import Auth, Bearer, Nobody
from ._errors import ConfigurationError
from ._options import AsyncSystemClock, ClientOptions, Clock, SystemClock


@dataclass(slots=True)
class Core:
    """`run` performs steps; of the asynchronous client it gives something to await."""

    base: str
    auth: Auth
    options: ClientOptions
    clock: Clock
    driver: Any

    def now(self) -> datetime:
        return self.clock.now()

    def run(self, steps: Any) -> Any:
        return self.driver.run(steps)


def core_of(base_url: str | None, auth: Auth | str | None, options: ClientOptions, asynchronous: bool) -> Core:
    """What is not given is taken from the environment."""
    url = (base_url or os.environ.get(_about.ENVIRONMENT + "_URL", "")).rstrip("/")
    if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname:
        raise ConfigurationError(f"the URL of the server is missing: give it, or set {_about.ENVIRONMENT}_URL")
    if auth is None:
        auth = os.environ.get(_about.ENVIRONMENT + "_TOKEN") or Nobody()
    who = Bearer(auth) if isinstance(auth, str) else auth
    clock = options.clock or (AsyncSystemClock() if asynchronous else SystemClock())
    core = Core(url, who, options, clock, None)
    if asynchronous:
        from ._asynchronous import AsyncDriver

        core.driver = AsyncDriver(core)
    else:
        from ._synchronous import Driver

        core.driver = Driver(core)
    return core
