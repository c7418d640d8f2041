"""The bodies of the requests that are measured."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

SPACES = (
    'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:A="urn:ietf:params:xml:ns:carddav"'
    ' xmlns:S="http://calendarserver.org/ns/" xmlns:I="http://apple.com/ns/ical/"'
)
LISTED = "<D:getetag/><D:resourcetype/><D:getcontenttype/>"
USUAL = (
    "<D:resourcetype/><D:displayname/><S:getctag/><D:sync-token/><D:current-user-privilege-set/>"
    "<C:supported-calendar-component-set/><I:calendar-color/>"
)
"""What clients ask a calendar for when they look whether something is new."""


def document(root: str, content: str) -> bytes:
    return f'<?xml version="1.0" encoding="utf-8"?><{root} {SPACES}>{content}</{root}>'.encode()


def propfind(properties: str) -> bytes:
    return document("D:propfind", f"<D:prop>{properties}</D:prop>")


def sync(token: str) -> bytes:
    return document(
        "D:sync-collection",
        f"<D:sync-token>{token}</D:sync-token><D:sync-level>1</D:sync-level><D:prop><D:getetag/></D:prop>",
    )


def multiget(hrefs: Iterable[str]) -> bytes:
    listed = "".join(f"<D:href>{href}</D:href>" for href in hrefs)
    return document("C:calendar-multiget", f"<D:prop><D:getetag/><C:calendar-data/></D:prop>{listed}")


def calendar_query(start: date, end: date) -> bytes:
    return _query("<D:getetag/>", start, end)


def expanded(start: date, end: date) -> bytes:
    """Every event of a span with all its instances, which no index has ready."""
    return _query(f"<C:calendar-data><C:expand {_span(start, end)}/></C:calendar-data>", start, end)


def _query(properties: str, start: date, end: date) -> bytes:
    condition = (
        f'<C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">{time_range(start, end)}'
        "</C:comp-filter></C:comp-filter>"
    )
    return document("C:calendar-query", f"<D:prop>{properties}</D:prop><C:filter>{condition}</C:filter>")


def free_busy(start: date, end: date) -> bytes:
    return document("C:free-busy-query", time_range(start, end))


def time_range(start: date, end: date) -> str:
    return f"<C:time-range {_span(start, end)}/>"


def _span(start: date, end: date) -> str:
    return f'start="{start:%Y%m%d}T000000Z" end="{end:%Y%m%d}T000000Z"'


def addressbook_query(text: str) -> bytes:
    match = f'<A:text-match collation="i;unicode-casemap" match-type="contains">{text}</A:text-match>'
    return document(
        "A:addressbook-query",
        "<D:prop><D:getetag/><A:address-data/></D:prop>"
        f'<A:filter><A:prop-filter name="FN">{match}</A:prop-filter></A:filter>',
    )
