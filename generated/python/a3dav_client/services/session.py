# Rendered from the description of the interface; not for editing.
"""session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Mapping, Sequence

from .._call import Call, Parameter
from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, list_of, map_of, named, or_null
from .._options import Options
from .._service import AsyncService, Service

if TYPE_CHECKING:
    from .._body import Upload
    from .._pages import AsyncPages, Pages
    from .._results import AsyncDownload, AsyncEventStream, AsyncLineStream, Download, EventStream, LineStream, Text
    from .._time import Timestamp
    from ..models.session import Session

_DOCUMENT31 = Call(
    "session.document31",
    "GET",
    "/openapi-3.1.json",
    "safe",
    result="json",
    accept="application/json",
    codec=map_of(ANY),
)
_DOCUMENT = Call(
    "session.document",
    "GET",
    "/openapi.json",
    "safe",
    result="json",
    accept="application/json",
    codec=map_of(ANY),
)
_GET = Call(
    "session.get",
    "GET",
    "/session",
    "safe",
    result="json",
    accept="application/json",
    codec=named("Session"),
)


class SessionService(Service):
    """Who is signed in, and what there is to call."""

    def document31(
        self,
        *,
        options: Options | None = None,
    ) -> Dict[str, Any]:
        """Fetch this document in OpenAPI 3.1

        The same for tools that know no later version; what 3.1 cannot say stands in extensions.
        """
        result: Dict[str, Any] = self._call(_DOCUMENT31, {}, None, options)
        return result

    def document(
        self,
        *,
        options: Options | None = None,
    ) -> Dict[str, Any]:
        """Fetch this document

        The OpenAPI 3.2 document of everything that this server serves below this place.
        """
        result: Dict[str, Any] = self._call(_DOCUMENT, {}, None, options)
        return result

    def get(
        self,
        *,
        options: Options | None = None,
    ) -> Session:
        """Tell who is signed in

        The account that the credential of this request belongs to, what this credential may be used for, and what
        the server takes.
        """
        result: Session = self._call(_GET, {}, None, options)
        return result


class AsyncSessionService(AsyncService):
    """Who is signed in, and what there is to call."""

    async def document31(
        self,
        *,
        options: Options | None = None,
    ) -> Dict[str, Any]:
        """Fetch this document in OpenAPI 3.1

        The same for tools that know no later version; what 3.1 cannot say stands in extensions.
        """
        result: Dict[str, Any] = await self._call(_DOCUMENT31, {}, None, options)
        return result

    async def document(
        self,
        *,
        options: Options | None = None,
    ) -> Dict[str, Any]:
        """Fetch this document

        The OpenAPI 3.2 document of everything that this server serves below this place.
        """
        result: Dict[str, Any] = await self._call(_DOCUMENT, {}, None, options)
        return result

    async def get(
        self,
        *,
        options: Options | None = None,
    ) -> Session:
        """Tell who is signed in

        The account that the credential of this request belongs to, what this credential may be used for, and what
        the server takes.
        """
        result: Session = await self._call(_GET, {}, None, options)
        return result
