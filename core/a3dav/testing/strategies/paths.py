"""Paths and URLs of a small house, and those that lead nowhere."""

from __future__ import annotations

from hypothesis import strategies as st

from a3dav.testing.strategies.lines import Text, mostly

HOMES = ("/calendars/alice/", "/addressbooks/alice/", "/files/alice/", "/calendars/bob/")
COLLECTIONS = (
    "/calendars/alice/calendar/",
    "/calendars/alice/tasks/",
    "/addressbooks/alice/addressbook/",
    "/files/alice/folder/",
)
MEMBERS = (
    "/calendars/alice/calendar/lunch.ics", "/calendars/alice/calendar/series.ics", "/calendars/alice/tasks/todo.ics",
    "/addressbooks/alice/addressbook/ada.vcf", "/files/alice/note.txt", "/files/alice/folder/inner",
)  # fmt: skip
_GOOD = ("new", "new.ics", "new.vcf", "caf%C3%A9", "a%20b")
_NEW = (
    "new",
    "new.ics",
    "new.vcf",
    "new/",
    "caf%C3%A9",
    "cafe%CC%81",
    "lunch.ics",
    "inner",
    "x" * 255,
    "y" * 256,
    "a%20b",
    "",
)
_OTHER = (
    "/", "/principals/", "/principals/alice/", "/principals/bob/", "/calendars/", "/calendars/nobody/",
    "/files/bob/x", "/.well-known/caldav", "/health/live", "*",
)  # fmt: skip
_ODD = (
    "", "//", "/./", "/../", "/%2e%2e/", "/%2F", "/%00", "/%0d%0a", "/%ff", "/%E2%80%AE", "/a%", "/a%zz", "/\u00e9",
    "/?a", "?", "#",
    "/;a=b", "/" * 200, "/a" * 70, "/" + "z" * 9000, "/\\", "/%C0%AF", "/~", "/*",
)  # fmt: skip
CALENDARS, BOOKS, FOLDERS = COLLECTIONS[:2], COLLECTIONS[2:3], COLLECTIONS[3:]


def members_of(*collections: str) -> Text:
    """New members of these, and those that there are."""
    there = [path for path in MEMBERS if path.startswith(collections)]
    new = st.builds(
        "{}{}".format, st.sampled_from(collections), mostly(st.sampled_from(_GOOD), st.sampled_from(_NEW), once_in=4)
    )
    return mostly(st.sampled_from(there), new, once_in=2) if there else new


new_members: Text = st.builds("{}{}".format, st.sampled_from(HOMES + COLLECTIONS), st.sampled_from(_NEW))
known: Text = st.sampled_from(MEMBERS + COLLECTIONS + HOMES)
paths: Text = mostly(
    st.one_of(known, known, new_members, st.sampled_from(_OTHER)),
    st.builds("{}{}".format, st.sampled_from(("", *HOMES, *MEMBERS)), st.sampled_from(_ODD)),
    once_in=15,
)
"""Raw paths of requests."""
_ORIGINS = (
    "http://localhost", "https://localhost:443", "http://elsewhere.example", "http://", "//localhost",
    "http://a@localhost", "ftp://localhost", "http://[::1",
)  # fmt: skip
urls: Text = mostly(paths, st.builds("{}{}".format, st.sampled_from(_ORIGINS), paths), once_in=3)
"""What an href or a Destination holds."""
