"""Parameters in the query of a URL, for methods that take some."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl

from a3dav.errors import BadRequest
from a3dav.exchange import Request

MOST = 20


def parameters(request: Request, known: Mapping[str, Sequence[str] | None]) -> dict[str, str]:
    """The parameters of a request by lower-case name; raises BadRequest for one that is not known or stands twice.

    `known` maps names to the values that they may have, or None where each method judges them itself.
    """
    try:
        given = parse_qsl(request.query, keep_blank_values=True, max_num_fields=MOST, errors="strict")
    except ValueError as error:
        raise BadRequest(f"the query of the URL cannot be read: {error}") from error
    found: dict[str, str] = {}
    for name, value in given:
        if (name := name.lower()) not in known:
            raise BadRequest(f"the parameter {name[:40]!r} is not known here; there are {', '.join(known)}")
        if name in found:
            raise BadRequest(f"the parameter {name} stands twice")
        if (values := known[name]) is not None and value.lower() not in values:
            raise BadRequest(f"the parameter {name} is one of {', '.join(values)}, not {value[:40]!r}")
        found[name] = value
    return found
