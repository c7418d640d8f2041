"""JSON of strangers (RFC 8259): UTF-8, bounded, and saying one thing alone."""

from __future__ import annotations

import json
from typing import Any

from a3dav_content.errors import ContentError, LimitExceeded


def loaded(body: bytes, most: int, wrong: type[ContentError]) -> Any:
    """The value of a text of at most `most` arrays and objects.

    Raises LimitExceeded, and `wrong` for what is not JSON, for a name that stands twice in an object, and for the
    numbers that JSON does not have.
    """
    if body.count(b"[") + body.count(b"{") > most:
        raise LimitExceeded("properties", "more arrays and objects than the components and properties allowed take")

    def an_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            raise wrong(f"an object has a name twice; its names are {', '.join(found)[:80]!r}")
        return found

    def a_constant(name: str) -> Any:
        raise wrong(f"{name} is no number of JSON")

    try:
        text = body.removeprefix(b"\xef\xbb\xbf").decode()
        return json.loads(text, object_pairs_hook=an_object, parse_constant=a_constant)
    except UnicodeDecodeError as error:
        raise wrong("the text is not UTF-8") from error
    except RecursionError as error:
        raise LimitExceeded("depth", "the arrays are nested too deep") from error
    except json.JSONDecodeError as error:
        raise wrong(f"the text is not JSON: {error.msg}, column {error.colno}", error.lineno) from error
    except ContentError:
        raise
    except ValueError as error:
        raise wrong("a number has too many digits") from error
