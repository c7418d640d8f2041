# Rendered from the description of the interface; not for editing.
"""invitations."""

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
    from ..models.invitation import Invitation
    from ..models.invitation_answer import InvitationAnswer
    from ..models.invitation_state import InvitationState

_LIST = Call(
    "invitations.list",
    "GET",
    "/invitations",
    "safe",
    parameters=[
        Parameter("query:state", "state", "state", "query", "form", True, named("InvitationState")),
        Parameter("query:limit", "limit", "limit", "query", "form", True, INTEGER),
        Parameter("query:cursor", "cursor", "cursor", "query", "form", True, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("Invitation"),
    cursor="query:cursor",
    items="items",
    next="next",
)
_ANSWER = Call(
    "invitations.answer",
    "PUT",
    "/invitations/{invitationId}/answer",
    "idempotent",
    parameters=[
        Parameter("path:invitationId", "invitationId", "invitation_id", "path", "simple", False, TEXT),
    ],
    body="json",
    body_type="application/json",
    body_codec=named("InvitationAnswer"),
    result="json",
    accept="application/json",
    codec=named("Invitation"),
)


class InvitationsService(Service):
    """What others offer to share."""

    def list(
        self,
        *,
        state: InvitationState | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> Pages[Invitation]:
        """List invitations

        What others offered to share, whatever one made of it, the oldest first.

        state: Those in this state alone. limit: How many entries a page has at most. cursor: What `next` of the
        page before said; without it, the first page.
        """
        given = {
            "query:state": state,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_LIST, given, None, options)

    def answer(
        self,
        invitation_id: str,
        body: InvitationAnswer,
        *,
        options: Options | None = None,
    ) -> Invitation:
        """Accept or decline an invitation

        What is accepted stands among one's own calendars or address books; what is declined does not, or no more.

        invitation_id: The invitation.
        """
        given = {
            "path:invitationId": invitation_id,
        }
        result: Invitation = self._call(_ANSWER, given, body, options)
        return result


class AsyncInvitationsService(AsyncService):
    """What others offer to share."""

    def list(
        self,
        *,
        state: InvitationState | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> AsyncPages[Invitation]:
        """List invitations

        What others offered to share, whatever one made of it, the oldest first.

        state: Those in this state alone. limit: How many entries a page has at most. cursor: What `next` of the
        page before said; without it, the first page.
        """
        given = {
            "query:state": state,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_LIST, given, None, options)

    async def answer(
        self,
        invitation_id: str,
        body: InvitationAnswer,
        *,
        options: Options | None = None,
    ) -> Invitation:
        """Accept or decline an invitation

        What is accepted stands among one's own calendars or address books; what is declined does not, or no more.

        invitation_id: The invitation.
        """
        given = {
            "path:invitationId": invitation_id,
        }
        result: Invitation = await self._call(_ANSWER, given, body, options)
        return result
