"""Requests over DAV as openapi/dav.yaml allows them, and as it does not: of its verbs, headers, schemas and registries."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import yaml
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .dav_bodies import CONTENTS, grown

DOCUMENT: dict[str, Any] = yaml.safe_load((Path(__file__).parents[2] / "openapi" / "dav.yaml").read_text("utf-8"))
PATHS = (
    "/", "/calendars/", "/calendars/{person}/", "/calendars/{person}/team/", "/calendars/{person}/team/lunch.ics",
    "/calendars/{person}/team/none.ics", "/calendars/{person}/team", "/calendars/{person}/new/",
    "/addressbooks/{person}/", "/addressbooks/{person}/people/", "/addressbooks/{person}/people/bob.vcf",
    "/files/{person}/", "/files/{person}/folder/", "/files/{person}/folder/a.txt", "/files/{person}/b%2Fc",
    "/files/{person}/%C3%BCber%20alles", "/files/{person}/%ff", "/files/{person}/../x", "/files/nobody/",
    "/principals/", "/principals/users/{person}/", "/principals/users/nobody/", "/scheduling/{person}/inbox/",
    "/scheduling/{person}/outbox/", "/notifications/{person}/", "/.well-known/caldav", "/nothing/at/all",
)  # fmt: skip
TEAM, PEOPLE, FOLDER = "/calendars/{person}/team/", "/addressbooks/{person}/people/", "/files/{person}/folder/"
OBJECTS = (f"{TEAM}lunch.ics", f"{PEOPLE}bob.vcf", f"{FOLDER}a.txt")
FITTING = {
    "MKCALENDAR": ("/calendars/{person}/new/",), "MKCOL": ("/files/{person}/new/", "/addressbooks/{person}/new/"),
    "COPY": (*OBJECTS, FOLDER), "MOVE": (*OBJECTS, FOLDER, TEAM), "DELETE": (*OBJECTS, TEAM), "LOCK": (*OBJECTS, TEAM),
    "UNLOCK": OBJECTS, "PUT": (*OBJECTS, f"{TEAM}new.ics", f"{FOLDER}new.txt"), "GET": (*OBJECTS, TEAM), "HEAD": OBJECTS,
    "POST": (TEAM, PEOPLE, "/scheduling/{person}/outbox/"), "ACL": (TEAM, PEOPLE),
}  # fmt: skip
"""Where a verb does something; all others fit everywhere."""
NEW = tuple(
    "{url}" + path for path in (f"{TEAM}copy.ics", f"{PEOPLE}copy.vcf", f"{FOLDER}copy.txt", "/files/{person}/copy/")
)
KNOWN_HEADERS = {
    "Prefer": ("return=minimal", "return=representation", "depth-noroot", "handling=lenient, wait=1"),
    "If": ("(<{lock}>)", '(["no-etag"])', "(Not <DAV:no-lock>)", "</calendars/{person}/team/lunch.ics> (<{lock}>)"),
    "If-Match": ("*", '"none"', '{etag}', 'W/"weak", {etag}'), "If-None-Match": ("*", '"none"', "{etag}"),
    "Destination": (*NEW * 9, *(f"{origin}{path}" for origin in ("{url}", "", "http://example.org") for path in PATHS[2:])),
    "Lock-Token": ("<{lock}>", "<urn:uuid:00000000-0000-0000-0000-000000000000>"),
}  # fmt: skip
_JUNK = st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=12)


@dataclass(frozen=True, slots=True)
class Asked:
    """`{person}`, `{url}`, `{etag}` and `{lock}` in it are filled in when it is sent."""

    method: str
    path: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


def operations() -> dict[str, dict[str, Any]]:
    """Each verb and what the document says of it."""
    (item,) = DOCUMENT["paths"].values()
    plain = {verb.upper(): told for verb, told in item.items() if "operationId" in told}
    return {**plain, **item["additionalOperations"]}


def resolved(told: dict[str, Any]) -> dict[str, Any]:
    found: Any = told
    while "$ref" in found:
        place = found["$ref"].removeprefix("#/").split("/")
        found = DOCUMENT
        for part in place:
            found = found[part]
    assert isinstance(found, dict)
    return found


def requests(verb: str) -> SearchStrategy[Asked]:
    told = operations()[verb]
    headers = [header(resolved(one)) for one in told.get("parameters", ())]
    content = resolved(told.get("requestBody", {})).get("content", {})
    return st.builds(
        lambda path, given, body: Asked(verb, path, (*filter(None, given), *body[0]), body[1]),
        paths(verb), st.tuples(*headers), bodies(content),
    )  # fmt: skip


def paths(verb: str) -> SearchStrategy[str]:
    fitting = st.sampled_from(FITTING.get(verb, (*OBJECTS, TEAM, PEOPLE, FOLDER, "/principals/users/{person}/")))
    return often(fitting, st.sampled_from(PATHS), 3)


def often(one: SearchStrategy[Any], other: SearchStrategy[Any], times: int) -> SearchStrategy[Any]:
    """The one so many times as the other; hypothesis likes the ends of a range, so the other is not there."""
    return st.integers(0, times).flatmap(lambda number: other if number == (times + 1) // 2 else one)


def header(told: dict[str, Any]) -> SearchStrategy[tuple[str, str] | None]:
    """One that the document allows, one that it does not, or none, which is one of the two."""
    name = told["name"]
    known = st.sampled_from(told["schema"].get("enum") or KNOWN_HEADERS[name])
    given = st.tuples(st.just(name), often(known, _JUNK, 9))
    return often(given, st.none(), 9) if told.get("required") else often(st.none(), given, 1)


def bodies(content: dict[str, Any]) -> SearchStrategy[tuple[tuple[tuple[str, str], ...], bytes]]:
    """Headers and bytes."""
    if not content:
        return st.just(((), b""))
    if "*/*" in content:
        return st.sampled_from(CONTENTS).map(lambda one: ((("Content-Type", one[0]),), one[1]))
    schema = content["application/xml"]["schema"]["$ref"].rpartition("/")[2]
    kinds = often(st.sampled_from(["application/xml", "text/xml; charset=utf-8"]), st.just("text/plain"), 9)
    return st.tuples(kinds.map(lambda kind: (("Content-Type", kind),)), xml(schema))


def xml(schema: str) -> SearchStrategy[bytes]:
    """What the schema allows, most of the time, and that with a fault in it."""
    whole = element(schema).map(lambda root: ElementTree.tostring(root, "utf-8", xml_declaration=True))
    cut = st.builds(lambda data, part: data[: int(len(data) * part)], whole, st.floats(0, 1))
    typed = whole.map(lambda data: data.replace(b"?>", b'?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>', 1))
    spoilt = st.builds(
        lambda data, old, new: data.replace(old, new), whole, st.sampled_from([b">", b":", b"="]), st.binary(max_size=3)
    )
    other = st.sampled_from(["Propfind", "Set", "Report", "LockInfo"]).flatmap(
        lambda one: element(one).map(ElementTree.tostring)
    )
    return often(whole, st.one_of(cut, typed, spoilt, other, st.just(b"")), 5)


def element(schema: str) -> SearchStrategy[Element]:
    if schema == "Report":
        return st.sampled_from(DOCUMENT["x-dav-reports"]).flatmap(lambda one: grown(clark(one), known_properties()))
    told = DOCUMENT["components"]["schemas"][schema]["xml"]
    return grown(clark(told), known_properties())


def clark(one: dict[str, Any]) -> str:
    return f"{{{one['namespace']}}}{one['name']}"


def known_properties() -> dict[str, str]:
    """Each property of the registry and the kind of its value."""
    return {clark(one): one["value"] for one in DOCUMENT["x-dav-properties"]}
