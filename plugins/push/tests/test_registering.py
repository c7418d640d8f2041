"""What clients find out about push, and how devices register and leave."""

import base64
import re
import time
from email.utils import formatdate, parsedate_to_datetime

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from a3dav.testing.people import add_person

P = "{https://bitfire.at/webdav-push}"
D = "{DAV:}"
CALENDAR = "/calendars/alice/calendar/"
DAY = 86_400


@pytest.mark.parametrize(
    "path",
    [CALENDAR, "/calendars/alice/", "/addressbooks/alice/addressbook/", "/files/alice/", "/principals/users/alice/"],
)
def test_a_collection_says_that_it_can_push(alice, path):
    assert "webdav-push" in alice.request("OPTIONS", path).headers["dav"].split(", ")


@pytest.mark.parametrize("path", ["/", "/principals/users/", "/files/alice/note.txt"])
def test_what_cannot_push_does_not_say_so(alice, path):
    alice.put("/files/alice/note.txt", "hello")
    assert "webdav-push" not in alice.request("OPTIONS", path).headers["dav"]


def test_a_collection_has_a_topic_triggers_and_the_key_of_the_server(alice):
    found = alice.propfind(CALENDAR, f"{P}transports", f"{P}topic", f"{P}supported-triggers").multistatus[CALENDAR]
    key = found.found[f"{P}transports"].find(f"{P}web-push/{P}vapid-public-key")
    triggers = found.found[f"{P}supported-triggers"]
    assert (key.get("type"), len(key.text)) == ("p256ecdsa", 87)
    assert triggers.findtext(f"{P}content-update/{D}depth") == "infinity"
    assert triggers.findtext(f"{P}property-update/{D}depth") == "infinity"
    assert found.text(f"{P}topic")


def test_topics_differ_and_stay_with_their_collection(alice):
    first = alice.propfind(CALENDAR, f"{P}topic").multistatus[CALENDAR].text(f"{P}topic")
    other = alice.propfind("/calendars/alice/tasks/", f"{P}topic").multistatus["/calendars/alice/tasks/"]
    alice.request("MOVE", CALENDAR, destination="http://localhost/calendars/alice/moved/")
    moved = alice.propfind("/calendars/alice/moved/", f"{P}topic").multistatus["/calendars/alice/moved/"]
    assert (moved.text(f"{P}topic"), other.text(f"{P}topic") == first) == (first, False)


@pytest.mark.parametrize("path", ["/files/alice/note.txt", "/principals/users/"])
def test_what_cannot_push_has_no_topic(alice, path):
    alice.put("/files/alice/note.txt", "hello")
    assert f"{P}topic" in alice.propfind(path, f"{P}topic").multistatus[path].missing


def test_the_properties_are_not_in_allprop(alice):
    assert not [name for name in alice.propfind(CALENDAR).multistatus[CALENDAR].found if name.startswith(P)]


def test_a_registration_has_an_address_and_an_end(alice, device):
    answer = device.register(alice, expires=formatdate(time.time() + 3 * DAY, usegmt=True))
    lasts = parsedate_to_datetime(answer.headers["expires"]).timestamp() - time.time()
    assert answer.status == 204
    assert answer.headers["location"].startswith("http://localhost/push/")
    assert 3 * DAY - 60 < lasts <= 3 * DAY


@pytest.mark.parametrize("expires", ["", "soon", formatdate(0, usegmt=True), formatdate(4e9, usegmt=True)])
def test_a_registration_ends_at_the_latest_when_the_settings_say(make_house, person, device, expires):
    answer = device.register(person("alice"), expires=expires)
    lasts = parsedate_to_datetime(answer.headers["expires"]).timestamp() - time.time()
    assert 14 * DAY - 60 < lasts <= 14 * DAY


def test_the_address_of_a_registration_is_one_that_clients_see(make_house, device):
    house = make_house(server__public_url="https://dav.example.org/dav")
    answer = device.register(add_person(house, "alice"))
    assert answer.headers["location"].startswith("https://dav.example.org/dav/push/")


@pytest.mark.parametrize(
    ("content", "properties", "kept"),
    [
        ("0", None, (1, 0)),
        ("1", None, (2, 0)),
        ("infinity", "0", (3, 1)),
        (None, "infinity", (0, 3)),
        ("7", "x", (1, 1)),
    ],
)
def test_triggers_are_kept_with_the_depth_they_name_or_the_least(house, alice, device, content, properties, kept, rows):
    device.register(alice, content=content, properties=properties)
    assert tuple(rows(house)[0][:2]) == kept


def test_the_same_device_registers_a_collection_once_and_renews_it(house, alice, device, rows):
    first = device.register(alice)
    again = device.register(alice, content="infinity", expires=formatdate(time.time() + DAY, usegmt=True))
    assert again.headers["location"] == first.headers["location"]
    assert [row[0] for row in rows(house)] == [3]


def test_a_device_registers_as_many_collections_as_it_likes(house, alice, device):
    places = {device.register(alice, path).headers["location"] for path in (CALENDAR, "/calendars/alice/tasks/")}
    assert len(places) == 2


def test_new_keys_of_a_device_count_for_all_its_registrations(house, alice, device, make_device):
    device.register(alice, "/calendars/alice/tasks/")
    changed = make_device(device.address)
    changed.register(alice)
    channels = {bytes(row[0]) for row in house.store.engine.rows("SELECT channel FROM push_subscriptions")}
    assert len(channels) == 1


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def post(client, path, document):
    return client.request("POST", path, document, content_type="application/xml")


COMPRESSED = base64url(
    ec.generate_private_key(ec.SECP256R1()).public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
)


@pytest.mark.parametrize(
    "facts",
    [
        {"address": ""}, {"address": "http://up.example.net/x"}, {"address": "mailto:a@example.net"},
        {"address": "/relative"}, {"address": "https://127.0.0.2/x"}, {"address": "https://[::1]:8080/"},
        {"address": "https://192.168.1.1/"}, {"address": "https://169.254.169.254/"},
        {"address": "https://up.example.net/" + "a" * 2048}, {"coding": "aesgcm"}, {"coding": ""},
        {"type": "x25519"}, {"key": ""}, {"key": "AAAA"}, {"key": base64url(b"\x04" + bytes(64))}, {"key": COMPRESSED},
        {"key": "é"}, {"secret": ""}, {"secret": base64url(bytes(15))}, {"secret": base64url(bytes(17))},
        {"secret": "not base64!"}, {"secret": "A"},
    ],
)  # fmt: skip
@pytest.mark.rfc("8030", "8")
@pytest.mark.rfc("8291", "3.2")
def test_a_subscription_that_cannot_work_is_refused(house, alice, device, facts, rows):
    answer = device.register(alice, **facts)
    assert (answer.status, answer.condition, rows(house)) == (403, f"{P}invalid-subscription", [])


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("<subscription>", "<other>").replace("</subscription>", "</other>"),
        lambda text: text.replace("</subscription>", "</subscription><subscription/>"),
        lambda text: text.replace("</web-push-subscription>", "</web-push-subscription><apns/>"),
        lambda text: text.replace("web-push-subscription", "apns-subscription"),
        lambda text: text.replace(
            "<content-encoding>", "<push-resource>https://b.example</push-resource><content-encoding>"
        ),
    ],
)
def test_a_document_without_one_clear_subscription_is_refused(alice, device, change):
    answer = post(alice, CALENDAR, change(device.document()))
    assert (answer.status, answer.condition) == (403, f"{P}invalid-subscription")


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("</trigger>", "</trigger><trigger/>"),
        lambda text: text.replace("content-update", "moon-update"),
    ],
)
def test_a_registration_without_one_trigger_that_is_known_is_refused(alice, device, change):
    answer = post(alice, CALENDAR, change(device.document()))
    assert (answer.status, answer.condition) == (403, f"{P}no-supported-trigger")


def davx5(device):
    """The document of DAVx5 4.5: it names no coding and no trigger."""
    text = re.sub("<trigger>.*</trigger>", "", device.document(), flags=re.DOTALL)
    return re.sub("<content-encoding>.*</content-encoding>", "", text)


def test_davx5_names_no_trigger_and_hears_of_members_and_properties(house, alice, device, rows):
    answer = post(alice, CALENDAR, davx5(device))
    assert (answer.status, tuple(rows(house)[0][:2])) == (204, (2, 1))


@pytest.mark.parametrize("path", ["/", "/principals/users/", "/files/alice/note.txt"])
def test_what_does_not_tell_of_changes_cannot_be_registered_for(alice, device, path):
    alice.put("/files/alice/note.txt", "hello")
    answer = device.register(alice, path)
    assert (answer.status, answer.condition) == (403, f"{P}push-not-available")


def test_a_principal_tells_of_its_own_properties_alone(house, alice, device, rows):
    principal = "/principals/users/alice/"
    found = alice.propfind(principal, f"{P}supported-triggers").multistatus[principal].found[f"{P}supported-triggers"]
    device.register(alice, principal, content="infinity", properties="infinity")
    assert [child.tag for child in found] == [f"{P}property-update"]
    assert tuple(rows(house)[0][:2]) == (0, 1)


def test_triggers_that_a_principal_does_not_have_are_refused_where_there_are_no_others(alice, device):
    answer = device.register(alice, "/principals/users/alice/", content="infinity")
    assert (answer.status, answer.condition) == (403, f"{P}no-supported-trigger")


def test_a_collection_of_somebody_else_tells_strangers_nothing(alice, bob, device):
    answer = device.register(bob)
    assert (answer.status, answer.condition) == (403, "{DAV:}need-privileges")


def test_who_may_see_when_somebody_is_busy_and_no_more_is_not_told_of_changes(alice, bob, device):
    alice.request(
        "ACL", CALENDAR,
        '<acl xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><ace><principal><href>/principals/users/bob/</href>'
        "</principal><grant><privilege><C:read-free-busy/></privilege></grant></ace></acl>",
    )  # fmt: skip
    answer = device.register(bob)
    assert (answer.status, answer.condition) == (403, f"{P}push-not-available")


def test_a_registration_needs_a_name_and_a_password(alice, device):
    answer = alice.request("POST", CALENDAR, device.document(), content_type="application/xml", authorization="")
    assert answer.status == 401


def test_an_account_has_a_bounded_number_of_registrations(make_house, device):
    alice = add_person(make_house(plugins__push__per_account=1), "alice")
    device.register(alice)
    answer = device.register(alice, "/calendars/alice/tasks/")
    assert (answer.status, answer.condition) == (403, f"{P}push-not-available")


def test_a_collection_has_a_bounded_number_of_registrations(make_house, device, make_device):
    alice = add_person(make_house(plugins__push__per_collection=1), "alice")
    device.register(alice)
    answer = make_device("https://up.example.net/another").register(alice)
    assert (answer.status, answer.condition) == (403, f"{P}push-not-available")


def test_a_full_collection_still_lets_its_devices_renew(make_house, device):
    alice = add_person(make_house(plugins__push__per_collection=1, plugins__push__per_account=1), "alice")
    device.register(alice)
    assert device.register(alice).status == 204


def place(answer):
    return answer.headers["location"].removeprefix("http://localhost")


def test_a_device_leaves_by_deleting_its_registration(house, alice, device, rows):
    registered = device.register(alice)
    assert (alice.delete(place(registered)).status, rows(house)) == (204, [])


def test_a_registration_can_be_deleted_once(alice, device):
    registered = place(device.register(alice))
    alice.delete(registered)
    assert alice.delete(registered).status == 404


def test_nobody_deletes_the_registration_of_another(house, alice, bob, device, rows):
    registered = place(device.register(alice))
    assert (bob.delete(registered).status, len(rows(house))) == (404, 1)


def test_a_registration_that_is_over_is_not_there(alice, device, clock):
    registered = place(device.register(alice))
    clock.forward(days=15)
    assert alice.delete(registered).status == 404


@pytest.mark.parametrize("method", ["GET", "PUT", "PROPFIND", "POST"])
def test_a_registration_is_only_ever_deleted(alice, device, method):
    answer = alice.request(method, place(device.register(alice)))
    assert (answer.status, answer.headers["allow"]) == (405, "DELETE")


def test_other_documents_are_told_from_registrations(alice):
    assert post(alice, CALENDAR, "<x/>").status == 415


def test_a_document_on_what_has_no_post_is_refused_as_ever(alice):
    alice.put("/files/alice/note.txt", "hello")
    assert post(alice, "/files/alice/note.txt", "<x/>").status == 405


def test_a_member_that_is_xml_is_still_added_with_post(alice):
    answer = alice.request("POST", "/files/alice/?add-member", "<x/>", content_type="application/xml")
    assert answer.status == 201


def test_registering_and_leaving_are_in_the_audit_trail(house, alice, device):
    alice.delete(place(device.register(alice)))
    acts = [
        row[0]
        for row in house.store.engine.rows("SELECT action FROM audit WHERE action LIKE 'push-%' ORDER BY position")
    ]
    assert acts == ["push-registered", "push-unregistered"]


def test_the_address_of_a_device_is_not_in_the_audit_trail_nor_readable_in_columns_of_its_own(house, alice, device):
    device.register(alice)
    sql = "SELECT id, device FROM push_subscriptions"
    assert "yohd4yai5Phiz1wi" not in str(house.store.engine.rows(sql))
