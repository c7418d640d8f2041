"""Webhooks: what is sent to whom, signed, tried again and given up."""

import base64
import hashlib
import hmac
import http.server
import json
import threading

import pytest

from a3dav import credentials, outbox
from a3dav.administration import erase_account, find_account, set_disabled
from a3dav.credentials import add_token, revoke_token
from a3dav.identifiers import now_ms
from a3dav.storage.audit import Trail, Wanted
from a3dav.storage.transaction import Actor
from a3dav.testing.api import ApiClient
from a3dav.testing.people import add_person
from a3dav_events.webhooks import deliveries, delivering, noting, upkeep
from a3dav_events.webhooks.signing import signature

FILES = "/files/alice/"
DAY_MS = 86_400_000


class Receiver:
    """A server on this machine that keeps what it gets, and answers what it is told to."""

    def __init__(self):
        self.got, self.answers, self.headers = [], [], {}
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                receiver.got.append((self.path, {k.lower(): v for k, v in self.headers.items()}, body))
                self.send_response(receiver.answers.pop(0) if receiver.answers else 204)
                for name, value in receiver.headers.items():
                    self.send_header(name, value)
                self.send_header("content-length", "0")
                self.end_headers()

            def do_GET(self):
                receiver.got.append((self.path, {}, b""))
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_): ...

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/hook"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def messages(self):
        return [json.loads(body) for _, _, body in self.got]

    @property
    def types(self):
        return [message["type"] for message in self.messages]


@pytest.fixture
def receiver():
    made = Receiver()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def clock(monkeypatch):
    """Moves the time of the house forward."""

    class Clock:
        shift = 0

        def now(self):
            return now_ms() + self.shift

        def forward(self, milliseconds):
            self.shift += milliseconds

    clock = Clock()
    for module in (outbox, credentials, deliveries, delivering, upkeep):
        monkeypatch.setattr(module, "now_ms", clock.now)
    return clock


@pytest.fixture
def home(make_house):
    return make_house(
        outgoing__clear_text="true", outgoing__allowed="127.0.0.0/8", plugins__sharing__auto_accept="true"
    )


@pytest.fixture
def alice(home):
    return add_person(home, "alice")


@pytest.fixture
def api(alice):
    return ApiClient(alice)


@pytest.fixture
def hook(api, receiver):
    """A webhook of alice's with its secret."""
    made = api("POST", "/webhooks", {"url": receiver.url})
    assert made.status == 201
    return made.json


@pytest.fixture
def deliver(home, clock):
    """Does what the tasks process does, in an hour."""

    def run(forward=0):
        clock.forward(forward)
        outbox.deliver_due(home)
        clock.forward(1000)
        outbox.deliver_due(home)

    return run


def actions(house):
    return [row.action for page in Trail(house.store.engine, Wanted()).newest(0) for row in page]


def states(api, hook):
    return [
        (one["state"], one["attempts"], one["status"])
        for one in api("GET", f"/webhooks/{hook['id']}/deliveries").json["items"]
    ]


# -- what is sent -----------------------------------------------------------------------------------


def test_a_change_is_sent_signed_and_without_what_is_in_it(hook, alice, receiver, deliver, home):
    alice.put(FILES + "a", b"very secret")
    deliver()
    ((path, headers, body),) = receiver.got
    key = base64.b64decode(hook["secret"].removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"
    message = json.loads(body)
    assert (path, message["type"], message["data"]["href"]) == ("/hook", "file.created", FILES + "a")
    assert (message["id"], message["webhook"]) == (headers["webhook-id"], hook["id"])
    assert message["account"] == find_account(home, "alice").id.hex()
    assert b"secret" not in body


def test_signatures_are_those_of_standard_webhooks():
    """The example of the specification's own libraries."""
    secret, body = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", b'{"test": 2432232314}'
    made = signature(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body)
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_burst_is_gathered_by_one_message(hook, alice, receiver, deliver, home):
    for number in range(5):
        alice.put(f"{FILES}{number}", b"1")
    waiting = home.store.engine.rows("SELECT kind FROM outbox WHERE kind = ?", (noting.GATHER,))
    assert waiting == [(noting.GATHER,)]
    deliver()
    assert receiver.types == ["file.created"] * 5


@pytest.mark.parametrize(
    ("wanted", "types"),
    [
        ({"types": ["file.deleted"]}, ["file.deleted"]),
        ({"types": ["folder.*"]}, ["folder.created"]),
        ({"types": None}, ["folder.created", "file.created", "file.deleted"]),
    ],
)
def test_it_sends_what_it_is_for(api, alice, receiver, deliver, wanted, types):
    alice.put(FILES + "old", b"1")
    api("POST", "/webhooks", {"url": receiver.url, **wanted})
    alice.request("MKCOL", FILES + "d/")
    alice.put(FILES + "a", b"1")
    alice.delete(FILES + "old")
    deliver()
    assert sorted(receiver.types) == sorted(types)


def test_it_sends_of_collections_that_it_names(api, alice, receiver, deliver, home):
    alice.request("MKCOL", FILES + "d/")
    folder = home.resolve(("files", "alice", "d")).id.hex()
    api("POST", "/webhooks", {"url": receiver.url, "collections": [folder]})
    alice.put(FILES + "a", b"1")
    alice.put(FILES + "d/b", b"1")
    deliver()
    assert [message["data"]["href"] for message in receiver.messages] == [FILES + "d/b"]


def test_what_others_share_is_sent_as_long_as_one_may_read_it(hook, alice, receiver, deliver, home):
    bob = add_person(home, "bob")
    calendar = "/calendars/bob/calendar/"

    def offer(access):
        wanted = json.dumps({"collection": calendar, "sharee": "alice", "access": access, "summary": "His"})
        assert bob.request("POST", "/api/sharing", wanted, content_type="application/json").status == 200

    offer("read")
    deliver()
    event = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\nUID:{0}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260310T110000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    bob.put(calendar + "a.ics", event.format("a"))
    deliver()
    assert "event.created" in receiver.types
    bob.put(calendar + "b.ics", event.format("b"))
    offer("none")
    deliver()
    assert receiver.types.count("event.created") == 1


def test_others_hear_nothing(hook, receiver, deliver, home):
    add_person(home, "bob").put("/files/bob/a", b"1")
    deliver()
    assert receiver.got == []


def test_a_refused_write_sends_nothing(hook, alice, receiver, deliver):
    alice.put(FILES + "a", b"1", if_match='"other"')
    deliver()
    assert receiver.got == []


def test_a_message_that_was_sent_twice_has_one_id(hook, alice, receiver, deliver):
    receiver.answers = [500]
    alice.put(FILES + "a", b"1")
    deliver()
    deliver(60_000)
    (_, first, body), (_, second, again) = receiver.got
    assert (first["webhook-id"], body) == (second["webhook-id"], again)


# -- what goes wrong --------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [500, 503, 429, 404, 302, 301])
def test_what_is_not_taken_is_sent_again_after_a_growing_pause(api, hook, alice, receiver, deliver, status):
    receiver.answers = [status, status]
    alice.put(FILES + "a", b"1")
    deliver()
    assert states(api, hook) == [("waiting", 1, status)]
    deliver(8_000)
    assert states(api, hook) == [("waiting", 2, status)]
    deliver(15_000)
    assert states(api, hook) == [("delivered", 3, 204)]


def test_a_redirect_is_not_followed(hook, alice, receiver, deliver):
    receiver.answers, receiver.headers = [302], {"location": receiver.url + "/elsewhere"}
    alice.put(FILES + "a", b"1")
    deliver()
    assert [path for path, _, _ in receiver.got] == ["/hook"]


def test_a_receiver_says_when_to_come_again(api, hook, alice, receiver, deliver):
    receiver.answers, receiver.headers = [503], {"retry-after": "3600"}
    alice.put(FILES + "a", b"1")
    deliver()
    deliver(600_000)
    assert states(api, hook) == [("waiting", 1, 503)]
    deliver(3_600_000)
    assert states(api, hook) == [("delivered", 2, 204)]


def test_410_switches_it_off(api, hook, alice, receiver, deliver, home):
    receiver.answers = [410]
    alice.put(FILES + "a", b"1")
    deliver()
    told = api("GET", f"/webhooks/{hook['id']}").json
    assert (told["active"], told["reason"]) == (False, "the receiver answered 410 Gone")
    assert states(api, hook) == [("failed", 1, 410)]
    alice.put(FILES + "b", b"1")
    deliver()
    assert len(receiver.got) == 1
    assert "webhook-disabled" in actions(home)


def test_after_days_without_success_it_is_switched_off(api, hook, alice, receiver, deliver, home):
    receiver.answers = [500] * 100
    alice.put(FILES + "a", b"1")
    deliver()
    assert api("GET", f"/webhooks/{hook['id']}").json["failingSince"] is not None
    deliver(6 * DAY_MS)
    told = api("GET", f"/webhooks/{hook['id']}").json
    assert (told["active"], told["reason"]) == (False, "nothing arrived for 5 days")


def test_a_success_forgets_the_failures(api, hook, alice, receiver, deliver):
    receiver.answers = [500]
    alice.put(FILES + "a", b"1")
    deliver()
    deliver(60_000)
    assert api("GET", f"/webhooks/{hook['id']}").json["failingSince"] is None


def test_attempts_are_bounded(api, hook, alice, receiver, deliver, monkeypatch):
    monkeypatch.setattr(delivering, "ATTEMPTS", 2)
    receiver.answers = [500] * 9
    alice.put(FILES + "a", b"1")
    deliver()
    deliver(60_000)
    deliver(60_000)
    assert states(api, hook) == [("failed", 2, 500)]


def test_what_cannot_wait_in_the_outbox_waits_in_the_log(api, hook, alice, receiver, deliver, monkeypatch, home):
    from a3dav_events.webhooks import gathering

    for module in (gathering, delivering):
        monkeypatch.setattr(module, "MOST_WAITING", 2)
    monkeypatch.setattr(gathering, "PAGE", 1)
    for number in range(6):
        alice.put(f"{FILES}{number}", b"1")
    outbox.deliver_due(home)
    for _ in range(6):
        deliver(1000)
    assert sorted(message["data"]["href"] for message in receiver.messages) == [f"{FILES}{n}" for n in range(6)]


def test_a_receiver_that_is_not_there_is_tried_again(api, hook, alice, receiver, deliver):
    receiver.server.shutdown()
    receiver.server.server_close()
    alice.put(FILES + "a", b"1")
    deliver()
    ((state, attempts, status),) = states(api, hook)
    assert (state, attempts, status) == ("waiting", 1, None)


def test_the_answer_of_a_receiver_is_kept_in_part_and_in_printable_signs(api, hook, home):
    assert delivering._excerpt(b"a\x00b\n\xff" + b"x" * 10_000)[:4] == "a b "


def test_a_revoked_token_ends_what_was_made_with_it(alice, receiver, deliver, home):
    owner = find_account(home, "alice")
    token, text = add_token(home, Actor(), owner, label="", scopes=["webhooks", "dav"])
    program = ApiClient(alice)
    made = program.client.request(
        "POST", "/api/v1/webhooks", json.dumps({"url": receiver.url}), content_type="application/json",
        authorization=f"Bearer {text}",
    )  # fmt: skip
    assert made.status == 201
    revoke_token(home, Actor(), owner, token.id)
    alice.put(FILES + "a", b"1")
    deliver()
    assert receiver.got == []
    assert program("GET", f"/webhooks/{made.json['id']}").json["active"] is False


def test_a_disabled_account_sends_nothing(hook, alice, receiver, deliver, home):
    alice.put(FILES + "a", b"1")
    set_disabled(home, Actor(), "alice", disabled=True)
    deliver()
    assert receiver.got == []


def test_webhooks_go_with_their_account(hook, alice, home, deliver):
    alice.put(FILES + "a", b"1")
    deliver()
    erase_account(home, Actor(), find_account(home, "alice"))
    for table in ("webhooks", "webhook_topics", "webhook_deliveries"):
        assert home.store.engine.rows(f"SELECT * FROM {table}") == []


def test_old_deliveries_are_removed(api, hook, alice, home, deliver, clock):
    alice.put(FILES + "a", b"1")
    deliver()
    clock.forward(8 * DAY_MS)
    assert upkeep.tidy(home) == "1 old deliveries of webhooks removed"
    assert states(api, hook) == []


def test_what_lost_its_message_is_woken(hook, alice, receiver, home, deliver):
    alice.put(FILES + "a", b"1")
    engine = home.store.engine
    engine.submit(lambda: engine.execute("DELETE FROM outbox")).result()
    deliver()
    assert receiver.got == []
    upkeep.tidy(home)
    deliver()
    assert receiver.types == ["file.created"]


def test_a_delivery_whose_message_came_twice_is_sent_once(hook, alice, receiver, home, deliver):
    alice.put(FILES + "a", b"1")
    (message_id,) = (row[0] for row in home.store.engine.rows("SELECT id FROM outbox"))
    lease = outbox._lease(home, bytes(message_id))
    from a3dav_events.webhooks.gathering import gather

    gather(home, lease.message)
    gather(home, lease.message)
    deliver()
    assert receiver.types == ["file.created"]


# -- hostile targets --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    ["http://example.org/", "https://10.0.0.1/", "https://127.0.0.1/", "https://[::1]/", "https://169.254.169.254/latest",
     "ftp://example.org/", "https://", "javascript:alert(1)", "https://example.org/\nx", "https://user@10.1.1.1/"],
)  # fmt: skip
def test_an_address_that_will_never_be_asked_is_refused(make_house, url):
    api = ApiClient(add_person(make_house(), "alice"))
    answer = api("POST", "/webhooks", {"url": url})
    assert (answer.status, answer.json["errors"][0]["pointer"]) == (422, "/url")


def test_a_name_that_leads_inside_is_not_connected_to(make_house, monkeypatch, clock):
    house = make_house(outgoing__clear_text="true")
    alice = add_person(house, "alice")
    api = ApiClient(alice)
    made = api("POST", "/webhooks", {"url": "http://localhost:9/"}).json
    alice.put(FILES + "a", b"1")
    outbox.deliver_due(house)
    assert states(api, made) == [("failed", 1, None)]
    (entry,) = api("GET", f"/webhooks/{made['id']}/deliveries").json["items"]
    assert entry["excerpt"] == "localhost is in a private network; outgoing.allowed can name it"


def test_a_slow_receiver_lets_the_messages_of_others_go_first():
    pace = delivering.Pace()
    pace.note(b"slow", 3.0)
    pace.note(b"quick", 0.1)
    assert (pace.pause(b"slow"), pace.pause(b"quick"), pace.pause(b"other")) == (30, 0, 0)


# -- the operations ---------------------------------------------------------------------------------


def test_a_webhook_is_made_shown_changed_and_deleted(api, receiver, home):
    made = api("POST", "/webhooks", {"url": receiver.url, "name": "mine", "types": ["event.*"]})
    place = f"/webhooks/{made.json['id']}"
    assert made.headers["location"] == f"/api/v1{place}"
    shown = api("GET", place)
    assert "secret" not in shown.json
    assert shown.headers["etag"] == made.headers["etag"]
    changed = api("PATCH", place, {"name": None, "active": False}, if_match=shown.headers["etag"])
    assert (changed.json["name"], changed.json["active"], changed.json["types"]) == ("", False, ["event.*"])
    assert api("PATCH", place, {"active": True}, if_match=shown.headers["etag"]).status == 412
    assert api("GET", "/webhooks").json["items"] == [changed.json]
    assert api("DELETE", place, if_match='"other"').status == 412
    assert api("DELETE", place, if_match=changed.headers["etag"]).status == 204
    assert api("GET", place).status == 404
    assert [action for action in actions(home) if action.startswith("webhook")] == [
        "webhook-created", "webhook-changed", "webhook-deleted",
    ]  # fmt: skip


def test_what_happened_while_it_was_off_is_not_sent(api, hook, alice, receiver, deliver):
    place = f"/webhooks/{hook['id']}"
    api("PATCH", place, {"active": False})
    alice.put(FILES + "a", b"1")
    deliver()
    api("PATCH", place, {"active": True})
    alice.put(FILES + "b", b"1")
    deliver()
    assert [message["data"]["href"] for message in receiver.messages] == [FILES + "b"]


def test_a_ping_is_sent_even_where_it_is_off(api, hook, receiver, deliver):
    api("PATCH", f"/webhooks/{hook['id']}", {"active": False})
    answer = api("POST", f"/webhooks/{hook['id']}/ping")
    assert (answer.status, answer.json["state"], answer.json["type"]) == (202, "waiting", "ping")
    deliver()
    assert receiver.types == ["ping"]


def test_an_old_secret_signs_beside_the_new_one_for_a_while(api, hook, receiver, deliver, monkeypatch):
    from a3dav_events.webhooks import rows

    fresh = api("POST", f"/webhooks/{hook['id']}/secret").json["secret"]
    assert fresh != hook["secret"]
    api("POST", f"/webhooks/{hook['id']}/ping")
    deliver()
    monkeypatch.setattr(rows, "now_ms", lambda: now_ms() + DAY_MS + 1)
    api("POST", f"/webhooks/{hook['id']}/ping")
    deliver()
    (_, first, body), (_, second, later) = receiver.got
    both = [
        signature(one, first["webhook-id"], int(first["webhook-timestamp"]), body) for one in (fresh, hook["secret"])
    ]
    assert first["webhook-signature"].split() == both
    alone = signature(fresh, second["webhook-id"], int(second["webhook-timestamp"]), later)
    assert second["webhook-signature"] == alone


def test_a_delivery_can_be_sent_again(api, hook, alice, receiver, deliver):
    alice.put(FILES + "a", b"1")
    deliver()
    (entry,) = api("GET", f"/webhooks/{hook['id']}/deliveries").json["items"]
    assert api("POST", f"/webhooks/{hook['id']}/deliveries/{entry['id']}/redeliver").status == 202
    deliver()
    assert [message["id"] for message in receiver.messages] == [entry["id"]] * 2


def test_deliveries_come_in_pages_the_newest_first(api, hook, alice, deliver):
    for number in range(3):
        alice.put(f"{FILES}{number}", b"1")
        deliver()
    place = f"/webhooks/{hook['id']}/deliveries"
    first = api("GET", f"{place}?limit=2").json
    second = api("GET", f"{place}?limit=2&cursor={first['next']}").json
    ids = [entry["id"] for entry in (*first["items"], *second["items"])]
    assert ids == sorted(ids, reverse=True)
    assert (len(ids), second["next"]) == (3, None)


def test_webhooks_of_somebody_else_are_not_there(api, hook, home):
    other = ApiClient(add_person(home, "bob"))
    place = f"/webhooks/{hook['id']}"
    answers = [
        other("GET", place), other("DELETE", place), other("PATCH", place, {"active": False}), other("POST", place + "/ping"),
        other("POST", place + "/secret"), other("GET", place + "/deliveries"),
        other("POST", f"{place}/deliveries/{'0' * 32}/redeliver"),
    ]  # fmt: skip
    assert {answer.status for answer in answers} == {404}
    assert other("GET", "/webhooks").json["items"] == []


def test_an_account_has_no_more_than_allowed(make_house):
    api = ApiClient(add_person(make_house(plugins__events__webhooks="1"), "alice"))
    assert api("POST", "/webhooks", {"url": "https://example.org/"}).status == 201
    assert api("POST", "/webhooks", {"url": "https://example.org/"}).json["type"] == "/problems/limit-reached"


@pytest.mark.parametrize(
    "body", [{"types": ["x"]}, {"types": ["Event created"]}, {"collections": ["x"]}, {"url": ""}, {"x": 1}]
)
def test_what_cannot_be_is_refused(api, hook, body):
    assert api("PATCH", f"/webhooks/{hook['id']}", body).status == 422


def test_a_collection_that_is_not_there_is_refused(api, hook):
    answer = api("PATCH", f"/webhooks/{hook['id']}", {"collections": ["0" * 32]})
    assert answer.json["errors"][0]["pointer"] == "/collections"


def test_secrets_and_addresses_are_in_no_log(api, receiver, alice, deliver, caplog):
    caplog.set_level("INFO")
    receiver.answers = [500, 410]
    made = api("POST", "/webhooks", {"url": receiver.url + "/very-secret-path"}).json
    alice.put(FILES + "a", b"1")
    deliver()
    deliver(60_000)
    assert made["secret"] not in caplog.text
    assert "very-secret-path" not in caplog.text
