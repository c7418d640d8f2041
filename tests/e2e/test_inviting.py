"""Invitations through a running server, with clients that ask as Apple Calendar, DAVx5, Thunderbird and python-caldav do."""

from datetime import UTC, datetime
from itertools import count

import caldav
import pytest

from .devices import Apple, C, Davx5, Thunderbird, answered, invitation, line_of, method_of

NUMBERS = count(1)


@pytest.fixture
def devices(server):
    """Gives a new person a client of some kind."""
    opened = []

    def make(kind):
        opened.append(kind(server.person()))
        return opened[-1]

    yield make
    for device in opened:
        device.http.close()


@pytest.fixture
def uid():
    return f"invitation-{next(NUMBERS)}"


@pytest.fixture
def invited(devices, uid):
    """An organizer and an attendee with Apple's client, and the path of the event for each."""
    organizer, attendee = devices(Apple), devices(Apple)
    mine = f"{organizer.calendar}{uid}.ics"
    made = organizer.put(mine, invitation(uid, organizer.address, attendee.address), If_None_Match="*")
    assert (made.status, "etag" in made.headers, "schedule-tag" in made.headers) == (201, False, True)
    assert organizer.changes(attendee.calendar.replace(attendee.name, organizer.name), Depth="1") == ([mine], [])
    (yours,), _ = attendee.changes(attendee.calendar, Depth="1")
    return organizer, mine, attendee, yours


def accept(attendee, path):
    text, tag = attendee.open(path)
    return attendee.put(path, answered(text, attendee.address, "ACCEPTED"), If_Schedule_Tag_Match=tag)


@pytest.mark.rfc("6638", "4/processed", "3.2.10.1/merged")
def test_apple_calendar_takes_an_invitation_out_of_its_inbox_and_answers_it(invited):
    organizer, mine, attendee, yours = invited
    ((message, text),) = attendee.poll().items()
    assert method_of(text) == "REQUEST"
    assert accept(attendee, yours).status == 204
    assert (attendee.seen(message), attendee.poll()) == (204, {})
    ((reply, text),) = organizer.poll().items()
    assert (method_of(text), "PARTSTAT=ACCEPTED" in line_of(text, attendee.address)) == ("REPLY", True)
    assert "PARTSTAT=ACCEPTED" in line_of(organizer.open(mine)[0], attendee.address)
    assert organizer.seen(reply) == 204


@pytest.mark.rfc("6638", "3.2.10/organizer-reply", "3.2.10.1/merged")
def test_apple_calendar_moves_an_event_that_was_answered_meanwhile(invited):
    organizer, mine, attendee, yours = invited
    text, tag = organizer.open(mine)
    accept(attendee, yours)
    assert organizer.put(mine, text.replace("SUMMARY:Plans", "SUMMARY:More"), If_Schedule_Tag_Match=tag).status == 204
    found, newer = organizer.open(mine)
    assert ("PARTSTAT=ACCEPTED" in line_of(found, attendee.address), newer != tag) == (True, True)
    assert organizer.put(mine, text, If_Schedule_Tag_Match=tag).status == 412


@pytest.mark.rfc("6638", "3.2.1.3", "3.2.8")
def test_apple_calendar_moves_and_cancels_and_the_attendee_clears_it_away(invited):
    organizer, mine, attendee, yours = invited
    accept(attendee, yours)
    attendee.poll()
    text, tag = organizer.open(mine)
    organizer.put(mine, text.replace("T110000Z", "T150000Z"), If_Schedule_Tag_Match=tag)
    found, _ = attendee.open(yours)
    assert ("DTSTART:20300310T150000Z" in found, "PARTSTAT=NEEDS-ACTION" in line_of(found, attendee.address)) == (
        True,
        True,
    )
    assert organizer.ask("DELETE", mine, If_Schedule_Tag_Match=organizer.open(mine)[1]).status == 204
    assert [method_of(text) for text in attendee.poll().values()] == ["REQUEST", "CANCEL"]
    found, tag = attendee.open(yours)
    assert "STATUS:CANCELLED" in found
    assert attendee.ask("DELETE", yours, If_Schedule_Tag_Match=tag, Schedule_Reply="F").status == 204
    assert len(organizer.poll()) == 1


@pytest.mark.rfc("6638", "3.2.2.4", "8.1")
def test_apple_calendar_declines_by_deleting(invited):
    organizer, mine, attendee, yours = invited
    assert (
        attendee.ask("DELETE", yours, If_Schedule_Tag_Match=attendee.open(yours)[1], Schedule_Reply="T").status == 204
    )
    assert "PARTSTAT=DECLINED" in line_of(organizer.open(mine)[0], attendee.address)


@pytest.mark.rfc("6638", "3.2.10/header", "9.3")
def test_davx5_answers_what_it_finds_in_its_calendar(devices, uid):
    organizer, attendee = devices(Davx5), devices(Davx5)
    assert (attendee.sync(), organizer.sync()) == (({}, []), ({}, []))
    mine = f"{organizer.calendar}{uid}.ics"
    assert organizer.put(mine, invitation(uid, organizer.address, attendee.address), If_None_Match="*").status == 201
    ((path, row),) = attendee.sync()[0].items()
    text, tag = row.text(f"{C}calendar-data").replace("\r\n ", ""), row.text(f"{C}schedule-tag")
    said = attendee.put(path, answered(text, attendee.address, "TENTATIVE"), If_Schedule_Tag_Match=tag)
    assert (said.status, said.headers["schedule-tag"] != tag) == (204, True)
    (row,) = organizer.sync()[0].values()
    assert "PARTSTAT=TENTATIVE" in line_of(row.text(f"{C}calendar-data"), attendee.address)
    assert organizer.ask("DELETE", mine, If_Match=row.text("{DAV:}getetag")).status == 204
    ((_, row),) = attendee.sync()[0].items()
    assert "STATUS:CANCELLED" in row.text(f"{C}calendar-data")
    assert attendee.ask("DELETE", path, If_Match=row.text("{DAV:}getetag")).status == 204
    assert attendee.sync() == ({}, [path])


@pytest.mark.rfc("6638", "3.2.3.1", "3.2.3.2/object")
def test_thunderbird_invites_answers_and_cancels(devices, uid):
    organizer, attendee = devices(Thunderbird), devices(Thunderbird)
    assert (organizer.opens(), attendee.opens()) == (True, True)
    mine = f"{organizer.calendar}{uid}.ics"
    status, text, etag = organizer.save(mine, invitation(uid, organizer.address, attendee.address), If_None_Match="*")
    assert (status, "SCHEDULE-STATUS=1.2" in line_of(text, attendee.address)) == (201, True)
    (yours,), _ = attendee.changes(attendee.calendar, Depth="1")
    (row,) = attendee.fetch(attendee.calendar, yours, Depth="1")
    said = answered(row.text(f"{C}calendar-data").replace("\r\n ", ""), attendee.address, "ACCEPTED")
    status, _, theirs = attendee.save(yours, said, If_Match=row.text("{DAV:}getetag"))
    assert status == 204
    assert organizer.save(mine, text, If_Match=etag)[0] == 412
    (row,) = organizer.fetch(organizer.calendar, mine, Depth="1")
    assert "PARTSTAT=ACCEPTED" in line_of(row.text(f"{C}calendar-data"), attendee.address)
    assert organizer.ask("DELETE", mine, If_Match=row.text("{DAV:}getetag")).status == 204
    assert attendee.ask("DELETE", yours, If_Match=theirs).status == 412
    assert "STATUS:CANCELLED" in attendee.text(yours)


@pytest.mark.rfc("6638", "6.2.2")
@pytest.mark.rfc("5546", "2.1.3", "3.2.2.5")
def test_a_delegate_invites_for_whom_they_act(devices, uid):
    owner, delegate, attendee = devices(Apple), devices(Apple), devices(Apple)
    path = f"{owner.calendar}{uid}.ics"
    event = invitation(uid, owner.address, attendee.address)
    assert delegate.put(path, event).status == 403
    body = (
        f'<D:propertyupdate xmlns:D="DAV:"><D:set><D:prop><D:group-member-set><D:href>/principals/users/{delegate.name}/'
        "</D:href></D:group-member-set></D:prop></D:set></D:propertyupdate>"
    )
    group = f"/principals/users/{owner.name}/calendar-proxy-write/"
    assert owner.ask("PROPPATCH", group, body, Content_Type="text/xml").status == 200
    assert delegate.put(path, event, If_None_Match="*").status == 201
    (message,) = attendee.poll().values()
    assert f'SENT-BY="{delegate.address}"' in message.replace("\r\n ", "")
    (yours,), _ = attendee.changes(attendee.calendar, Depth="1")
    assert accept(attendee, yours).status == 204
    assert (len(owner.poll()), delegate.poll()) == (1, {})
    assert "PARTSTAT=ACCEPTED" in line_of(delegate.text(path), attendee.address)


def test_a_room_accepts_whoever_comes_first(server, devices, uid):
    room = f"hall-{uid}"
    server.run("user", "add", room, "--kind", "room", "--email", f"{room}@example.org")
    first, second = devices(Apple), devices(Thunderbird)
    paths = [f"{device.calendar}{uid}.ics" for device in (first, second)]
    address = f"mailto:{room}@example.org"
    first.put(paths[0], invitation(f"{uid}-1", first.address, address), If_None_Match="*")
    second.put(paths[1], invitation(f"{uid}-2", second.address, address), If_None_Match="*")
    said = [line_of(device.text(path), address) for device, path in zip((first, second), paths, strict=True)]
    assert ["PARTSTAT=ACCEPTED" in said[0], "PARTSTAT=DECLINED" in said[1]] == [True, True]


@pytest.fixture
def signed_in(server):
    """Two accounts of python-caldav, as principals."""
    people = [server.person(), server.person()]
    clients = [caldav.DAVClient(url=one.url, username=one.name, password=one.password) for one in people]
    yield [client.principal() for client in clients]
    for client in clients:
        client.close()


def calendar_of(principal):
    return next(one for one in principal.calendars() if one.url.path.endswith("/calendar/"))


def test_python_caldav_invites_and_accepts(signed_in, uid):
    organizer, attendee = signed_in
    plain = invitation(uid, "mailto:x@example.org").split("\r\n")
    event = "\r\n".join(line for line in plain if not line.startswith(("ORGANIZER", "ATTENDEE")))
    calendar_of(organizer).save_with_invites(event, [organizer, attendee.get_vcal_address()])
    (message,) = attendee.schedule_inbox().get_items()
    assert message.is_invite_request()
    message.accept_invite(calendar=calendar_of(attendee))
    (reply,) = organizer.schedule_inbox().get_items()
    assert reply.is_invite_reply()
    mine = calendar_of(organizer).event_by_uid(uid).data.replace("\r\n ", "").replace("\n ", "")
    said = line_of(mine.replace("\n", "\r\n"), str(attendee.get_vcal_address()))
    assert ["PARTSTAT=ACCEPTED" in said, "SCHEDULE-STATUS=2.0" in said] == [True, True]
    message.delete()
    assert list(attendee.schedule_inbox().get_items()) == []


def test_python_caldav_sees_when_an_invitation_makes_busy(signed_in, uid):
    organizer, attendee = signed_in
    event = invitation(uid, organizer.get_vcal_address(), attendee.get_vcal_address())
    calendar_of(organizer).save_event(event)
    day = datetime(2030, 3, 10, tzinfo=UTC), datetime(2030, 3, 11, tzinfo=UTC)
    found = organizer.freebusy_request(*day, [attendee])
    assert "20300310T110000Z/20300310T120000Z" in next(one.data for key, one in found.items() if key != "errors")
