"""A server that is measured, as a client sees it: where its collections are and how it is asked."""

from __future__ import annotations

import base64
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpx

from .data import Data

XML = "application/xml; charset=utf-8"
KINDS = {".ics": "text/calendar; charset=utf-8", ".vcf": "text/vcard; charset=utf-8"}
TRIES = 20


@dataclass
class Site:
    """One person's calendar and address book on a server."""

    url: str
    calendar: str
    book: str
    data: Data
    user: tuple[str, str] | None = None
    _client: httpx.Client | None = field(default=None, repr=False)

    @property
    def client(self) -> httpx.Client:
        if self._client is None:
            self._client = httpx.Client(base_url=self.url, auth=self.user, trust_env=False, timeout=120)
        return self._client

    def close(self) -> None:
        if self._client is not None:
            self._client.close()

    def request(self, method: str, path: str, body: bytes = b"", growth: int = 0, **headers: str) -> bytes:
        """The bytes of a request; its body will be `growth` bytes longer when the generator fills it in."""
        fields = {"Host": urlsplit(self.url).netloc, "User-Agent": "bench"}
        if self.user:
            fields["Authorization"] = f"Basic {base64.b64encode(':'.join(self.user).encode()).decode()}"
        if body:
            fields["Content-Length"] = str(len(body) + growth)
        fields |= {name.replace("_", "-"): value for name, value in headers.items()}
        lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in fields.items()), "", ""]
        return "\r\n".join(lines).encode() + body

    def fill(self) -> None:
        for path, items in ((self.calendar, self.data.events), (self.book, self.data.cards)):
            for item in items:
                self._put(path + item.name, item.body)

    def _put(self, path: str, body: bytes) -> None:
        for _ in range(TRIES):
            answer = self.client.put(path, content=body, headers={"Content-Type": KINDS[path[-4:]]})
            if answer.is_success:
                return
            time.sleep(0.05)  # one of the others answers 423 now and then
        raise SystemExit(f"PUT {path} on {self.url}: {answer.status_code} {answer.text[:300]}")
