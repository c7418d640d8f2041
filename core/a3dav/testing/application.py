"""Requests as a server would hand them to the application, without one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from a3dav.testing.client import Client

Application = Callable[[dict[str, Any], Any, Any], Awaitable[None]]


async def ask(
    application: Application, client: Client, method: str, path: str, body: bytes = b"", **headers: str
) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of an answer; header names may be written with underscores."""
    sent = {"host": "localhost", "content-length": str(len(body)), "authorization": client.authorization}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "scheme": "http", "method": method,
        "path": path, "raw_path": path.encode(), "query_string": b"", "client": ("127.0.0.1", 1), "server": ("x", 1),
        "headers": [(name.encode(), value.encode()) for name, value in sent.items()],
    }  # fmt: skip
    messages: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        messages.append(message)

    await application(scope, receive, send)
    received = {name.decode(): value.decode() for name, value in messages[0]["headers"]}
    return messages[0]["status"], received, b"".join(message.get("body", b"") for message in messages[1:])
