"""One value: reading it as the type of its setting, and the words for what a setting accepts."""

from __future__ import annotations

import json
import re
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from a3dav.config.fields import INT64, Setting
from a3dav.errors import PluginError

_FLAGS = {
    "true": True,
    "yes": True,
    "on": True,
    "1": True,
    "false": False,
    "no": False,
    "off": False,
    "0": False,
}
_SIZES = {"": 1, "kib": 2**10, "mib": 2**20, "gib": 2**30, "tib": 2**40}
_SIZE = re.compile(r"(\d{1,19}) ?([KMGT]iB)?", re.IGNORECASE | re.ASCII)
_INTEGER = re.compile(r"-?\d{1,19}", re.ASCII)
_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
_SHOWN = 60


class WrongValueError(Exception):
    """The value does not fit the setting."""


def read_value(setting: Setting, value: object, *, is_text: bool) -> object:
    """Raises WrongValueError where the value does not fit; texts stand for any type if `is_text`."""
    kind, optional = _without_none(setting.kind)
    if value is None and optional:
        return None
    if kind is bool:
        return _flag(value, is_text=is_text)
    if kind is int:
        return _number(setting, value, is_text=is_text)
    if kind is str:
        return _text(value)
    if get_origin(kind) is Literal:
        return _choice(get_args(kind), value)
    if kind == tuple[str, ...]:
        return _list(value, is_text=is_text)
    raise PluginError(f"the setting {setting.name} has the type {kind}, which no configuration file can hold")


def accepted(setting: Setting) -> str:
    """The words for what the setting accepts."""
    kind, _ = _without_none(setting.kind)
    if kind is bool:
        return "true or false"
    if kind is int:
        return _accepted_number(setting)
    if get_origin(kind) is Literal:
        return " or ".join(json.dumps(choice) for choice in get_args(kind))
    return "a text" if kind is str else "a list of texts"


def shown(value: object) -> str:
    """The value on one line, cut where it is long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value) if abs(value) <= INT64 else "a number that is too large"
    if isinstance(value, str):
        return json.dumps(value if len(value) <= _SHOWN else value[:_SHOWN] + "…", ensure_ascii=not value.isprintable())
    if isinstance(value, list | tuple):
        return "a list" if all(isinstance(item, str) for item in value) else "a list of other things"
    if isinstance(value, dict):
        return "a section"
    return "nothing" if value is None else f"a {type(value).__name__}"


def _without_none(kind: Any) -> tuple[Any, bool]:
    choices = get_args(kind)
    if NoneType not in choices:
        return kind, False
    return next(choice for choice in choices if choice is not NoneType), True


def _flag(value: object, *, is_text: bool) -> bool:
    if isinstance(value, bool):
        return value
    if is_text and (flag := _FLAGS.get(str(value).lower())) is not None:
        return flag
    raise WrongValueError


def _number(setting: Setting, value: object, *, is_text: bool) -> int:
    if isinstance(value, str):
        value = _number_of(setting, value, is_text=is_text)
    if isinstance(value, bool) or not isinstance(value, int):
        raise WrongValueError
    if not setting.minimum <= value <= setting.maximum:
        raise WrongValueError
    return value


def _number_of(setting: Setting, text: str, *, is_text: bool) -> int | None:
    if is_size(setting) and (size := _SIZE.fullmatch(text)):
        return int(size[1]) * _SIZES[(size[2] or "").lower()]
    return int(text) if is_text and _INTEGER.fullmatch(text) else None


def is_size(setting: Setting) -> bool:
    return setting.unit.startswith("bytes")


def _text(value: object) -> str:
    if not isinstance(value, str) or _UNSTORABLE.search(value):
        raise WrongValueError
    return value


def _choice(choices: tuple[str, ...], value: object) -> str:
    if isinstance(value, str) and value in choices:
        return value
    raise WrongValueError


def _list(value: object, *, is_text: bool) -> tuple[str, ...]:
    if is_text:
        return tuple(item for part in str(value).split(",") if (item := part.strip()))
    if not isinstance(value, list | tuple):
        raise WrongValueError
    return tuple(_text(item) for item in value)


def _accepted_number(setting: Setting) -> str:
    unit = f" of {setting.unit}" if setting.unit else ""
    if setting.maximum == INT64:
        return f"a whole number{unit}, {setting.minimum} or more"
    return f"a whole number{unit} from {setting.minimum} to {setting.maximum}"
