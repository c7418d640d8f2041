"""What clients send one after the other, to a server that runs."""

import re

import httpx
import pytest

from .conftest import component

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Apple Inc.//macOS 15.5//EN\r\n"
DAILY = ("DTSTART:20260310T110000Z", "DTEND:20260310T120000Z", "SUMMARY:Lunch", "RRULE:FREQ=DAILY;COUNT=5")


@pytest.fixture
def calendar(served_person):
    """A client of a running server, and the URL of its calendar."""
    with httpx.Client(auth=(served_person.name, served_person.password), timeout=60) as client:
        client.base_url = served_person.url
        yield client, f"/calendars/{served_person.name}/calendar/"


def _pieces():
    for _ in range(48):
        yield b"x" * 2**17


@pytest.mark.rfc("8607", "3", "3.3", "3.4", "3.5", "3.6", "3.10")
def test_apples_calendar_attaches_looks_replaces_and_removes(calendar):
    client, place = calendar
    url = f"{place}4F1B0A5C.ics"
    body = HEAD + component(*DAILY, uid="4F1B0A5C") + "\r\nEND:VCALENDAR\r\n"
    made = client.put(url, content=body, headers={"Content-Type": "text/calendar", "If-None-Match": "*"})
    assert made.status_code == 201

    sent = {
        "Content-Type": "application/pdf",
        "Content-Disposition": 'attachment;filename="Agenda.pdf"',
        "Prefer": "return=representation",
        "If-Match": made.headers["etag"],
    }
    added = client.post(f"{url}?action=attachment-add", content=_pieces(), headers=sent)
    assert added.status_code == 201, added.text
    assert added.headers["content-location"] == url
    line = re.search(r"ATTACH;[^\r]*", added.text.replace("\r\n ", "")).group()
    assert f"MANAGED-ID={added.headers['cal-managed-id']};" in line
    assert f";SIZE={48 * 2**17}:" in line

    read = client.get(line.partition(":")[2], headers={"Range": "bytes=0-9"})
    assert (read.status_code, read.content) == (206, b"x" * 10)

    sent |= {"If-Match": added.headers["etag"]}
    query = f"?action=attachment-update&managed-id={added.headers['cal-managed-id']}"
    updated = client.post(url + query, content=b"second", headers=sent)
    assert updated.status_code == 200
    stale = client.post(url + query, content=b"third", headers=sent)
    assert stale.status_code == 412

    query = f"?action=attachment-remove&managed-id={updated.headers['cal-managed-id']}&rid=20260311T110000Z"
    removed = client.post(url + query, headers={"Prefer": "return=representation"})
    assert removed.status_code == 200
    assert removed.text.count("ATTACH;") == 1
    assert "RECURRENCE-ID:20260311T110000Z" in removed.text
