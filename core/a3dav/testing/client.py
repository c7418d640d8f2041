"""A client that talks to a house in this process, without a socket."""

from __future__ import annotations

import base64
import json
from contextvars import copy_context
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import unquote

from lxml import etree

from a3dav.door.heads import request_of
from a3dav.exchange import Body, FileSlice, Response
from a3dav.house import House
from a3dav.identifiers import new_id
from a3dav.lanes import BodyWanted, run_here
from a3dav.lifecycle import answer
from a3dav.listening import Listening

DAV = "DAV:"


@dataclass
class Answer:
    """A response; `multistatus` maps decoded hrefs to properties by Clark name and to statuses."""

    status: int
    headers: dict[str, str]
    body: bytes

    @cached_property
    def xml(self) -> Any:
        return etree.fromstring(self.body)

    @cached_property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def text(self) -> str:
        return self.body.decode()

    @cached_property
    def multistatus(self) -> dict[str, Member]:
        assert self.status == 207, f"{self.status}: {self.text[:500]}"
        return {
            unquote(response.findtext("{DAV:}href")): Member.of(response)
            for response in self.xml.iterchildren("{DAV:}response")
        }

    @property
    def condition(self) -> str | None:
        """The Clark name of the violated condition in DAV:error."""
        if not self.body.startswith(b"<?xml") or self.xml.tag != "{DAV:}error":
            return None
        (element,) = (entry for entry in self.xml if entry.tag != "{DAV:}responsedescription")
        return str(element.tag)


@dataclass
class Member:
    status: int | None
    found: dict[str, Any] = field(default_factory=dict)
    missing: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, response: Any) -> Member:
        line = response.findtext("{DAV:}status")
        member = cls(int(line.split()[1]) if line else None)
        for propstat in response.iterchildren("{DAV:}propstat"):
            status = int(propstat.findtext("{DAV:}status").split()[1])
            for element in propstat.find("{DAV:}prop"):
                if status == 200:
                    member.found[element.tag] = element
                else:
                    member.missing[element.tag] = status
        return member

    def text(self, name: str) -> str:
        return "".join(self.found[name].itertext())

    def hrefs(self, name: str) -> list[str]:
        return [unquote(element.text) for element in self.found[name].iter("{DAV:}href")]


def _on_the_wire(value: str) -> bytes:
    """As clients send a header: UTF-8 where Latin-1 lacks a character."""
    try:
        return value.encode("latin-1")
    except UnicodeEncodeError:
        return value.encode()


class Client:
    """One person's client; header names may be written with underscores as keywords."""

    def __init__(self, house: House, name: str, password: str) -> None:
        self.house = house
        self.name = name
        self.peer = "127.0.0.1"
        self.authorization = "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()

    def request(self, method: str, path: str, body: bytes | str = b"", **headers: str) -> Answer:
        data = body.encode() if isinstance(body, str) else body
        sent = {"authorization": self.authorization, "host": "localhost", "content-length": str(len(data))}
        sent |= {name.replace("_", "-").lower(): value for name, value in headers.items()}
        raw_path, _, query = path.partition("?")
        request = request_of(
            {
                "method": method, "raw_path": raw_path.encode(), "query_string": query.encode("latin-1"),
                "headers": [(name.encode(), _on_the_wire(value)) for name, value in sent.items() if value],
                "client": (self.peer, 0), "scheme": "http", "http_version": "1.1",
            }
        )  # fmt: skip

        def read_body(wanted: BodyWanted) -> Body:
            if wanted.limit and len(data) > wanted.limit:
                raise wanted.too_large
            if wanted.spool and len(data) > self.house.settings.storage.inline_body_limit:
                file = self.house.store.blobs.spool / new_id().hex()
                file.write_bytes(data)
                return Body(file=file, length=len(data))
            return Body(data=data, length=len(data))

        # As at the door, a request has a context of its own.
        context = copy_context()
        response = context.run(run_here, self.house, answer(self.house, request), read_body)
        found = context.run(answer_of, response)
        found.headers["x-request-id"] = request.id
        return found

    def put(self, path: str, body: bytes | str, **headers: str) -> Answer:
        return self.request("PUT", path, body, **headers)

    def get(self, path: str, **headers: str) -> Answer:
        return self.request("GET", path, **headers)

    def delete(self, path: str, **headers: str) -> Answer:
        return self.request("DELETE", path, **headers)

    def propfind(self, path: str, *names: str, depth: str = "0", **headers: str) -> Answer:
        """Asks for properties by Clark name, or for allprop where none is named."""
        return self.request("PROPFIND", path, propfind_body(*names), depth=depth, **headers)

    def proppatch(self, path: str, body: str, **headers: str) -> Answer:
        return self.request("PROPPATCH", path, body, **headers)

    def report(self, path: str, body: str, depth: str = "", **headers: str) -> Answer:
        return self.request("REPORT", path, body, depth=depth, **headers)

    def sync(self, path: str, token: str = "", level: str = "1", limit: int | None = None) -> Answer:
        nresults = "" if limit is None else f"<limit><nresults>{limit}</nresults></limit>"
        return self.report(
            path,
            f'<sync-collection xmlns="DAV:"><sync-token>{token}</sync-token><sync-level>{level}</sync-level>'
            f"{nresults}<prop><getetag/></prop></sync-collection>",
        )


def propfind_body(*names: str) -> str:
    if not names:
        return '<propfind xmlns="DAV:"><allprop/></propfind>'
    props = "".join(f'<x:{name.partition("}")[2]} xmlns:x="{name[1:].partition("}")[0]}"/>' for name in names)
    return f'<propfind xmlns="DAV:"><prop>{props}</prop></propfind>'


def answer_of(response: Response) -> Answer:
    """A response as a client would get it, with its body whole."""
    return Answer(response.status, _headers(response.headers, response.content_type), _body(response.body))


def _headers(headers: list[tuple[str, str]], content_type: str) -> dict[str, str]:
    return {name.lower(): value for name, value in headers} | ({"content-type": content_type} if content_type else {})


def _body(body: Any) -> bytes:
    if isinstance(body, bytes):
        return body
    if isinstance(body, FileSlice):
        with body.path.open("rb") as handle:
            handle.seek(body.start)
            return handle.read(body.length)
    return _told(body) if isinstance(body, Listening) else b"".join(body)


def _told(body: Listening) -> bytes:
    """What a listener is told at once."""
    told = [body.news()]
    while told[-1].more:
        told.append(body.news())
    return b"".join(news.text for news in told)
