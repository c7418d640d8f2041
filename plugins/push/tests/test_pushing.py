"""Changes reach devices through a push service that verifies who signed, and are decrypted by the device."""

import pytest
from lxml import etree

from a3dav.administration import add_app_password, erase_account, find_account, revoke_app_password, set_disabled
from a3dav.outbox import deliver_due
from a3dav.principals import Scope
from a3dav.storage import mounts
from a3dav.storage.transaction import Actor
from a3dav.testing.client import Client

P = "{https://bitfire.at/webdav-push}"
D = "{DAV:}"
CALENDAR = "/calendars/alice/calendar/"
HOME = "/calendars/alice/"


def event(uid, summary="lunch"):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "BEGIN:VEVENT", f"UID:{uid}"]
    lines += ["DTSTAMP:20260101T000000Z", "DTSTART:20260102T120000Z", f"SUMMARY:{summary}", "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def put(client, name="a", **headers):
    answer = client.put(f"{CALENDAR}{name}.ics", event(name), **headers)
    assert answer.status in {201, 204}


def token(client, path=CALENDAR):
    return client.propfind(path, f"{D}sync-token").multistatus[path].text(f"{D}sync-token")


def topic(client, path=CALENDAR):
    return client.propfind(path, f"{P}topic").multistatus[path].text(f"{P}topic")


def said(text):
    root = etree.fromstring(text.encode())
    return [child.tag.removeprefix(P) for child in root]


def waiting(house):
    return [str(row[0]) for row in house.store.engine.rows("SELECT kind FROM outbox ORDER BY kind")]


@pytest.mark.rfc("8030", "5", "8.1")
@pytest.mark.rfc("8291", "3.1", "3.2", "3.3", "3.4")
@pytest.mark.rfc("8292", "3", "3.1", "3.2")
def test_a_change_reaches_the_device_with_topic_and_token(house, alice, service, phone):
    phone.register(alice)
    put(alice)
    deliver_due(house)
    (text,) = service.told()
    message = etree.fromstring(text.encode())
    assert message.tag == f"{P}push-message"
    assert message.findtext(f"{P}topic") == topic(alice)
    assert message.findtext(f"{P}content-update/{D}sync-token") == token(alice)
    assert message.find(f"{P}property-update") is None


def test_a_home_hears_of_what_is_mounted_in_it(house, alice, bob, service, phone):
    phone.register(bob, "/calendars/bob/", content="infinity")
    share(alice)

    def work(tx):
        mounts.mount(tx, house.resolve(("calendars", "bob")), "hers", house.resolve(("calendars", "alice", "calendar")))

    house.transact(Actor(), work)
    deliver_due(house)
    assert len(service.told()) == 1
    put(alice)
    deliver_due(house)
    assert len(service.told()) == 2
    assert etree.fromstring(service.told()[1].encode()).findtext(f"{P}topic") == topic(bob, "/calendars/bob/")


@pytest.mark.rfc("8030", "5.2", "5.3", "5.4")
@pytest.mark.rfc("8291", "4")
def test_a_message_says_how_long_and_how_urgently_it_is_kept_and_what_it_replaces(house, alice, service, phone):
    phone.register(alice)
    put(alice)
    deliver_due(house)
    headers = service.messages[0][2]
    assert (headers["TTL"], headers["Urgency"], headers["Content-Encoding"]) == ("86400", "normal", "aes128gcm")
    assert headers["Content-Type"] == 'application/xml; charset="UTF-8"'
    assert 1 <= len(headers["Topic"]) <= 32


@pytest.mark.rfc("8030", "5.4")
def test_messages_that_say_the_same_replace_one_another_and_no_others(house, alice, service, phone):
    phone.register(alice, properties="0")
    for name in ("a", "b"):
        put(alice, name)
        deliver_due(house)
    alice.proppatch(CALENDAR, RENAME)
    deliver_due(house)
    first, second, third = (headers["Topic"] for _, _, headers in service.messages)
    assert first == second != third


@pytest.mark.rfc("8292", "2", "2.1")
def test_the_server_says_whom_to_turn_to(pushing, service):
    from a3dav.testing.people import add_person

    house = pushing(plugins__push__contact="mailto:admin@example.org")
    alice = add_person(house, "alice")
    found = alice.propfind(CALENDAR, f"{P}transports").multistatus[CALENDAR].found[f"{P}transports"]
    service.device(found.findtext(f"{P}web-push/{P}vapid-public-key")).register(alice)
    put(alice)
    deliver_due(house)
    assert service.said["sub"] == "mailto:admin@example.org"


def test_a_burst_of_changes_is_one_message(house, alice, service, phone):
    phone.register(alice)
    for number in range(30):
        put(alice, str(number))
    assert waiting(house) == ["push-gathered"]
    deliver_due(house)
    assert len(service.told()) == 1


def test_changes_are_gathered_for_the_pause_of_the_settings(pushing, service, clock):
    from a3dav.testing.people import add_person

    house = pushing(plugins__push__pause=60)
    alice = add_person(house, "alice")
    found = alice.propfind(CALENDAR, f"{P}transports").multistatus[CALENDAR].found[f"{P}transports"]
    service.device(found.findtext(f"{P}web-push/{P}vapid-public-key")).register(alice)
    put(alice)
    deliver_due(house)
    early = len(service.told())
    clock.forward(seconds=61)
    deliver_due(house)
    assert (early, len(service.told())) == (0, 1)


def test_after_a_message_the_next_change_makes_another(house, alice, service, phone):
    phone.register(alice)
    for name in ("a", "b"):
        put(alice, name)
        deliver_due(house)
    assert len(set(service.told())) == 2


def test_where_nobody_subscribed_nothing_waits(house, alice, phone):
    put(alice)
    assert waiting(house) == []


def test_what_changes_nothing_is_no_news(house, alice, service, phone):
    put(alice)
    phone.register(alice)
    put(alice)
    assert waiting(house) == []


RENAME = '<propertyupdate xmlns="DAV:"><set><prop><displayname>Work</displayname></prop></set></propertyupdate>'
GRANT = (
    '<acl xmlns="DAV:"><ace><principal><href>/principals/users/bob/</href></principal>'
    "<grant><privilege><read/></privilege></grant></ace></acl>"
)


def delete(path):
    return lambda client: client.delete(path)


CHANGES = {
    "new member": lambda client: client.put(f"{CALENDAR}new.ics", event("new")),
    "changed member": lambda client: client.put(f"{CALENDAR}old.ics", event("old", "dinner")),
    "deleted member": delete(f"{CALENDAR}old.ics"),
    "moved in": lambda client: client.request(
        "MOVE", f"{HOME}other/x.ics", destination=f"http://localhost{CALENDAR}x.ics"
    ),
    "moved out": lambda client: client.request(
        "MOVE", f"{CALENDAR}old.ics", destination=f"http://localhost{HOME}other/old.ics"
    ),
    "copied in": lambda client: client.request(
        "COPY", f"{HOME}other/x.ics", destination=f"http://localhost{CALENDAR}x.ics"
    ),
    "imported": lambda client: client.request("POST", CALENDAR, event("imported"), content_type="text/calendar"),
    "new calendar": lambda client: client.request("MKCALENDAR", f"{HOME}new/"),
    "deleted calendar": delete(f"{HOME}other/"),
    "member of another": lambda client: client.put(f"{HOME}other/y.ics", event("y")),
    "renamed": lambda client: client.proppatch(CALENDAR, RENAME),
    "property of a member": lambda client: client.proppatch(f"{CALENDAR}old.ics", RENAME),
    "rights": lambda client: client.request("ACL", CALENDAR, GRANT),
    "home renamed": lambda client: client.proppatch(HOME, RENAME),
}


@pytest.fixture
def furnished(alice, bob):
    alice.put(f"{CALENDAR}old.ics", event("old"))
    alice.request("MKCALENDAR", f"{HOME}other/")
    alice.put(f"{HOME}other/x.ics", event("x"))
    return alice


CONTENT, PROPERTIES = ["topic", "content-update"], ["topic", "property-update"]


@pytest.mark.parametrize(
    ("change", "path", "content", "properties", "told"),
    [
        ("new member", CALENDAR, "1", None, CONTENT),
        ("changed member", CALENDAR, "1", None, CONTENT),
        ("deleted member", CALENDAR, "1", None, CONTENT),
        ("moved in", CALENDAR, "1", None, CONTENT),
        ("moved out", CALENDAR, "1", None, CONTENT),
        ("copied in", CALENDAR, "1", None, CONTENT),
        ("imported", CALENDAR, "1", None, CONTENT),
        ("new member", CALENDAR, "infinity", None, CONTENT),
        ("new member", CALENDAR, "0", None, None),
        ("new member", CALENDAR, None, "infinity", None),
        ("member of another", CALENDAR, "infinity", "infinity", None),
        ("new calendar", CALENDAR, "infinity", "infinity", None),
        ("new member", HOME, "infinity", None, CONTENT),
        ("new member", HOME, "1", None, None),
        ("new calendar", HOME, "1", None, CONTENT),
        ("deleted calendar", HOME, "1", None, CONTENT),
        ("new calendar", HOME, "0", None, None),
        ("deleted calendar", f"{HOME}other/", "0", None, CONTENT),
        ("deleted calendar", f"{HOME}other/", "infinity", "infinity", CONTENT),
        ("deleted calendar", f"{HOME}other/", None, "infinity", None),
        ("renamed", CALENDAR, None, "0", PROPERTIES),
        ("renamed", CALENDAR, "infinity", None, None),
        ("renamed", HOME, None, "0", None),
        ("renamed", HOME, None, "1", PROPERTIES),
        ("property of a member", CALENDAR, None, "0", None),
        ("property of a member", CALENDAR, None, "1", PROPERTIES),
        ("property of a member", HOME, None, "1", None),
        ("property of a member", HOME, None, "infinity", PROPERTIES),
        ("rights", CALENDAR, None, "0", PROPERTIES),
        ("home renamed", HOME, None, "0", PROPERTIES),
        ("home renamed", CALENDAR, None, "infinity", None),
    ],
)
def test_triggers_hear_what_they_asked_for(house, furnished, service, phone, change, path, content, properties, told):
    phone.register(furnished, path, content=content, properties=properties)
    assert CHANGES[change](furnished).status < 300
    deliver_due(house)
    assert [said(text) for text in service.told()] == ([] if told is None else [told])


def test_an_update_of_both_is_one_message(house, alice, service, phone):
    phone.register(alice, properties="0")
    put(alice)
    alice.proppatch(CALENDAR, RENAME)
    assert waiting(house) == ["push-gathered"]
    deliver_due(house)
    assert [said(text) for text in service.told()] == [["topic", "content-update", "property-update"]]


def test_what_a_task_writes_is_news_as_well(house, alice, service, phone):
    phone.register(alice)
    put(alice)
    deliver_due(house)
    account = find_account(house, "alice")

    def remove(tx):
        calendar = tx.store.child(tx.store.home("calendars", account.id, "alice"), "calendar")
        tx.delete(tx.store.child(calendar, "a.ics"), calendar)

    house.transact(Actor(), remove)
    deliver_due(house)
    assert len(service.told()) == 2


def test_a_collection_that_is_gone_ends_its_registrations_when_it_was_told(house, furnished, service, phone, rows):
    phone.register(furnished, f"{HOME}other/")
    furnished.delete(f"{HOME}other/")
    deliver_due(house)
    assert (len(service.told()), rows(house)) == (1, [])


def test_each_device_has_a_message_of_its_own(house, alice, service, phone):
    tablet = service.device(service.devices["/one"][1], "two")
    phone.register(alice)
    tablet.register(alice)
    put(alice)
    deliver_due(house)
    assert (len(service.told(phone)), len(service.told(tablet))) == (1, 1)


def location(answer):
    return answer.headers["location"]


@pytest.mark.parametrize("header", ['"{}"', '"https://elsewhere.example/x", "{}"', 'nonsense, "{}"'])
def test_a_device_is_not_told_of_what_it_changes_itself(house, alice, service, phone, header):
    tablet = service.device(service.devices["/one"][1], "two")
    tablet.register(alice)
    own = location(phone.register(alice))
    put(alice, push_dont_notify=header.format(own))
    deliver_due(house)
    assert (service.told(phone), len(service.told(tablet))) == ([], 1)


def test_nobody_is_told_where_a_client_asks_for_silence(house, alice, service, phone):
    phone.register(alice)
    put(alice, push_dont_notify="*")
    deliver_due(house)
    assert service.told() == []


@pytest.mark.parametrize("method", ["DELETE", "PROPPATCH", "POST", "MKCALENDAR"])
def test_silence_is_kept_by_every_method(house, alice, service, phone, method):
    put(alice)
    phone.register(alice, HOME, content="infinity", properties="infinity")
    requests = {
        "DELETE": (f"{CALENDAR}a.ics", ""), "PROPPATCH": (CALENDAR, RENAME), "POST": (CALENDAR, event("b")),
        "MKCALENDAR": (f"{HOME}new/", ""),
    }  # fmt: skip
    path, body = requests[method]
    answer = alice.request(
        method, path, body, push_dont_notify="*", content_type="text/calendar" if method == "POST" else ""
    )
    assert answer.status < 300
    assert waiting(house) == []


@pytest.mark.parametrize("header", ["", "nonsense", '"*"', '"', '"https://elsewhere.example/x"', '"/push/"'])
def test_what_cannot_be_meant_silences_nobody(house, alice, service, phone, header):
    phone.register(alice)
    put(alice, push_dont_notify=header)
    deliver_due(house)
    assert len(service.told()) == 1


def test_a_later_change_that_is_not_silenced_is_told(house, alice, service, phone):
    own = location(phone.register(alice))
    put(alice, "a", push_dont_notify=f'"{own}"')
    put(alice, "b")
    deliver_due(house)
    assert len(service.told()) == 1


def share(alice, privilege="read"):
    alice.request("ACL", CALENDAR, GRANT.replace("<read/>", f"<{privilege}/>"))


def test_nobody_silences_the_devices_of_another(house, alice, bob, service, phone):
    share(alice, "all")
    own = location(phone.register(alice))
    bob.put(f"{CALENDAR}b.ics", event("b"), push_dont_notify=f'"{own}"')
    deliver_due(house)
    assert len(service.told()) == 1


def test_who_may_read_the_collection_of_another_is_told_with_a_token_of_their_own(house, alice, bob, service, phone):
    share(alice)
    phone.register(bob)
    put(alice)
    deliver_due(house)
    found = etree.fromstring(service.told()[0].encode()).findtext(f"{P}content-update/{D}sync-token")
    assert found == token(bob) != token(alice)


def test_who_may_not_read_it_any_more_is_not_told_and_forgotten(house, alice, bob, service, phone, rows):
    share(alice)
    phone.register(bob)
    alice.request("ACL", CALENDAR, '<acl xmlns="DAV:"/>')
    put(alice)
    deliver_due(house)
    assert (service.told(), rows(house)) == ([], [])


def test_a_disabled_account_is_not_told(house, alice, bob, service, phone, rows):
    share(alice)
    phone.register(bob)
    set_disabled(house, Actor(), "bob", disabled=True)
    put(alice)
    deliver_due(house)
    assert (service.told(), rows(house)) == ([], [])


@pytest.fixture
def with_app_password(house, alice):
    password = add_app_password(house, Actor(), "alice", label="phone", scope=Scope.DAV, days=10)
    return Client(house, "alice", password)


def test_a_registration_by_app_password_is_served(house, with_app_password, service, phone):
    phone.register(with_app_password)
    put(with_app_password)
    deliver_due(house)
    assert len(service.told()) == 1


def test_a_revoked_app_password_ends_what_was_registered_with_it(house, alice, with_app_password, service, phone, rows):
    phone.register(with_app_password)
    (entry,) = house.store.accounts.app_passwords(find_account(house, "alice").id)
    revoke_app_password(house, Actor(), "alice", entry.id.hex())
    put(alice)
    deliver_due(house)
    assert (service.told(), rows(house)) == ([], [])


def test_an_app_password_that_ran_out_ends_what_was_registered_with_it(
    house, alice, with_app_password, service, phone, clock
):
    phone.register(with_app_password)
    clock.forward(days=11)
    put(alice)
    deliver_due(house)
    assert service.told() == []


def test_a_registration_that_is_over_is_not_served(house, alice, service, phone, clock):
    phone.register(alice)
    clock.forward(days=15)
    put(alice)
    deliver_due(house)
    assert service.told() == []


def test_a_message_that_waited_until_the_end_of_its_registration_is_not_sent(house, alice, service, phone, clock, rows):
    phone.register(alice)
    put(alice)
    clock.forward(days=15)
    deliver_due(house)
    assert (service.told(), rows(house)) == ([], [])


def test_an_account_takes_its_registrations_along(house, alice, bob, service, phone, rows):
    share(alice)
    phone.register(bob)
    put(alice)
    erase_account(house, Actor(), find_account(house, "bob"))
    deliver_due(house)
    assert (service.told(), rows(house)) == ([], [])


def test_registrations_for_what_an_erased_account_owned_end(house, alice, bob, service, phone, rows):
    share(alice)
    phone.register(bob)
    erase_account(house, Actor(), find_account(house, "alice"))
    deliver_due(house)
    assert ([said(text) for text in service.told()], rows(house)) == ([CONTENT], [])


PRINCIPAL = "/principals/users/alice/"


def test_the_properties_of_a_principal_are_told_to_those_who_see_it(house, alice, bob, service, phone):
    phone.register(bob, PRINCIPAL, content=None, properties="0")
    assert alice.proppatch(PRINCIPAL, RENAME).status == 207
    deliver_due(house)
    (text,) = service.told()
    assert said(text) == PROPERTIES
    assert etree.fromstring(text.encode()).findtext(f"{P}topic") == topic(bob, PRINCIPAL)


def test_a_principal_that_is_not_seen_any_more_is_not_told_of(pushing, alice, bob, service, phone):
    phone.register(bob, PRINCIPAL, content=None, properties="0")
    narrower = pushing(principals__visible="nobody")
    Client(narrower, "alice", "alice's password").proppatch(PRINCIPAL, RENAME)
    deliver_due(narrower)
    assert service.told() == []
