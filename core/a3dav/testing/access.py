"""Access control lists as a client writes and reads them (RFC 3744 §5.5)."""

from __future__ import annotations

from typing import Any

from a3dav.testing.client import Answer, Client

READ_FREE_BUSY = "{urn:ietf:params:xml:ns:caldav}read-free-busy"


def element(name: str) -> str:
    """An empty element of a Clark name, or of a local name of DAV:."""
    namespace, _, local = name[1:].partition("}") if name.startswith("{") else ("DAV:", "", name)
    return f'<x:{local} xmlns:x="{namespace}"/>'


def principal(whom: str) -> str:
    """A path, the local name of an element such as `all`, or `property:` and a name."""
    if whom.startswith("property:"):
        return f"<property>{element(whom.removeprefix('property:'))}</property>"
    return f"<href>{whom}</href>" if "/" in whom or ":" in whom else element(whom)


def grant(whom: str, *privileges: str, verdict: str = "grant", invert: bool = False, mark: str = "") -> str:
    about = f"<principal>{principal(whom)}</principal>"
    about = f"<invert>{about}</invert>" if invert else about
    names = "".join(f"<privilege>{element(name)}</privilege>" for name in privileges)
    return f"<ace>{about}<{verdict}>{names}</{verdict}>{mark}</ace>"


def deny(whom: str, *privileges: str, invert: bool = False) -> str:
    return grant(whom, *privileges, verdict="deny", invert=invert)


def set_acl(client: Client, path: str, *entries: str, **headers: str) -> Answer:
    return client.request("ACL", path, f'<acl xmlns="DAV:">{"".join(entries)}</acl>', **headers)


def share(client: Client, path: str, *entries: str) -> None:
    answer = set_acl(client, path, *entries)
    assert answer.status == 200, f"{answer.status}: {answer.text[:500]}"


def entries_of(client: Client, path: str) -> list[tuple[str, str, frozenset[str], str]]:
    """The list as it is shown: whom, verdict, local names of privileges, and what marks it as no list's own."""
    name = "{DAV:}acl"
    return [_shown(ace) for ace in client.propfind(path, name).multistatus[path].found[name]]


def _shown(ace: Any) -> tuple[str, str, frozenset[str], str]:
    about = ace[0]
    inverted = "not " if about.tag == "{DAV:}invert" else ""
    whom = about[0][0] if inverted else about[0]
    text = whom.text or ("property:" + whom[0].tag if len(whom) else whom.tag.partition("}")[2])
    names = frozenset(privilege[0].tag.partition("}")[2] for privilege in ace[1])
    mark = next((f"{m.tag.partition('}')[2]} {m.findtext('{DAV:}href', '')}".strip() for m in ace[2:]), "")
    return inverted + text, ace[1].tag.partition("}")[2], names, mark


def missing(answer: Answer) -> list[tuple[str, str]]:
    """Where which privilege is missing, as DAV:need-privileges tells (RFC 3744 §7.1.1)."""
    assert answer.status == 403, f"{answer.status}: {answer.text[:500]}"
    return [
        (resource.findtext("{DAV:}href"), resource.find("{DAV:}privilege")[0].tag.partition("}")[2])
        for resource in answer.xml.iterfind("{DAV:}need-privileges/{DAV:}resource")
    ]
