"""Two people with calendars, and what tests of scheduling say to them."""

import re

import pytest

C = "{urn:ietf:params:xml:ns:caldav}"


def calendar(*parts):
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", *parts, "END:VCALENDAR", ""])


def event(*lines, uid="meeting", start="20300310T110000Z", organizer="alice", attendees=("bob",), name="VEVENT"):
    """A meeting; attendees are names, or whole lines."""
    people = [line if ":" in line else f"ATTENDEE:mailto:{line}@example.org" for line in attendees]
    given = {re.split("[;:]", line)[0] for line in lines}
    usual = {"DTSTAMP": "DTSTAMP:20260101T000000Z", "DTSTART": f"DTSTART:{start}", "SUMMARY": "SUMMARY:Plans"}
    if organizer:
        usual["ORGANIZER"] = f"ORGANIZER:mailto:{organizer}@example.org"
    rest = [line for key, line in usual.items() if key not in given]
    return "\r\n".join([f"BEGIN:{name}", f"UID:{uid}", *rest, *lines, *people, f"END:{name}"])


def meeting(*lines, **facts):
    return calendar(event(*lines, **facts))


class Diary:
    """A person's calendar as their client sees it."""

    def __init__(self, client):
        self.client, self.home = client, f"/calendars/{client.name}/"
        self.calendar = f"{self.home}calendar/"

    def put(self, body, name="meeting.ics", **headers):
        return self.client.put(self.calendar + name, body, content_type="text/calendar", **headers)

    def get(self, name="meeting.ics"):
        return self.client.get(self.calendar + name)

    def names(self, path=""):
        rows = self.client.propfind(path or self.calendar, "{DAV:}getetag", depth="1").multistatus
        return sorted(href for href in rows if href.endswith(".ics"))

    def bodies(self, path=""):
        """All objects in a calendar, unfolded."""
        return [unfolded(self.client.get(href).text) for href in self.names(path)]

    def only(self):
        (found,) = self.names()
        return found

    @property
    def text(self):
        (found,) = self.bodies()
        return found

    def inbox(self):
        return self.bodies(f"/scheduling/{self.client.name}/inbox/")

    def change(self, old, new, **headers):
        """Writes the only object back, changed."""
        place = self.only()
        text = self.client.get(place).text.replace("\r\n ", "")
        assert old in text, text
        return self.client.put(place, text.replace(old, new), content_type="text/calendar", **headers)

    def partstat(self, who):
        return partstat(self.text, who)


def unfolded(text):
    return text.replace("\r\n ", "")


def lines_of(text, name):
    return [line for line in unfolded(text).split("\r\n") if re.split("[;:]", line)[0] == name]


def partstat(text, who):
    """What the first entry of an attendee says."""
    line = next(line for line in lines_of(text, "ATTENDEE") if line.lower().endswith(f"{who}@example.org"))
    found = re.search(r"PARTSTAT=([A-Z-]+)", line)
    return found.group(1) if found else "NEEDS-ACTION"


def status(text, who):
    """The SCHEDULE-STATUS of an attendee or organizer."""
    people = lines_of(text, "ATTENDEE") + lines_of(text, "ORGANIZER")
    line = next(line for line in people if line.lower().endswith(who) and "SCHEDULE-STATUS" in line)
    return re.search(r'SCHEDULE-STATUS="?([0-9.,]+)', line).group(1)


@pytest.fixture
def alices(alice):
    return Diary(alice)


@pytest.fixture
def bobs(bob):
    return Diary(bob)
