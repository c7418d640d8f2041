"""A calendar of the birthdays in one's contacts."""

import pytest

from a3dav.administration import find_account
from a3dav.outbox import deliver_due
from a3dav.storage.transaction import Actor
from a3dav_content.cards import Card
from a3dav_subscriptions.birthdays import switch
from a3dav_subscriptions.days import Day, days_of

BOOK, CALENDAR = "/addressbooks/alice/addressbook/", "/calendars/alice/birthdays/"


def card(*lines, version="3.0", name="Grace"):
    head = ["BEGIN:VCARD", f"VERSION:{version}", f"UID:{name}", f"FN:{name}", f"N:{name};;;;"]
    return "\r\n".join([*head, *lines, "END:VCARD", ""])


@pytest.fixture
def settle(house):
    """Does what waits, as if its time had come."""

    def work():
        engine = house.store.engine
        engine.submit(lambda: engine.execute("UPDATE outbox SET due = 0")).result()
        return deliver_due(house)

    return work


def bodies(client):
    rows = client.propfind(CALENDAR, "{DAV:}getetag", depth="1").multistatus
    return [client.get(href).body.decode() for href in rows if href != CALENDAR]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("BDAY:1906-12-09", (1906, 12, 9)), ("BDAY:19061209", (1906, 12, 9)), ("BDAY:--1209", (0, 12, 9)),
        ("BDAY:--12-09", (0, 12, 9)), ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-09", (0, 12, 9)),
        ("BDAY;VALUE=DATE:2000-02-29", (2000, 2, 29)), ("BDAY:1906-12-09T00:00:00Z", (1906, 12, 9)),
        ("BDAY:1906-12", None), ("BDAY:1906", None), ("BDAY;VALUE=text:in winter", None), ("BDAY:", None),
        ("BDAY:1901-02-29", None), ("BDAY:1906-13-09", None), ("BDAY:garbage", None),
    ],
)  # fmt: skip
def test_days_as_clients_write_them(line, day):
    found = days_of(Card.parse(card(line, version="4.0").encode()))
    assert found == ([Day("birthday", *day)] if day else [])


@pytest.mark.parametrize(
    "lines",
    [
        ["ANNIVERSARY:19300501"], ["X-ANNIVERSARY:1930-05-01"], ["X-EVOLUTION-ANNIVERSARY:1930-05-01"],
        ["item1.X-ABDATE:1930-05-01", "item1.X-ABLabel:_$!<Anniversary>!$_"],
    ],
)  # fmt: skip
def test_anniversaries_as_clients_write_them(lines):
    assert days_of(Card.parse(card(*lines).encode())) == [Day("anniversary", 1930, 5, 1)]


def test_another_date_of_apples_is_no_anniversary():
    assert days_of(Card.parse(card("item1.X-ABDATE:1930-05-01", "item1.X-ABLabel:Graduation").encode())) == []


def test_who_died_has_no_birthdays():
    assert days_of(Card.parse(card("BDAY:19061209", "DEATHDATE:19920101", version="4.0").encode())) == []


def test_the_calendar_comes_with_the_first_birthday_and_follows_the_cards(alice, settle):
    alice.put(BOOK + "ada.vcf", card(name="Ada"))
    settle()
    assert alice.get(CALENDAR).status == 404
    alice.put(BOOK + "grace.vcf", card("BDAY:1906-12-09"))
    settle()
    (body,) = bodies(alice)
    wanted = ("SUMMARY:🎂 Grace (1906)", "DTSTART;VALUE=DATE:19061209", "RRULE:FREQ=YEARLY\r\n", "TRANSP:TRANSPARENT")
    assert [text in body for text in wanted] == [True] * 4
    alice.put(BOOK + "grace.vcf", card("BDAY:1907-12-09"))
    settle()
    assert "(1907)" in bodies(alice)[0]
    alice.delete(BOOK + "grace.vcf")
    settle()
    assert bodies(alice) == []


def test_a_leap_day_is_the_last_of_february(alice, settle):
    alice.put(BOOK + "grace.vcf", card("BDAY:--0229", version="4.0"))
    settle()
    (body,) = bodies(alice)
    assert ("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" in body, "SUMMARY:🎂 Grace\r\n" in body) == (True, True)


def test_what_did_not_change_is_not_written_again(alice, settle):
    alice.put(BOOK + "grace.vcf", card("BDAY:1906-12-09"))
    settle()
    token = alice.sync(CALENDAR).xml.findtext("{DAV:}sync-token")
    alice.put(BOOK + "grace.vcf", card("BDAY:1906-12-09", "NOTE:x"))
    settle()
    assert list(alice.sync(CALENDAR, token).multistatus) == []


def test_many_cards_are_one_message(house, alice):
    for number in range(5):
        alice.put(f"{BOOK}{number}.vcf", card("BDAY:1906-12-09", name=str(number)))
    assert house.store.engine.rows("SELECT COUNT(*) FROM outbox WHERE kind = 'birthdays'") == [(1,)]


def test_a_change_while_the_calendar_is_made_asks_anew(house, alice):
    alice.put(BOOK + "grace.vcf", card("BDAY:1906-12-09"))
    engine = house.store.engine
    engine.submit(lambda: engine.execute("UPDATE outbox SET leased_until = 9000000000000")).result()
    alice.put(BOOK + "ada.vcf", card("BDAY:1815-12-10", name="Ada"))
    assert engine.rows("SELECT COUNT(*) FROM outbox WHERE kind = 'birthdays'") == [(2,)]


def test_nobody_writes_into_it(alice, settle):
    alice.put(BOOK + "grace.vcf", card("BDAY:1906-12-09"))
    settle()
    (href,) = (path for path in alice.propfind(CALENDAR, "{DAV:}getetag", depth="1").multistatus if path != CALENDAR)
    assert (alice.delete(href).status, alice.put(CALENDAR + "x.ics", "x").status) == (403, 403)


def test_who_deletes_it_is_rid_of_it(alice, settle):
    alice.put(BOOK + "grace.vcf", card("BDAY:1906-12-09"))
    settle()
    assert alice.delete(CALENDAR).status == 204
    alice.put(BOOK + "ada.vcf", card("BDAY:1815-12-10", name="Ada"))
    settle()
    assert alice.get(CALENDAR).status == 404


def test_it_can_be_had_again(house, alice, settle):
    alice.put(BOOK + "grace.vcf", card("BDAY:1906-12-09"))
    settle()
    account = find_account(house, "alice")
    switch(house, Actor(), account, wanted=False)
    assert alice.get(CALENDAR).status == 404
    switch(house, Actor(), account, wanted=True)
    settle()
    assert len(bodies(alice)) == 1


def test_a_hostile_name_breaks_no_line(alice, settle):
    alice.put(BOOK + "grace.vcf", card("BDAY:1906-12-09").replace("FN:Grace", "FN:A\\nRRULE:x\\, {name}; b"))
    settle()
    assert "SUMMARY:🎂 A RRULE:x\\, {name}\\; b (1906)" in bodies(alice)[0]
