"""Refusals that several methods share."""

from a3dav.errors import Forbidden
from a3dav.resources import Path, path_href
from a3dav.xml.names import dav
from a3dav.xml.writing import DAV_ONLY, href


def need(path: Path, privilege: str, *, collection: bool) -> Forbidden:
    """RFC 3744 §7.1.1: names the resource and the privilege that is missing, a Clark name or a local name of DAV:."""
    name = privilege if privilege.startswith("{") else dav(privilege)
    content = (
        b"<D:resource>" + href(path_href(path, collection))
        + b"<D:privilege>" + DAV_ONLY.element(name) + b"</D:privilege></D:resource>"
    )  # fmt: skip
    return Forbidden(f"the privilege {privilege} is missing", condition=dav("need-privileges"), content=content)
