"""The key of the server, its rotation, housekeeping, backups, and the commands of administrators."""

import threading

import pytest
from click.testing import CliRunner
from lxml import etree

from a3dav.administration import add_app_password, find_account, revoke_app_password, set_disabled
from a3dav.cli import complete
from a3dav.outbox import deliver_due
from a3dav.principals import Scope
from a3dav.storage.transaction import Actor
from a3dav.tasks import run_if_due
from a3dav.testing.backups import back_up, put_back
from a3dav.testing.client import Client
from a3dav.testing.people import add_person

P = "{https://bitfire.at/webdav-push}"
D = "{DAV:}"
CALENDAR = "/calendars/alice/calendar/"
TASKS = "/calendars/alice/tasks/"
LINES = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "BEGIN:VEVENT", "UID:{}", "DTSTAMP:20260101T000000Z"]
LINES += ["DTSTART:20260102T120000Z", "END:VEVENT", "END:VCALENDAR", ""]


def put(client, name="a"):
    assert client.put(f"{CALENDAR}{name}.ics", "\r\n".join(LINES).format(name)).status == 201


def key_of(client):
    found = client.propfind(CALENDAR, f"{P}transports").multistatus[CALENDAR].found[f"{P}transports"]
    return found.findtext(f"{P}web-push/{P}vapid-public-key")


@pytest.fixture
def a3dav(house, store_settings):
    environment = {**store_settings, "A3DAV_SERVER__DATA_DIR": str(house.store.data_dir)}

    def run(*arguments, ends_with=0):
        done = CliRunner().invoke(complete(), ["push", *arguments], env=environment)
        assert done.exit_code == ends_with, done.output
        return f"{done.output}{done.exception or ''}"

    return run


def test_the_key_is_shown_to_administrators_and_to_clients_alike(alice, a3dav):
    assert a3dav("key").strip() == key_of(alice)


def test_stores_have_keys_of_their_own(house, alice, make_house, tmp_path):
    from a3dav_push.keys import public_key

    assert public_key(house.store, 0) != public_key(house.store, 1)
    before, house.store.key = public_key(house.store, 0), b"another secret of another store.."
    assert public_key(house.store, 0) != before


def test_who_had_the_store_before_does_not_know_the_key_that_comes_after_it(house, a3dav):
    first = a3dav("rotate-key")
    house.store.engine.execute("DELETE FROM push_keys")
    assert a3dav("rotate-key") != first


@pytest.mark.rfc("8292", "4.2")
def test_each_device_is_told_once_of_a_new_key_signed_with_the_old_one(house, alice, service, phone, a3dav):
    phone.register(alice)
    phone.register(alice, TASKS)
    old = key_of(alice)
    new = a3dav("rotate-key").splitlines()[0]
    deliver_due(house)
    (text,) = service.told()
    message = etree.fromstring(text.encode())
    assert [child.tag for child in message] == [f"{P}property-update"]
    assert message.find(f"{P}property-update/{D}prop/{P}transports") is not None
    assert new == key_of(alice) != old


def test_registrations_under_the_old_key_end_when_their_device_was_told(house, alice, service, phone, a3dav, rows):
    phone.register(alice)
    phone.register(alice, TASKS)
    a3dav("rotate-key")
    deliver_due(house)
    assert rows(house) == []


def test_who_registered_anew_under_the_new_key_stays(house, alice, service, phone, a3dav, rows):
    phone.register(alice)
    a3dav("rotate-key")
    service.devices["/one"] = (phone, key_of(alice))
    phone.register(alice)
    deliver_due(house)
    put(alice)
    deliver_due(house)
    assert [len(etree.fromstring(text.encode())) for text in service.told()] == [2]
    assert len(rows(house)) == 1


def test_who_registers_anew_while_the_new_key_is_told_stays(house, alice, service, phone, a3dav, rows, monkeypatch):
    phone.register(alice)
    a3dav("rotate-key")
    ask = house.outgoing.ask

    def meanwhile(asked):
        phone.register(alice)
        return ask(asked)

    monkeypatch.setattr(house.outgoing, "ask", meanwhile)
    deliver_due(house)
    assert [row[3] for row in rows(house)] == [1]


def tidy(house, clock):
    clock.forward(hours=2)
    house.store.engine.execute("UPDATE jobs SET last_run = 0")
    (task,) = (task for task in house.task_table.entries if task.name == "push-registrations")
    assert run_if_due(house, task)


def test_housekeeping_removes_registrations_that_are_over(house, alice, phone, clock, rows):
    phone.register(alice)
    clock.forward(days=15)
    tidy(house, clock)
    assert rows(house) == []


def test_housekeeping_removes_registrations_of_disabled_accounts(house, alice, phone, clock, rows):
    phone.register(alice)
    set_disabled(house, Actor(), "alice", disabled=True)
    tidy(house, clock)
    assert rows(house) == []


def test_housekeeping_removes_registrations_of_revoked_app_passwords_alone(house, alice, phone, clock, rows):
    password = add_app_password(house, Actor(), "alice", label="phone", scope=Scope.DAV, days=0)
    phone.register(Client(house, "alice", password))
    tidy(house, clock)
    kept = len(rows(house))
    (entry,) = house.store.accounts.app_passwords(find_account(house, "alice").id)
    revoke_app_password(house, Actor(), "alice", entry.id.hex())
    tidy(house, clock)
    assert (kept, rows(house)) == (1, [])


def test_housekeeping_leaves_what_holds(house, alice, phone, clock, rows):
    phone.register(alice)
    phone.register(alice, "/principals/users/alice/", properties="0")
    tidy(house, clock)
    assert len(rows(house)) == 2


def test_housekeeping_wakes_what_lost_its_message(house, alice, service, phone, clock):
    phone.register(alice)
    put(alice)
    house.store.engine.execute("DELETE FROM outbox")
    tidy(house, clock)
    deliver_due(house)
    assert len(service.told()) == 1


def test_housekeeping_wakes_what_was_on_its_way(house, alice, service, phone, clock):
    phone.register(alice)
    put(alice)
    service.answers["/one"] = (500, {})
    deliver_due(house)
    house.store.engine.execute("DELETE FROM outbox")
    del service.answers["/one"]
    tidy(house, clock)
    deliver_due(house)
    assert len(service.told()) == 1


def test_registrations_are_listed_without_the_addresses_of_devices(alice, bob, phone, a3dav):
    phone.register(alice)
    listed = a3dav("list", "alice")
    assert "/calendars/alice/calendar/" in listed
    assert phone.address not in listed
    assert "calendar" not in a3dav("list", "bob")


def test_an_administrator_ends_a_registration(house, alice, phone, a3dav, rows):
    registered = phone.register(alice).headers["location"].rpartition("/")[2]
    a3dav("remove", registered)
    assert rows(house) == []


def test_a_registration_that_is_not_there_cannot_be_ended(a3dav, alice):
    assert "see: a3dav push list" in a3dav("remove", "nothing", ends_with=1)


@pytest.mark.parametrize("contact", ["admin@example.org", "http://example.org", "mailto:nobody"])
def test_a_contact_that_no_push_service_takes_is_refused(make_house, contact):
    from a3dav.errors import ConfigError

    with pytest.raises(ConfigError, match="mailto:admin@example"):
        make_house(plugins__push__contact=contact)


def test_a_restored_store_goes_on_with_key_and_registrations(
    house, alice, service, phone, tmp_path, more_stores, authority
):
    phone.register(alice)
    put(alice)
    settings = {
        **more_stores(), "A3DAV_OUTGOING__ALLOWED": "127.0.0.1", "A3DAV_OUTGOING__CA_FILE": str(authority.file),
        "A3DAV_PLUGINS__PUSH__PAUSE": "0",
    }  # fmt: skip
    restored, _ = put_back(back_up(house), tmp_path / "restored", settings)
    try:
        later = Client(restored, "alice", "alice's password")
        deliver_due(restored)
        put(later, "b")
        deliver_due(restored)
        assert len(service.told()) == 2
        assert key_of(later) == key_of(alice)
    finally:
        restored.close()


def test_while_the_plugin_is_off_registrations_wait(make_house, house, alice, service, phone, authority):
    phone.register(alice)
    make_house(plugins__disabled="push").close()
    reopened = make_house(outgoing__allowed="127.0.0.1", outgoing__ca_file=str(authority.file), plugins__push__pause=0)
    put(Client(reopened, "alice", "alice's password"))
    deliver_due(reopened)
    assert len(service.told()) == 1


def test_without_the_plugin_writes_and_documents_are_answered_as_ever(make_house):
    alice = add_person(make_house(plugins__disabled="push"), "alice")
    put(alice)
    answer = alice.request("POST", CALENDAR, "<x/>", content_type="application/xml")
    assert (answer.status, "webdav-push" in alice.request("OPTIONS", CALENDAR).headers["dav"]) == (415, False)


def test_the_last_change_is_told_however_writing_and_sending_race(house, alice, service, phone):
    phone.register(alice)
    writing = threading.Event()
    failures = []

    def send():
        try:
            while not writing.is_set():
                deliver_due(house)
        except Exception as error:
            failures.append(error)

    sender = threading.Thread(target=send)
    sender.start()
    for number in range(40):
        put(alice, str(number))
    writing.set()
    sender.join()
    deliver_due(house)
    last = etree.fromstring(service.told()[-1].encode()).findtext(f"{P}content-update/{D}sync-token")
    now = alice.propfind(CALENDAR, f"{D}sync-token").multistatus[CALENDAR].text(f"{D}sync-token")
    assert (last, failures) == (now, [])
