"""A DAV client on one keep-alive connection, which knows an answer from none."""

from __future__ import annotations

import base64
import http.client
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

PATIENCE_SECONDS = 60
NOTE = "{urn:torture}note"


class NotSentError(Exception):
    """Nobody took the connection: the request was not made."""


class NoAnswerError(Exception):
    """The request may have been carried out or not."""


@dataclass
class Reply:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def members(self) -> dict[str, Member]:
        """What a multistatus says of each path, without the slash at its end."""
        responses = etree.fromstring(self.body).iterchildren("{DAV:}response")
        return {unquote(each.findtext("{DAV:}href")).rstrip("/"): Member.of(each) for each in responses}

    @property
    def token(self) -> str:
        return etree.fromstring(self.body).findtext("{DAV:}sync-token")


@dataclass
class Member:
    status: int
    texts: dict[str, str] = field(default_factory=dict)
    collection: bool = False

    @classmethod
    def of(cls, response) -> Member:
        member = cls(_code(response.findtext("{DAV:}status") or "HTTP/1.1 200 OK"))
        for propstat in response.iterchildren("{DAV:}propstat"):
            if _code(propstat.findtext("{DAV:}status")) == 200:
                for element in propstat.find("{DAV:}prop"):
                    member.texts[element.tag] = "".join(element.itertext())
                    member.collection |= element.find("{DAV:}collection") is not None
            else:
                member.status = max(member.status, _code(propstat.findtext("{DAV:}status")))
        return member


def _code(line: str) -> int:
    return int(line.split()[1])


class Client:
    def __init__(self, port: int, name: str, password: str) -> None:
        self.name = name
        self._authorization = "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)

    def ask(self, method: str, path: str, body: bytes | str = b"", **headers: str) -> Reply:
        data = body.encode() if isinstance(body, str) else body
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            if self._connection.sock is None:
                self._connection.connect()
        except OSError as error:
            raise NotSentError(str(error)) from error
        try:
            self._connection.request(method, path, data, {"Authorization": self._authorization, **sent})
            response = self._connection.getresponse()
            return Reply(response.status, response.headers, response.read())
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise NoAnswerError(f"{type(error).__name__}: {error}") from error

    def close(self) -> None:
        self._connection.close()
