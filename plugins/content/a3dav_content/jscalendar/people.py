"""Participants (RFC 8984 §4.4.4 to §4.4.6) from and to ORGANIZER and ATTENDEE."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from a3dav_content.itip.addresses import normal
from a3dav_content.jscalendar.lists import jsid, language_of, param, said
from a3dav_content.jscalendar.passthrough import JSID, Draft, Source
from a3dav_content.json_ids import key_of
from a3dav_content.json_pointers import escaped
from a3dav_content.lines import Params, Property, decode_param

Json = dict[str, Any]
_MAILTO = "mailto:"
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.", re.ASCII)
_KINDS = {"INDIVIDUAL": "individual", "GROUP": "group", "RESOURCE": "resource", "ROOM": "location"}
_CUTYPES = {kind: name for name, kind in _KINDS.items()}
_ROLES: dict[str, tuple[str, ...]] = {
    "CHAIR": ("attendee", "chair"),
    "OPT-PARTICIPANT": ("attendee", "optional"),
    "NON-PARTICIPANT": ("informational",),
    "REQ-PARTICIPANT": ("attendee",),
}
_STATUSES = ("needs-action", "accepted", "declined", "tentative", "delegated")
_PROGRESS = {"COMPLETED": "completed", "IN-PROCESS": "in-process", "FAILED": "failed"}
_SETS = {"DELEGATED-TO": "delegatedTo", "DELEGATED-FROM": "delegatedFrom", "MEMBER": "memberOf"}
_TEXTS = {"CN": "name", "EMAIL": "email", "LANGUAGE": "language"}
_FORCED = {"ATTENDEE": "REQUEST", "ORGANIZER": "REPLY"}


def _methods(address: str) -> dict[str, str]:
    return {"imip" if address.lower().startswith(_MAILTO) else "other": address}


def read_people(source: Source, found: Json) -> None:
    people: Json = {}
    keys: dict[str, str] = {}
    for entry in source.all("ATTENDEE"):
        address = entry.value.strip()
        if not _ADDRESS.match(address):
            continue
        key = key_of(said(entry, JSID), address, people)
        keys.setdefault(normal(address), key)
        people[key] = {"@type": "Participant", "sendTo": _methods(address)}
    for key, entry in zip(list(people), _addressed(source), strict=True):
        _read_attendee(people[key], entry, keys, task=source.component.name == "VTODO")
        path = f"participants/{key}"
        source.keep(path, entry, _known(entry, people[key]))
        source.take(entry, path)
    organizer = next((entry for entry in source.all("ORGANIZER") if _ADDRESS.match(entry.value.strip())), None)
    if organizer is not None:
        _read_organizer(source, organizer, found, people, keys)
    if people:
        found["participants"] = people


def _addressed(source: Source) -> list[Property]:
    return [entry for entry in source.all("ATTENDEE") if _ADDRESS.match(entry.value.strip())]


def _read_attendee(person: Json, entry: Property, keys: Mapping[str, str], *, task: bool) -> None:
    _read_texts(person, entry)
    if kind := _KINDS.get((entry.param("CUTYPE") or "").upper()):
        person["kind"] = kind
    person["roles"] = dict.fromkeys(_ROLES.get((entry.param("ROLE") or "").upper(), ("attendee",)), True)
    status = (entry.param("PARTSTAT") or "").upper()
    if status.lower() in _STATUSES:
        person["participationStatus"] = status.lower()
    elif task and status in _PROGRESS:
        person |= {"participationStatus": "accepted", "progress": _PROGRESS[status]}
    if (entry.param("RSVP") or "").upper() == "TRUE":
        person["expectReply"] = True
    for name, member in _SETS.items():
        resolved = _resolved(entry, name, keys)
        if resolved:
            person[member] = resolved


def _read_texts(person: Json, entry: Property) -> None:
    for name, member in _TEXTS.items():
        if text := language_of(entry) if name == "LANGUAGE" else said(entry, name):
            person[member] = text
    if sender := _mailbox(said(entry, "SENT-BY")):
        person["sentBy"] = sender
    if agent := entry.param("SCHEDULE-AGENT"):
        person["scheduleAgent"] = agent.lower()
    if (entry.param("SCHEDULE-FORCE-SEND") or "").upper() == _FORCED[entry.name]:
        person["scheduleForceSend"] = True
    codes = [code for value in entry.params_named("SCHEDULE-STATUS") for code in value.split(",") if code]
    if codes:
        person["scheduleStatus"] = codes


def _mailbox(address: str | None) -> str | None:
    return address[len(_MAILTO) :] if address and address.lower().startswith(_MAILTO) else None


def _resolved(entry: Property, name: str, keys: Mapping[str, str]) -> dict[str, bool] | None:
    """The ids of those that a parameter names, if all of them are participants."""
    ids = [keys.get(normal(decode_param(address))) for address in entry.params_named(name)]
    return dict.fromkeys((one for one in ids if one), True) if ids and all(ids) else None


def _known(entry: Property, person: Json) -> set[str]:
    """The parameters that a participant says itself."""
    known = {name for name, member in (_TEXTS | _SETS).items() if member in person}
    known |= {name for name in ("RSVP",) if (entry.param(name) or "").upper() in {"TRUE", "FALSE"}}
    if (entry.param("ROLE") or "").upper() in _ROLES:
        known.add("ROLE")
    if "kind" in person:
        known.add("CUTYPE")
    for name, member in (
        ("PARTSTAT", "participationStatus"), ("SENT-BY", "sentBy"), ("SCHEDULE-AGENT", "scheduleAgent"),
        ("SCHEDULE-FORCE-SEND", "scheduleForceSend"), ("SCHEDULE-STATUS", "scheduleStatus"),
    ):  # fmt: skip
        if member in person:
            known.add(name)
    return known


def _read_organizer(source: Source, entry: Property, found: Json, people: Json, keys: Mapping[str, str]) -> None:
    address = entry.value.strip()
    found["replyTo"] = _methods(address)
    key = keys.get(normal(address))
    if key is None:
        key = key_of(said(entry, JSID), address, people)
        people[key] = {"@type": "Participant", "sendTo": _methods(address), "roles": {"owner": True}}
        _read_texts(people[key], entry)
        known = _known(entry, people[key])
    else:
        own: Json = {}
        _read_texts(own, entry)
        people[key]["roles"] = {"owner": True, **people[key]["roles"]}
        known = {name for name in _known(entry, own) if _says(people[key], name, own)}
    source.keep("replyTo", entry, known)
    source.take(entry, "replyTo")


def _says(person: Json, name: str, own: Json) -> bool:
    member = _TEXTS.get(name) or {"SENT-BY": "sentBy"}.get(name)
    return member is not None and person.get(member) == own.get(member)


def write_people(draft: Draft) -> None:
    people: Json = draft.pop("participants") or {}
    reply = dict(draft.pop("replyTo") or {})
    owner = _owner(people, reply)
    address = reply.pop("imip", None) or reply.pop("other", None) or reply.pop("web", None)
    if address is None and owner is not None:
        address = _address(people[owner])
    if address is not None:
        _write_organizer(draft, address, owner, people)
        draft.leave_all("replyTo/", reply)
    addresses = {key: _address(person) for key, person in people.items()}
    for key, person in people.items():
        alone = address is not None and key == owner and set(person.get("roles") or ()) <= {"owner"}
        if addresses[key] is None:
            draft.leave(f"participants/{key}", person)
        elif alone and not _is_more_than_owner(person):
            rest = {name: value for name, value in person.items() if name not in {*_OWN, "roles", "sendTo"}}
            draft.leave_all(f"participants/{key}/", rest)
        else:
            _write_attendee(draft, key, person, addresses, is_owner=key == owner and address is not None)


_OWN = ("name", "language", "email", "sentBy", "scheduleAgent", "scheduleForceSend", "scheduleStatus")


def _is_more_than_owner(person: Json) -> bool:
    """Whether ORGANIZER cannot say all that ATTENDEE can."""
    members = ("kind", "participationStatus", "progress", "expectReply", *_SETS.values())
    return any(person.get(name) for name in members)


def _address(person: Json) -> str | None:
    ways = person.get("sendTo") or {}
    address = ways.get("imip") or ways.get("other") or next(iter(ways.values()), None)
    return address or (f"{_MAILTO}{person['email']}" if person.get("email") else None)


def _owner(people: Json, reply: Mapping[str, str]) -> str | None:
    wanted = {normal(address) for address in reply.values()}
    owners = [key for key, person in people.items() if (person.get("roles") or {}).get("owner")]
    exact = [key for key in owners if normal(_address(people[key]) or "") in wanted]
    return next(iter(exact or ([] if wanted else owners)), None)


def _write_organizer(draft: Draft, address: str, owner: str | None, people: Json) -> None:
    person = people[owner] if owner is not None else {}
    attends = bool(set(person.get("roles") or ()) - {"owner"}) or _is_more_than_owner(person)
    params = _texts(person, "ORGANIZER", attends=attends)
    if owner is not None and not attends:
        params += jsid(owner, address)
    draft.add("replyTo", "ORGANIZER", address, (*params, *draft.params_of("replyTo", {name for name, _ in params})))


def _texts(person: Json, name: str, *, attends: bool = False) -> Params:
    params: Params = ()
    for parameter, member in _TEXTS.items():
        params += param(parameter, person.get(member))
    if person.get("sentBy"):
        params += param("SENT-BY", f"{_MAILTO}{person['sentBy']}")
    if not attends:
        params += param("SCHEDULE-AGENT", str(person.get("scheduleAgent") or "").upper())
        params += (("SCHEDULE-FORCE-SEND", (_FORCED[name],)),) if person.get("scheduleForceSend") else ()
        params += param("SCHEDULE-STATUS", ",".join(person.get("scheduleStatus") or ()))
    return params


def _write_attendee(
    draft: Draft, key: str, person: Json, addresses: Mapping[str, str | None], *, is_owner: bool
) -> None:
    address, path = addresses[key] or "", f"participants/{key}"
    left = {name: value for name, value in person.items() if value is not None and name not in {"@type", *_OWN}}
    left.pop("sendTo", None)
    rest: Json = {}
    ways = {name: uri for name, uri in (person.get("sendTo") or {}).items() if uri != address}
    rest |= {f"sendTo/{escaped(name)}": uri for name, uri in ways.items()}
    params = _texts(person, "ATTENDEE")
    params += param("CUTYPE", _taken(left, "kind", _CUTYPES))
    params += _role(left, rest, is_owner=is_owner)
    params += param("PARTSTAT", _status(left))
    params += (("RSVP", ("TRUE",)),) if left.pop("expectReply", None) else ()
    for name, member in _SETS.items():
        named = left.get(member) or {}
        known = [addresses.get(one) for one in named]
        if known and all(known):
            left.pop(member)
            params += ((name, tuple(str(one) for one in known)),)
    rest |= {escaped(name): value for name, value in left.items() if name != "iCalendar"}
    params += jsid(key, address, always=bool(rest))
    params += draft.params_of(path, {name for name, _ in params})
    draft.add(path, "ATTENDEE", address, params)
    for pointer, value in rest.items():
        draft.leave(f"{path}/{pointer}", value)


def _taken(left: Json, member: str, names: Mapping[str, str]) -> str | None:
    found = names.get(left.get(member, ""))
    if found is not None:
        left.pop(member)
    return found


def _role(left: Json, rest: Json, *, is_owner: bool) -> Params:
    roles = {role for role, has in (left.pop("roles", None) or {}).items() if has}
    if is_owner:
        roles.discard("owner")
    name = next((name for name, said_roles in _ROLES.items() if said_roles[-1] in roles), "REQ-PARTICIPANT")
    rest |= {f"roles/{escaped(role)}": True for role in sorted(roles - set(_ROLES[name]))}
    return () if name == "REQ-PARTICIPANT" else (("ROLE", (name,)),)


def _status(left: Json) -> str | None:
    status, progress = left.get("participationStatus"), left.get("progress")
    if status == "accepted" and progress in _PROGRESS.values():
        left.pop("progress"), left.pop("participationStatus")
        return next(name for name, value in _PROGRESS.items() if value == progress)
    if status in _STATUSES:
        return str(left.pop("participationStatus")).upper()
    return None
