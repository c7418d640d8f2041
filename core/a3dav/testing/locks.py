"""Locks as clients ask for them (RFC 4918 §9.10)."""

from __future__ import annotations

from a3dav.testing.client import Answer, Client


def lockinfo(scope: str = "exclusive", owner: str = "<href>mailto:alice@example.org</href>") -> str:
    return (
        f'<lockinfo xmlns="DAV:"><lockscope><{scope}/></lockscope><locktype><write/></locktype>'
        f"<owner>{owner}</owner></lockinfo>"
    )


LOCKINFO = lockinfo()


def lock(client: Client, path: str, scope: str = "exclusive", **headers: str) -> Answer:
    return client.request("LOCK", path, lockinfo(scope), **headers)


def token_of(answer: Answer) -> str:
    return answer.headers["lock-token"].strip("<>")
