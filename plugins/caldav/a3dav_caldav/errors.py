"""The preconditions of RFC 4791 §5.3 and §7 as refusals."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from a3dav.errors import BadRequest, DavError, Forbidden
from a3dav.xml.names import dav
from a3dav_caldav.names import CALDAV, caldav
from a3dav_content.errors import (
    ContentError,
    InvalidCalendarObject,
    InvalidFilter,
    UnsupportedCollation,
    UnsupportedComponent,
    UnsupportedFilter,
    UnsupportedScale,
)


def refused(condition: str, message: str) -> Forbidden:
    """A refusal by a precondition of RFC 4791, named by its local name."""
    return Forbidden(message, condition=caldav(condition))


def of_content(error: ContentError) -> DavError:
    """Which precondition of §5.3.2.1 the content breaks."""
    if isinstance(error, UnsupportedComponent):
        return refused("supported-calendar-component", str(error))
    if isinstance(error, UnsupportedScale):
        return refused("supported-rscale", str(error))
    if isinstance(error, InvalidCalendarObject):
        return refused("valid-calendar-object-resource", str(error))
    return refused("valid-calendar-data", str(error))


def of_filter(error: ContentError) -> DavError:
    """Which precondition of §7.8 the filter breaks."""
    if isinstance(error, UnsupportedCollation):
        return refused("supported-collation", str(error))
    if isinstance(error, UnsupportedFilter):
        return Forbidden(str(error), condition=caldav("supported-filter"), content=_element(error))
    if isinstance(error, InvalidFilter):
        return refused("valid-filter", f"the filter is not valid: {error}")
    return BadRequest(str(error))


def _element(error: UnsupportedFilter) -> bytes:
    """§7.8: the element of the filter that is not offered."""
    return f'<{error.element} xmlns="{CALDAV}" name={quoteattr(error.name)}/>'.encode()


def too_dear(error: ContentError) -> DavError:
    return Forbidden(str(error), condition=dav("number-of-matches-within-limits"))
