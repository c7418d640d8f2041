"""Lines whose values are sets or maps: keywords, categories, related objects, links, virtual locations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from a3dav_content.jscalendar.passthrough import JSID, Draft, Source, written_text
from a3dav_content.json_ids import derived, key_of
from a3dav_content.json_pointers import escaped
from a3dav_content.jsprop import unbroken
from a3dav_content.lines import Params, Property, decode_param, encode_param, split_unescaped, unescape_text

Json = dict[str, Any]
_DATA = re.compile(r"data:([^,;]*)((?:;[^,;]*)*);base64,([A-Za-z0-9+/=\s]*)", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z0-9-]{1,100}", re.ASCII)
_LINK_NAMES = ("ATTACH", "IMAGE", "URL", "LINK")
_RELATIONS = {"ATTACH": "enclosure", "IMAGE": "icon", "URL": "describedby"}
_LINK_PARAMS = {
    "ATTACH": {"FILENAME": "title", "FMTTYPE": "contentType", "SIZE": "size"},
    "IMAGE": {"FILENAME": "title", "FMTTYPE": "contentType", "SIZE": "size", "DISPLAY": "display"},
    "URL": {"LABEL": "title"},
    "LINK": {"LABEL": "title", "FMTTYPE": "contentType", "LINKREL": "rel"},
}


def said(entry: Property, name: str) -> str | None:
    """The first value of a parameter, decoded."""
    value = entry.param(name)
    return None if value is None else decode_param(value)


def language_of(entry: Property) -> str | None:
    """The language of a line, where it is one."""
    language = said(entry, "LANGUAGE") or ""
    return language if _LANGUAGE.fullmatch(language) else None


def param(name: str, value: Any) -> Params:
    return () if value is None or value == "" else ((name, (encode_param(unbroken(str(value))),)),)


def jsid(key: str, value: str, *, always: bool = False) -> Params:
    return () if key == derived(value) and not always else ((JSID, (key,)),)


def read_sets(source: Source, found: Json) -> None:
    for name, member in (("CATEGORIES", "keywords"), ("CONCEPT", "categories")):
        words: dict[str, bool] = {}
        for entry in source.all(name):
            texts = split_unescaped(entry.value, ",") if name == "CATEGORIES" else [entry.value]
            words |= dict.fromkeys((text for one in texts if (text := unescape_text(one).strip())), True)
            source.keep(member, entry)
            source.take(entry, member)
        if words:
            found[member] = words


def write_sets(draft: Draft) -> None:
    words = draft.pop("keywords") or {}
    if words:
        draft.add("keywords", "CATEGORIES", ",".join(map(written_text, words)), draft.params_of("keywords"))
    for uri in draft.pop("categories") or {}:
        draft.add("categories", "CONCEPT", uri, draft.params_of("categories"))


def read_relations(source: Source, found: Json) -> None:
    related: Json = {}
    for entry in source.all("RELATED-TO"):
        uid = entry.text.strip()
        if not uid:
            continue
        relation = related.setdefault(uid, {"@type": "Relation"})
        kind = said(entry, "RELTYPE")
        if kind:
            relation.setdefault("relation", {})[kind.lower()] = True
        path = f"relatedTo/{escaped(uid)}"
        source.keep(path, entry, {"RELTYPE"})
        source.take(entry, path)
    if related:
        found["relatedTo"] = related


def write_relations(draft: Draft) -> None:
    for uid, relation in (draft.pop("relatedTo") or {}).items():
        path = f"relatedTo/{escaped(uid)}"
        members = dict(relation)
        for kind in members.pop("relation", None) or {None: True}:
            params = (*param("RELTYPE", kind and kind.upper()), *draft.params_of(path))
            draft.add_text(path, "RELATED-TO", uid, params)
        draft.leave_all(f"{path}/", members)


def read_links(source: Source, found: Json, prefix: str = "") -> None:
    links: Json = {}
    entries = [entry for name in _LINK_NAMES for entry in source.all(name)]
    for entry in entries:
        kind = (entry.param("VALUE") or "uri").lower()
        if entry.name == "LINK" and kind != "uri":
            continue
        href = _href(entry, kind)
        if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", href):
            continue
        key = key_of(said(entry, JSID), entry.value, links)
        links[key] = _link(entry, href)
        path = f"{prefix}links/{key}"
        renamed = entry.name != _line_of(links[key], links)
        source.keep(path, entry, {*_LINK_PARAMS[entry.name], "ENCODING"}, named=renamed)
        source.take(entry, path)
    if links:
        found["links"] = links


def _href(entry: Property, kind: str) -> str:
    if kind == "binary" or (entry.param("ENCODING") or "").upper() == "BASE64":
        return f"data:{said(entry, 'FMTTYPE') or ''};base64,{entry.value}"
    return entry.value.strip()


def _link(entry: Property, href: str) -> Json:
    link: Json = {"@type": "Link", "href": href}
    for name, member in _LINK_PARAMS[entry.name].items():
        text = said(entry, name)
        if text and (name != "SIZE" or (text.isascii() and text.isdigit() and len(text) < 16)):
            link[member] = int(text) if name == "SIZE" else text.lower() if name == "DISPLAY" else text
    if entry.name in _RELATIONS:
        link["rel"] = _RELATIONS[entry.name]
    return link


def _line_of(link: Mapping[str, Any], links: Mapping[str, Any]) -> str:
    """The property that a link becomes; URL stands once."""
    kind = {rel: name for name, rel in _RELATIONS.items()}.get(str(link.get("rel")), "LINK")
    others = [other for other in links.values() if other is not link and other.get("rel") == "describedby"]
    return "LINK" if kind == "URL" and others else kind


def write_links(draft: Draft, prefix: str = "") -> None:
    links = draft.pop("links") or {}
    urls = 0
    for key, link in links.items():
        members, path = dict(link), f"{prefix}links/{key}"
        name = draft.name_of(path) or _line_of(link, {})
        urls += name == "URL"
        if (
            name not in _LINK_NAMES
            or (name == "URL" and urls > 1)
            or members.get("rel", "") != _RELATIONS.get(name, "")
        ):
            name = _line_of(link, {})
            name = "LINK" if name == "URL" and urls > 1 else name
        if members.get("rel") == _RELATIONS.get(name):
            members.pop("rel", None)
        value, kind = _written(members.pop("href"))
        params = kind
        for parameter, member in _LINK_PARAMS[name].items():
            text = members.pop(member, None)
            params += param(parameter, text.upper() if parameter == "DISPLAY" and text else text)
        rest = {member: left for member, left in members.items() if left is not None and member != "@type"}
        params += (*jsid(key, value, always=bool(rest)), *draft.params_of(path))
        draft.add(path, name, value, params)
        draft.leave_all(f"{path}/", rest)


def _written(href: str) -> tuple[str, Params]:
    data = _DATA.fullmatch(href)
    if data is not None and not data[2]:
        return re.sub(r"\s", "", data[3]), (("ENCODING", ("BASE64",)), ("VALUE", ("BINARY",)))
    return href, ()


def read_conferences(source: Source, found: Json) -> None:
    places: Json = {}
    for entry in source.all("CONFERENCE"):
        key = key_of(said(entry, JSID), entry.value, places)
        place: Json = {"@type": "VirtualLocation", "uri": entry.value.strip()}
        features = [word for value in entry.params_named("FEATURE") for word in value.lower().split(",") if word]
        if features:
            place["features"] = dict.fromkeys(features, True)
        if label := said(entry, "LABEL"):
            place["name"] = label
        places[key] = place
        path = f"virtualLocations/{key}"
        source.keep(path, entry, {"FEATURE", "LABEL"})
        source.take(entry, path)
    if places:
        found["virtualLocations"] = places


def write_conferences(draft: Draft) -> None:
    for key, place in (draft.pop("virtualLocations") or {}).items():
        members, path = dict(place), f"virtualLocations/{key}"
        uri = members.pop("uri")
        features = tuple(word.upper() for word in members.pop("features", None) or {})
        params: Params = (("VALUE", ("URI",)),)
        params += (("FEATURE", features),) if features else ()
        params += param("LABEL", members.pop("name", None))
        rest = {member: left for member, left in members.items() if left is not None and member != "@type"}
        params += (*jsid(key, uri, always=bool(rest)), *draft.params_of(path))
        draft.add(path, "CONFERENCE", uri, params)
        draft.leave_all(f"{path}/", rest)
