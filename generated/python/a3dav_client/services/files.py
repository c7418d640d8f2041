# Rendered from the description of the interface; not for editing.
"""files."""

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
    from ..models.file import File
    from ..models.file_update import FileUpdate
    from ..models.new_folder import NewFolder

_LIST = Call(
    "files.list",
    "GET",
    "/files",
    "safe",
    parameters=[
        Parameter("query:folder", "folder", "folder", "query", "form", True, TEXT),
        Parameter("query:text", "text", "text", "query", "form", True, TEXT),
        Parameter("query:limit", "limit", "limit", "query", "form", True, INTEGER),
        Parameter("query:cursor", "cursor", "cursor", "query", "form", True, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("File"),
    cursor="query:cursor",
    items="items",
    next="next",
)
_CREATE = Call(
    "files.create",
    "POST",
    "/files",
    "keyed",
    body="json",
    body_type="application/json",
    body_codec=named("NewFolder"),
    result="json",
    accept="application/json",
    codec=named("File"),
)
_UPLOAD = Call(
    "files.upload",
    "POST",
    "/files/content",
    "keyed",
    parameters=[
        Parameter("query:folder", "folder", "folder", "query", "form", True, TEXT),
        Parameter("query:name", "name", "name", "query", "form", True, TEXT),
    ],
    body="bytes",
    body_type="*/*",
    body_codec=BYTES,
    result="json",
    accept="application/json",
    codec=named("File"),
)
_ROOT = Call(
    "files.root",
    "GET",
    "/files/root",
    "safe",
    result="json",
    accept="application/json",
    codec=named("File"),
)
_GET = Call(
    "files.get",
    "GET",
    "/files/{fileId}",
    "safe",
    parameters=[
        Parameter("path:fileId", "fileId", "file_id", "path", "simple", False, TEXT),
    ],
    result="json",
    accept="application/json",
    codec=named("File"),
)
_DELETE = Call(
    "files.delete",
    "DELETE",
    "/files/{fileId}",
    "idempotent",
    parameters=[
        Parameter("path:fileId", "fileId", "file_id", "path", "simple", False, TEXT),
        Parameter("header:If-Match", "If-Match", "if_match", "header", "simple", False, TEXT),
    ],
    result="none",
    accept="",
    codec=ANY,
)
_UPDATE = Call(
    "files.update",
    "PATCH",
    "/files/{fileId}",
    "idempotent",
    parameters=[
        Parameter("path:fileId", "fileId", "file_id", "path", "simple", False, TEXT),
        Parameter("header:If-Match", "If-Match", "if_match", "header", "simple", False, TEXT),
    ],
    body="json",
    body_type="application/json",
    body_codec=named("FileUpdate"),
    result="json",
    accept="application/json",
    codec=named("File"),
)
_DOWNLOAD = Call(
    "files.download",
    "GET",
    "/files/{fileId}/content",
    "safe",
    parameters=[
        Parameter("path:fileId", "fileId", "file_id", "path", "simple", False, TEXT),
        Parameter("header:Range", "Range", "range", "header", "simple", False, TEXT),
        Parameter("header:If-Range", "If-Range", "if_range", "header", "simple", False, TEXT),
        Parameter("header:If-Match", "If-Match", "if_match", "header", "simple", False, TEXT),
        Parameter("header:If-None-Match", "If-None-Match", "if_none_match", "header", "simple", False, TEXT),
    ],
    result="bytes",
    accept="*/*",
    codec=BYTES,
)
_REPLACE = Call(
    "files.replace",
    "PUT",
    "/files/{fileId}/content",
    "idempotent",
    parameters=[
        Parameter("path:fileId", "fileId", "file_id", "path", "simple", False, TEXT),
        Parameter("header:If-Match", "If-Match", "if_match", "header", "simple", False, TEXT),
    ],
    body="bytes",
    body_type="*/*",
    body_codec=BYTES,
    result="json",
    accept="application/json",
    codec=named("File"),
)


class FilesService(Service):
    """Folders and files of one's own, and those that others let one see."""

    def list(
        self,
        *,
        folder: str | None = None,
        text: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> Pages[File]:
        """List a folder

        The folders and files in a folder, the oldest first. With `text`, everything among one's own files the name
        of which contains it, in whatever folder it is; a page of such an answer may have few entries, or none, and
        not be the last.

        folder: The folder; without it, the one that holds all others of whoever asks. text: What a name has to
        contain, without regard to case. limit: How many entries a page has at most. cursor: What `next` of the page
        before said; without it, the first page.
        """
        given = {
            "query:folder": folder,
            "query:text": text,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_LIST, given, None, options)

    def create(
        self,
        body: NewFolder,
        *,
        options: Options | None = None,
    ) -> File:
        """Make a folder

        Makes an empty folder.
        """
        result: File = self._call(_CREATE, {}, body, options)
        return result

    def upload(
        self,
        body: Upload | None = None,
        *,
        folder: str | None = None,
        name: str,
        options: Options | None = None,
    ) -> File:
        """Upload a new file

        Stores the body, byte for byte, as a new file. Nothing is ever overwritten: for a name that is taken the
        answer is 409 with the type `/problems/name-taken`. What is too large, or more than there is room for, is
        refused before the body is sent by a client that waits for `100 Continue`.

        folder: The folder; without it, the one that holds all others of whoever asks. name: The name of the file.
        """
        given = {
            "query:folder": folder,
            "query:name": name,
        }
        result: File = self._call(_UPLOAD, given, body, options)
        return result

    def root(
        self,
        *,
        options: Options | None = None,
    ) -> File:
        """Fetch the folder that holds all others

        The folder of whoever asks that everything of theirs is in.
        """
        result: File = self._call(_ROOT, {}, None, options)
        return result

    def get(
        self,
        file_id: str,
        *,
        options: Options | None = None,
    ) -> File:
        """Fetch what is told of a folder or a file

        Name, size, media type, times and rights, without content.

        file_id: The folder or the file.
        """
        given = {
            "path:fileId": file_id,
        }
        result: File = self._call(_GET, given, None, options)
        return result

    def delete(
        self,
        file_id: str,
        *,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Remove a folder or a file

        Removes a file, or a folder with all that is in it. A folder of somebody else that stands among one's own is
        taken out, and stays as it is.

        file_id: The folder or the file. if_match: The entity tags one of which the object must have, or `*` for
        whatever is there.
        """
        given = {
            "path:fileId": file_id,
            "header:If-Match": if_match,
        }
        self._call(_DELETE, given, None, options)

    def update(
        self,
        file_id: str,
        body: FileUpdate,
        *,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> File:
        """Rename or move a folder or a file

        Gives another name, puts it into another folder, or both (RFC 7396); a folder goes with all that is in it.
        Nothing is ever overwritten: for a name that is taken the answer is 409 with the type
        `/problems/name-taken`. Identifiers stay.

        file_id: The folder or the file. if_match: The entity tags one of which the object must have, or `*` for
        whatever is there.
        """
        given = {
            "path:fileId": file_id,
            "header:If-Match": if_match,
        }
        result: File = self._call(_UPDATE, given, body, options)
        return result

    def download(
        self,
        file_id: str,
        *,
        range: str | None = None,
        if_range: str | None = None,
        if_match: str | None = None,
        if_none_match: str | None = None,
        options: Options | None = None,
    ) -> Download:
        """Download a file

        The bytes as they were uploaded, or the range of them that is asked for (RFC 9110 §14).

        file_id: The folder or the file. range: The part that is wanted, in bytes. if_range: The entity tag, or the
        date, of the version that a range is wanted of; the whole is sent of another one. if_match: The entity tags
        one of which the object must have, or `*` for whatever is there. if_none_match: The entity tags none of
        which the object must have, or `*`.
        """
        given = {
            "path:fileId": file_id,
            "header:Range": range,
            "header:If-Range": if_range,
            "header:If-Match": if_match,
            "header:If-None-Match": if_none_match,
        }
        return self._download(_DOWNLOAD, given, None, options)

    def replace(
        self,
        file_id: str,
        body: Upload | None = None,
        *,
        if_match: str,
        options: Options | None = None,
    ) -> File:
        """Replace the content of a file

        Stores the body, byte for byte, as the next version of the file. `If-Match` says which version that is of,
        or `*` for whatever is there; of two that name the same version one is refused.

        file_id: The folder or the file. if_match: The entity tags one of which the object must have, or `*` for
        whatever is there; 428 without.
        """
        given = {
            "path:fileId": file_id,
            "header:If-Match": if_match,
        }
        result: File = self._call(_REPLACE, given, body, options)
        return result


class AsyncFilesService(AsyncService):
    """Folders and files of one's own, and those that others let one see."""

    def list(
        self,
        *,
        folder: str | None = None,
        text: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        options: Options | None = None,
    ) -> AsyncPages[File]:
        """List a folder

        The folders and files in a folder, the oldest first. With `text`, everything among one's own files the name
        of which contains it, in whatever folder it is; a page of such an answer may have few entries, or none, and
        not be the last.

        folder: The folder; without it, the one that holds all others of whoever asks. text: What a name has to
        contain, without regard to case. limit: How many entries a page has at most. cursor: What `next` of the page
        before said; without it, the first page.
        """
        given = {
            "query:folder": folder,
            "query:text": text,
            "query:limit": limit,
            "query:cursor": cursor,
        }
        return self._pages(_LIST, given, None, options)

    async def create(
        self,
        body: NewFolder,
        *,
        options: Options | None = None,
    ) -> File:
        """Make a folder

        Makes an empty folder.
        """
        result: File = await self._call(_CREATE, {}, body, options)
        return result

    async def upload(
        self,
        body: Upload | None = None,
        *,
        folder: str | None = None,
        name: str,
        options: Options | None = None,
    ) -> File:
        """Upload a new file

        Stores the body, byte for byte, as a new file. Nothing is ever overwritten: for a name that is taken the
        answer is 409 with the type `/problems/name-taken`. What is too large, or more than there is room for, is
        refused before the body is sent by a client that waits for `100 Continue`.

        folder: The folder; without it, the one that holds all others of whoever asks. name: The name of the file.
        """
        given = {
            "query:folder": folder,
            "query:name": name,
        }
        result: File = await self._call(_UPLOAD, given, body, options)
        return result

    async def root(
        self,
        *,
        options: Options | None = None,
    ) -> File:
        """Fetch the folder that holds all others

        The folder of whoever asks that everything of theirs is in.
        """
        result: File = await self._call(_ROOT, {}, None, options)
        return result

    async def get(
        self,
        file_id: str,
        *,
        options: Options | None = None,
    ) -> File:
        """Fetch what is told of a folder or a file

        Name, size, media type, times and rights, without content.

        file_id: The folder or the file.
        """
        given = {
            "path:fileId": file_id,
        }
        result: File = await self._call(_GET, given, None, options)
        return result

    async def delete(
        self,
        file_id: str,
        *,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> None:
        """Remove a folder or a file

        Removes a file, or a folder with all that is in it. A folder of somebody else that stands among one's own is
        taken out, and stays as it is.

        file_id: The folder or the file. if_match: The entity tags one of which the object must have, or `*` for
        whatever is there.
        """
        given = {
            "path:fileId": file_id,
            "header:If-Match": if_match,
        }
        await self._call(_DELETE, given, None, options)

    async def update(
        self,
        file_id: str,
        body: FileUpdate,
        *,
        if_match: str | None = None,
        options: Options | None = None,
    ) -> File:
        """Rename or move a folder or a file

        Gives another name, puts it into another folder, or both (RFC 7396); a folder goes with all that is in it.
        Nothing is ever overwritten: for a name that is taken the answer is 409 with the type
        `/problems/name-taken`. Identifiers stay.

        file_id: The folder or the file. if_match: The entity tags one of which the object must have, or `*` for
        whatever is there.
        """
        given = {
            "path:fileId": file_id,
            "header:If-Match": if_match,
        }
        result: File = await self._call(_UPDATE, given, body, options)
        return result

    def download(
        self,
        file_id: str,
        *,
        range: str | None = None,
        if_range: str | None = None,
        if_match: str | None = None,
        if_none_match: str | None = None,
        options: Options | None = None,
    ) -> AsyncDownload:
        """Download a file

        The bytes as they were uploaded, or the range of them that is asked for (RFC 9110 §14).

        file_id: The folder or the file. range: The part that is wanted, in bytes. if_range: The entity tag, or the
        date, of the version that a range is wanted of; the whole is sent of another one. if_match: The entity tags
        one of which the object must have, or `*` for whatever is there. if_none_match: The entity tags none of
        which the object must have, or `*`.
        """
        given = {
            "path:fileId": file_id,
            "header:Range": range,
            "header:If-Range": if_range,
            "header:If-Match": if_match,
            "header:If-None-Match": if_none_match,
        }
        return self._download(_DOWNLOAD, given, None, options)

    async def replace(
        self,
        file_id: str,
        body: Upload | None = None,
        *,
        if_match: str,
        options: Options | None = None,
    ) -> File:
        """Replace the content of a file

        Stores the body, byte for byte, as the next version of the file. `If-Match` says which version that is of,
        or `*` for whatever is there; of two that name the same version one is refused.

        file_id: The folder or the file. if_match: The entity tags one of which the object must have, or `*` for
        whatever is there; 428 without.
        """
        given = {
            "path:fileId": file_id,
            "header:If-Match": if_match,
        }
        result: File = await self._call(_REPLACE, given, body, options)
        return result
