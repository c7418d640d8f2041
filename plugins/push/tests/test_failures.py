"""What push services answer when they do not take a message, and what becomes of a registration then."""

import pytest

from a3dav.outbox import deliver_due

CALENDAR = "/calendars/alice/calendar/"
LINES = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "BEGIN:VEVENT", "UID:{}", "DTSTAMP:20260101T000000Z"]
LINES += ["DTSTART:20260102T120000Z", "END:VEVENT", "END:VCALENDAR", ""]


def put(client, name="a"):
    assert client.put(f"{CALENDAR}{name}.ics", "\r\n".join(LINES).format(name)).status == 201


def waiting(house):
    return [
        (str(kind), int(given_up)) for kind, given_up in house.store.engine.rows("SELECT kind, given_up FROM outbox")
    ]


@pytest.fixture
def registered(alice, service, phone):
    phone.register(alice)
    put(alice)
    return phone


@pytest.mark.rfc("8030", "7.3")
@pytest.mark.parametrize("status", [404, 410])
def test_a_device_that_is_gone_is_forgotten_with_all_its_registrations(house, alice, service, registered, rows, status):
    registered.register(alice, "/calendars/alice/tasks/")
    service.answers["/one"] = (status, {})
    deliver_due(house)
    assert (rows(house), waiting(house)) == ([], [])


@pytest.mark.rfc("8030", "8.4")
@pytest.mark.parametrize("status", [429, 503, 500])
def test_a_service_that_is_busy_is_asked_again_when_it_says(house, service, registered, clock, status):
    service.answers["/one"] = (status, {"Retry-After": "600"})
    deliver_due(house)
    del service.answers["/one"]
    clock.forward(minutes=9)
    deliver_due(house)
    early = len(service.messages)
    clock.forward(minutes=2)
    deliver_due(house)
    assert (early, [type(text) for _, text, _ in service.messages]) == (1, [int, str])


@pytest.mark.parametrize("status", [500, 502, 408])
def test_a_service_that_fails_is_asked_again_after_a_pause(house, service, registered, clock, status):
    service.answers["/one"] = (status, {})
    deliver_due(house)
    del service.answers["/one"]
    clock.forward(seconds=10)
    deliver_due(house)
    assert [type(text) for _, text, _ in service.messages] == [int, str]


@pytest.mark.parametrize("status", [400, 401, 403, 413, 302])
def test_what_a_service_refuses_is_not_sent_again_and_the_next_change_is(
    house, alice, service, registered, rows, status
):
    service.answers["/one"] = (status, {})
    deliver_due(house)
    assert (len(rows(house)), waiting(house)) == (1, [])
    del service.answers["/one"]
    put(alice, "b")
    deliver_due(house)
    assert [type(text) for _, text, _ in service.messages] == [int, str]


def give_up(house, clock):
    for _ in range(12):
        deliver_due(house)
        clock.forward(hours=1)


def test_a_message_is_tried_a_bounded_number_of_times_and_leaves_nothing(house, service, registered, rows, clock):
    service.answers["/one"] = (500, {})
    give_up(house, clock)
    assert (len(service.messages), len(rows(house)), waiting(house)) == (10, 1, [])


def test_a_device_that_stays_away_for_days_is_forgotten(house, alice, service, registered, rows, clock):
    service.answers["/one"] = (500, {})
    give_up(house, clock)
    clock.forward(days=3)
    put(alice, "b")
    give_up(house, clock)
    assert rows(house) == []


def test_a_device_that_came_back_has_its_days_again(house, alice, service, registered, rows, clock):
    service.answers["/one"] = (500, {})
    give_up(house, clock)
    del service.answers["/one"]
    put(alice, "b")
    deliver_due(house)
    clock.forward(days=4)
    service.answers["/one"] = (400, {})
    put(alice, "c")
    deliver_due(house)
    assert len(rows(house)) == 1


def test_while_a_device_does_not_answer_changes_do_not_pile_up(house, alice, service, registered):
    service.answers["/one"] = (500, {})
    deliver_due(house)
    for name in ("b", "c", "d"):
        put(alice, name)
        deliver_due(house)
    assert waiting(house) == [("push-message", 0)]


def test_what_happens_while_a_message_is_sent_is_told_behind_it(house, alice, service, registered, monkeypatch):
    ask, told = house.outgoing.ask, []

    def meanwhile(asked):
        if not told:
            told.append(asked)
            put(alice, "b")
            house.deliveries["push-gathered"].deliver(house, gathered(house))
        return ask(asked)

    monkeypatch.setattr(house.outgoing, "ask", meanwhile)
    deliver_due(house)
    assert len(service.told()) == 2
    assert waiting(house) == []


def gathered(house):
    from a3dav.registries import Message

    row = house.store.engine.row("SELECT id, payload FROM outbox WHERE kind = 'push-gathered'")
    return Message(bytes(row[0]), "push-gathered", b"", bytes(row[1]), 0)


def test_devices_of_a_service_that_does_not_answer_do_not_all_wait_for_it(
    house, alice, service, registered, monkeypatch
):
    from a3dav.outgoing import OutgoingError

    tablet = service.device(service.devices["/one"][1], "two")
    tablet.register(alice)
    put(alice, "b")
    asked = []

    def ask(wanted):
        asked.append(wanted.url)
        raise OutgoingError("it did not answer in time")

    monkeypatch.setattr(house.outgoing, "ask", ask)
    deliver_due(house)
    assert len(asked) == 1


def test_an_address_that_became_private_is_not_connected_to(house, alice, service, registered, monkeypatch):
    from a3dav.config.model import OutgoingSettings
    from a3dav.outgoing import Outgoing

    monkeypatch.setattr(house, "outgoing", Outgoing(OutgoingSettings()))
    deliver_due(house)
    assert (service.messages, waiting(house)) == ([], [])


def test_a_message_delivered_twice_is_sent_once(house, service, registered):
    from a3dav.registries import Message

    deliver_due(house)
    (subscription,) = house.store.engine.rows("SELECT id FROM push_subscriptions")
    house.deliveries["push-message"].deliver(house, Message(b"", "push-message", b"", subscription[0].encode(), 0))
    assert len(service.messages) == 1


@pytest.mark.rfc("8030", "8.5")
def test_reasons_in_the_outbox_do_not_tell_the_address_of_a_device(house, service, registered):
    service.answers["/one"] = (500, {})
    deliver_due(house)
    (reason,) = [row[0] for row in house.store.engine.rows("SELECT failure FROM outbox")]
    assert reason == f"{service.origin} answered 500"
