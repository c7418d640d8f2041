"""Judges values by the schemas of the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from a3dav_rest.compiling import Place
from a3dav_rest.merging import Document

MOST_ERRORS = 20
_URN = "urn:a3dav:rest"


def pointer(steps: Sequence[object]) -> str:
    """A JSON Pointer (RFC 6901)."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)


class Judge:
    """Makes a validator of a schema when it is first asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._validator = cache(self._make)

    def _make(self, place: Place) -> Any:
        # Half of what starting takes, and asked for by requests alone.
        from jsonschema import Draft202012Validator, FormatChecker
        from referencing import Registry, Resource
        from referencing.jsonschema import DRAFT202012

        whole = Resource.from_contents(self._document, default_specification=DRAFT202012)
        registry: Any = Registry().with_resource(_URN, whole)
        checker = FormatChecker(formats=["date"])
        return Draft202012Validator({"$ref": f"{_URN}#{pointer(place)}"}, registry=registry, format_checker=checker)

    def errors(self, place: Place, value: object) -> Iterator[tuple[Sequence[object], str]]:
        """What is wrong with a value: where, and a sentence."""
        for count, error in enumerate(self._validator(place).iter_errors(value)):
            if count == MOST_ERRORS:
                return
            yield list(error.absolute_path), _sentence(error)


def _sentence(error: Any) -> str:
    """What the schema wants, without the value, which may be long, and may be a secret."""
    wanted = {
        "type": "is to be of the type {}", "enum": "is to be one of {}", "required": "lacks what is required: {}",
        "pattern": "does not match {}", "minLength": "has fewer characters than {}", "const": "is to be {}",
        "maxLength": "has more characters than {}", "minimum": "is less than {}", "maximum": "is more than {}",
        "minItems": "has fewer entries than {}", "maxItems": "has more entries than {}", "format": "is to be a {}",
        "maxProperties": "has more members than {}", "minProperties": "has fewer members than {}",
        "additionalProperties": "has members that are not known here",
    }  # fmt: skip
    form = wanted.get(error.validator, "does not satisfy {}")
    names = error.validator_value
    if error.validator == "required":
        names = [name for name in names if name not in error.instance]
    shown = ", ".join(map(str, names)) if isinstance(names, list) else str(names)
    return form.format(shown[:200] if not isinstance(names, dict) else error.validator)
