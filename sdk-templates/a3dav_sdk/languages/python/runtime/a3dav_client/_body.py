"""Bodies of requests, each with whether it can be sent twice."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

from ._codec import Codec, plain
from ._errors import ConfigurationError
from ._json import dumps
from ._model import Model
from ._wire import Content

Upload = bytes | str | Path | IO[bytes] | Iterable[bytes] | AsyncIterable[bytes]
_CHUNK = 256 * 1024
_BOUNDARY = "a3dav-6d1b0c2e9f"


@dataclass(frozen=True, slots=True)
class Prepared:
    content: Callable[[], Content] | None
    headers: dict[str, str]
    is_repeatable: bool


def prepared(shape: str, media_type: str, codec: Codec, body: Any, random: Callable[[], float]) -> Prepared:
    if body is None:
        return Prepared(None, {}, True)
    if shape == "json":
        return _whole(dumps(codec.write(body)), media_type)
    if shape == "form":
        return _whole("&".join(_pairs(_members(body))).encode(), media_type)
    if shape == "multipart":
        return _multipart(_members(body), random)
    return _upload(body, "text/plain" if media_type == "*/*" and shape == "text" else media_type)


def _whole(data: bytes, media_type: str) -> Prepared:
    kind = media_type if media_type != "*/*" else "application/octet-stream"
    return Prepared(lambda: data, {"content-type": kind}, True)


def _upload(body: Any, media_type: str) -> Prepared:
    if isinstance(body, (bytes, str)):
        return _whole(body if isinstance(body, bytes) else body.encode(), media_type)
    headers = {"content-type": media_type if media_type != "*/*" else "application/octet-stream"}
    if isinstance(body, Path):
        headers["content-length"] = str(body.stat().st_size)
        return Prepared(lambda: _of_file(body), headers, True)
    if hasattr(body, "read"):
        return _of_stream(body, headers)
    return Prepared(lambda: body, headers, False)


def _of_file(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            yield piece


def _of_stream(stream: IO[bytes], headers: dict[str, str]) -> Prepared:
    """One that can be rewound is sent again from where it stood."""
    if not (hasattr(stream, "seekable") and stream.seekable()):
        return Prepared(lambda: iter(lambda: stream.read(_CHUNK), b""), headers, False)
    start = stream.tell()
    headers["content-length"] = str(stream.seek(0, os.SEEK_END) - start)

    def pieces() -> Iterator[bytes]:
        stream.seek(start)
        while piece := stream.read(_CHUNK):
            yield piece

    return Prepared(pieces, headers, True)


def _members(body: Any) -> Mapping[str, Any]:
    found = body.to_json() if isinstance(body, Model) else body
    if not isinstance(found, Mapping):
        raise ConfigurationError("a form is a model or a mapping")
    return found


def _pairs(members: Mapping[str, Any]) -> Iterator[str]:
    for name, value in members.items():
        for one in value if isinstance(value, (list, tuple)) else [value]:
            if one is not None:
                yield f"{quote(name, safe='')}={quote(text_of(one), safe='')}"


def text_of(value: Any) -> str:
    """A value where only text can be."""
    value = plain(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else dumps(value).decode()


def _multipart(members: Mapping[str, Any], random: Callable[[], float]) -> Prepared:
    boundary = _BOUNDARY + "".join(f"{int(random() * 16):x}" for _ in range(16))
    parts: list[bytes] = []
    for name, value in members.items():
        for one in value if isinstance(value, (list, tuple)) else [value]:
            if one is not None:
                disposition, data = _part(name, one)
                parts.append(f"--{boundary}\r\n{disposition}\r\n\r\n".encode() + data + b"\r\n")
    whole = b"".join(parts) + f"--{boundary}--\r\n".encode()
    return Prepared(lambda: whole, {"content-type": f"multipart/form-data; boundary={boundary}"}, True)


def _part(name: str, value: Any) -> tuple[str, bytes]:
    told = f'Content-Disposition: form-data; name="{_quoted(name)}"'
    if isinstance(value, Path):
        value, told = value.read_bytes(), f'{told}; filename="{_quoted(value.name)}"'
    elif hasattr(value, "read"):
        value, told = value.read(), f'{told}; filename="{_quoted(name)}"'
    elif isinstance(value, bytes):
        told = f'{told}; filename="{_quoted(name)}"'
    if isinstance(value, bytes):
        return f"{told}\r\nContent-Type: application/octet-stream", value
    return told, text_of(value).encode()


def _quoted(name: str) -> str:
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
