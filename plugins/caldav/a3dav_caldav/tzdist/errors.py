"""Errors of the service: problem details (RFC 9457) of the types of RFC 7808 §4.1.7."""

from __future__ import annotations

import json

from a3dav.exchange import Response

_STATUS = {"tzid-not-found": 404, "invalid-action": 404, "invalid-format": 406}


class Refused(Exception):
    """A request that the service cannot answer, by the last part of the error's name."""

    def __init__(self, error: str, detail: str) -> None:
        super().__init__(error, detail)
        self.error = error
        self.detail = detail

    def response(self) -> Response:
        status = _STATUS.get(self.error, 400)
        problem = {
            "type": f"urn:ietf:params:tzdist:error:{self.error}",
            "title": self.error.replace("-", " "),
            "status": status,
            "detail": self.detail,
        }
        return Response(status, json.dumps(problem).encode(), content_type="application/problem+json")
