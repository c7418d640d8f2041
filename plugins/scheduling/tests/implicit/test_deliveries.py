"""Between a transaction and the next: whatever is cut off or comes twice, everything arrives once (design: the outbox)."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from a3dav import outbox
from a3dav.identifiers import now_ms
from a3dav.outbox import LEASE_MS, deliver_due
from a3dav.registries import Delivery
from a3dav.registries import Message as Posted
from a3dav_content.itip.messages import Message
from a3dav_content.itip.received import Verdict
from a3dav_scheduling import delivery, received
from a3dav_scheduling.delivery import deliver, receive

from .conftest import Diary, calendar, event, lines_of, meeting, status, unfolded


class Killed(BaseException):
    """As a kill ends a process: nothing behind it runs."""


@pytest.fixture
def slow(house):
    """Nothing is delivered before the tasks process comes."""
    house.deliveries["itip"] = Delivery("itip", deliver)
    return house


@pytest.fixture
def later(monkeypatch):
    """Moves the time of the outbox behind the leases of the dead."""
    return lambda: monkeypatch.setattr(outbox, "now_ms", lambda: now_ms() + LEASE_MS + 1000)


def test_a_kill_before_the_delivery_loses_nothing(alices, bobs, slow):
    alices.put(meeting())
    assert bobs.names() == []
    assert (deliver_due(slow), len(bobs.names()), len(bobs.inbox())) == (1, 1, 1)


def test_a_kill_behind_the_delivery_brings_nothing_twice(alices, bobs, slow, later):
    def dies(house, message):
        deliver(house, message)
        raise Killed

    slow.deliveries["itip"] = Delivery("itip", dies)
    alices.put(meeting())
    with pytest.raises(Killed):
        deliver_due(slow)
    bobs.client.delete(bobs.names("/scheduling/bob/inbox/")[0])
    slow.deliveries["itip"] = Delivery("itip", deliver)
    later()
    assert (deliver_due(slow), bobs.inbox()) == (1, [])


@pytest.mark.rfc("6638", "4.1/inbox")
def test_a_kill_inside_of_the_delivery_leaves_nothing_half(alices, bobs, slow, later, monkeypatch):
    def dies(*_, **__):
        raise Killed

    alices.put(meeting())
    with monkeypatch.context() as patch:
        patch.setattr(delivery, "_put_into_inbox", dies)
        with pytest.raises(Killed):
            deliver_due(slow)
    assert (bobs.names(), bobs.inbox()) == ([], [])
    later()
    assert (deliver_due(slow), len(bobs.names()), len(bobs.inbox())) == (1, 1, 1)


@pytest.mark.rfc("6638", "4.2/inbox")
def test_a_kill_while_an_answer_arrives_leaves_nothing_half(alices, bobs, house, slow, later, monkeypatch):
    def dies(*_, **__):
        raise Killed

    alices.put(meeting())
    deliver_due(slow)
    bobs.change("ATTENDEE:mailto:bob", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob")
    with monkeypatch.context() as patch:
        patch.setattr(delivery, "_put_into_inbox", dies)
        with pytest.raises(Killed):
            deliver_due(slow)
    assert (alices.partstat("bob"), alices.inbox()) == ("NEEDS-ACTION", [])
    later()
    assert (deliver_due(slow), alices.partstat("bob"), len(alices.inbox())) == (1, "ACCEPTED", 1)


@pytest.mark.rfc("6638", "4.3/none")
def test_who_has_no_calendar_for_it_gets_nothing(bobs, house):
    body = meeting(name="VJOURNAL", attendees=()).replace("VERSION:2.0", "VERSION:2.0\r\nMETHOD:PUBLISH").encode()
    found = receive(house, Message.parse(body, "mailto:alice@example.org", "mailto:bob@example.org"))
    assert (found.verdict, bobs.names(), bobs.inbox()) == (Verdict.REFUSED, [], [])


def test_under_one_id_a_message_is_received_once(alices, bobs, house):
    alices.put(meeting(attendees=("carol",)))
    body = meeting().replace("VERSION:2.0", "VERSION:2.0\r\nMETHOD:REQUEST").encode()
    message = Message.parse(body, "mailto:alice@example.org", "mailto:bob@example.org")
    receive(house, message, b"by mail")
    bobs.client.delete(bobs.names("/scheduling/bob/inbox/")[0])
    receive(house, message, b"by mail")
    assert bobs.inbox() == []


def test_what_the_recipient_writes_meanwhile_stays(alices, bobs, slow, monkeypatch):
    alices.put(meeting())
    deliver_due(slow)
    alices.change("SUMMARY:Plans", "SUMMARY:Other plans")
    think, thoughts = delivery.think, []

    def disturbed(arrival):
        thought = think(arrival)
        if not thoughts:
            bobs.change("UID:meeting", "UID:meeting\r\nTRANSP:TRANSPARENT")
        thoughts.append(thought)
        return thought

    monkeypatch.setattr(delivery, "think", disturbed)
    deliver_due(slow)
    assert len(thoughts) == 2
    assert lines_of(bobs.text, "SUMMARY") == ["SUMMARY:Other plans"]
    assert lines_of(bobs.text, "TRANSP") == ["TRANSP:TRANSPARENT"]


@pytest.mark.rfc("6638", "4.1/update")
def test_what_the_recipient_deletes_meanwhile_stays_deleted(alices, bobs, slow, monkeypatch):
    alices.put(meeting())
    deliver_due(slow)
    alices.change("SUMMARY:Plans", "SUMMARY:Other plans")
    think, thoughts = delivery.think, []

    def disturbed(arrival):
        thoughts.append(think(arrival))
        if len(thoughts) == 1:
            bobs.client.delete(bobs.only(), schedule_reply="F")
        return thoughts[-1]

    monkeypatch.setattr(delivery, "think", disturbed)
    deliver_due(slow)
    assert (len(thoughts), bobs.names(), status(alices.text, "bob@example.org")) == (2, [], "1.2")


@pytest.mark.rfc("6638", "4.2/partstat")
def test_answers_that_come_at_once_all_arrive(alices, person, house):
    names = ["bob", "carol", "dave", "erin", "frank"]
    people = [Diary(person(name, email=f"{name}@example.org")) for name in names]
    alices.put(meeting(attendees=names))

    def accept(diary):
        who = f":mailto:{diary.client.name}@"
        return diary.change(f"ATTENDEE{who}", f"ATTENDEE;PARTSTAT=ACCEPTED{who}").status

    with ThreadPoolExecutor(len(people)) as threads:
        assert set(threads.map(accept, people)) == {204}
    deliver_due(house)
    assert [alices.partstat(name) for name in names] == ["ACCEPTED"] * len(names)
    assert len(alices.inbox()) == len(names)


@pytest.mark.rfc("6638", "4/preconditions")
def test_a_to_do_goes_where_to_dos_are_taken(alices, bobs):
    alices.client.put("/calendars/alice/tasks/do.ics", meeting(name="VTODO"), content_type="text/calendar")
    assert (bobs.names(), len(bobs.names("/calendars/bob/tasks/"))) == ([], 1)


def test_an_account_that_is_gone_gets_nothing_and_stops_nothing(alices, bobs, slow):
    alices.put(meeting())
    slow.store.accounts.set_disabled(slow.store.accounts.by_name("bob").id, disabled=True)
    assert (deliver_due(slow), status(alices.text, "bob@example.org")) == (1, "3.7")


@pytest.mark.rfc("6638", "3.2.9", "3.2.10", "4/preconditions")
def test_a_failure_becomes_a_status_and_the_tag_stays(alices, house, person):
    person("bob", email="bob@example.org", quota=10)
    tag = alices.put(meeting()).headers["schedule-tag"]
    assert status(alices.text, "bob@example.org") == "5.1"
    assert alices.client.get(alices.only()).headers["schedule-tag"] == tag


def test_what_was_received_long_ago_is_forgotten(alices, bobs, house, monkeypatch):
    alices.put(meeting())
    assert received.sweep(house) == ""
    monkeypatch.setattr(received, "now_ms", lambda: now_ms() + received.KEPT_MS + 1000)
    assert received.sweep(house) == "1 received messages forgotten"


@pytest.mark.rfc("6638", "3.2.9", "11.2/uid")
@pytest.mark.rfc("5546", "6.1")
def test_whose_uid_is_that_of_the_event_of_another_takes_nothing_over(alices, bobs, person):
    carols = Diary(person("carol", email="carol@example.org"))
    carols.put(meeting("SUMMARY:Secret", organizer="carol"))
    alices.put(meeting())
    assert lines_of(bobs.text, "SUMMARY") == ["SUMMARY:Secret"]
    assert status(alices.text, "bob@example.org") == "5.3"


def test_an_event_that_cannot_be_read_any_more_stops_nothing(alices, bobs, house):
    alices.put(meeting())
    member = house.resolve(tuple(bobs.only().strip("/").split("/")))
    house.store.engine.submit(
        lambda: house.store.engine.execute("UPDATE versions SET body = ? WHERE id = ?", (b"noise", member.version_id))
    ).result()
    alices.change("SUMMARY:Plans", "SUMMARY:Other plans")
    assert status(alices.text, "bob@example.org") == "5.2"
    assert house.store.engine.rows("SELECT id FROM outbox") == []


@pytest.mark.rfc("5546", "2.1.5")
def test_an_answer_to_what_was_before_comes_too_late(house, alices, bobs):
    """Its sender wrote down a later time than the organizer's client, and an earlier revision."""
    alices.put(meeting())
    seen = bobs.text
    alices.change("DTSTART:20300310T110000Z", "DTSTART:20300311T110000Z")
    line = next(line for line in lines_of(seen, "ATTENDEE") if line.endswith("bob@example.org"))
    reply = seen.replace(line, "SEQUENCE:0\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:bob@example.org")
    reply = reply.replace("VERSION:2.0", "VERSION:2.0\r\nMETHOD:REPLY").replace("20260101T000000Z", "20270101T000000Z")
    message = Message.parse(reply.encode(), "mailto:bob@example.org", "mailto:alice@example.org")
    assert receive(house, message).verdict is Verdict.STALE
    assert alices.partstat("bob") == "NEEDS-ACTION"


@pytest.fixture
def carols(person):
    return Diary(person("carol", email="carol@example.org"))


@pytest.mark.rfc("6638", "4.2/others", "3.2.10")
def test_the_other_guests_see_who_comes_and_find_nothing_in_their_inboxes(alices, bobs, carols):
    alices.put(meeting(attendees=("bob", "carol")))
    tag = carols.get(carols.only().rpartition("/")[2]).headers["schedule-tag"]
    bobs.change("ATTENDEE:mailto:bob", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob")
    assert [diary.partstat("bob") for diary in (alices, bobs, carols)] == ["ACCEPTED"] * 3
    assert [diary.partstat("carol") for diary in (alices, bobs, carols)] == ["NEEDS-ACTION"] * 3
    assert (len(carols.inbox()), len(bobs.inbox()), len(alices.inbox())) == (1, 1, 1)
    assert carols.get(carols.only().rpartition("/")[2]).headers["schedule-tag"] == tag


@pytest.mark.rfc("6638", "3.2.6", "4.2/others")
def test_guests_hear_of_no_instance_that_is_not_theirs(alices, bobs, carols):
    series = event("RRULE:FREQ=DAILY;COUNT=3", attendees=("bob",))
    extra = event("RECURRENCE-ID:20300311T110000Z", start="20300311T110000Z", attendees=("bob", "carol"))
    alices.put(calendar(series, extra))
    place = bobs.only()
    text = unfolded(bobs.client.get(place).text).replace("ATTENDEE:mailto:bob", "ATTENDEE;PARTSTAT=DECLINED:mailto:bob")
    assert bobs.client.put(place, text, content_type="text/calendar").status == 204
    assert (carols.partstat("bob"), carols.text.count("BEGIN:VEVENT"), "RRULE" in carols.text) == ("DECLINED", 1, False)


def test_answers_of_two_at_once_end_with_everybody_knowing_both(alices, bobs, carols, slow):
    alices.put(meeting(attendees=("bob", "carol")))
    deliver_due(slow)
    for diary, name in ((bobs, "bob"), (carols, "carol")):
        diary.change(f"ATTENDEE:mailto:{name}", f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{name}")
    while deliver_due(slow):
        pass
    known = [[diary.partstat(name) for name in ("bob", "carol")] for diary in (alices, bobs, carols)]
    assert known == [["ACCEPTED", "ACCEPTED"]] * 3


def test_who_hears_of_the_answers_of_others_does_not_answer_again(alices, bobs, slow, monkeypatch):
    alices.put(meeting())
    deliver_due(slow)
    bobs.change("ATTENDEE:mailto:bob", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob")
    alice = slow.store.accounts.by_name("alice")
    monkeypatch.setattr(delivery.refreshing, "now_ms", lambda: now_ms() + 60_000)
    delivery.refresh(slow, Posted(b"1", "itip-refresh", alice.id, b"meeting", 0))
    deliver_due(slow)
    assert (len(alices.inbox()), bobs.partstat("bob")) == (1, "ACCEPTED")
