"""Logins and refusals in audit trail and security log: each once, bounded, and never on the way of a request."""

import logging
from concurrent.futures import Future

import pytest

from a3dav.administration import add_app_password, find_account, set_disabled
from a3dav.errors import ServiceUnavailable
from a3dav.identifiers import now_ms
from a3dav.logs.formats import TextFormatter
from a3dav.principals import Scope
from a3dav.storage import audit_queue
from a3dav.storage.audit import Trail, Wanted
from a3dav.storage.transaction import Actor
from a3dav.testing.client import Client
from a3dav.testing.people import add_person

HOME = "/files/alice/"
LOCK = '<lockinfo xmlns="DAV:"><lockscope><{}/></lockscope><locktype><write/></locktype></lockinfo>'


def rows(house):
    """Rows of logins and refusals, the oldest first."""
    house.audit.flush()
    wanted = Wanted(actions=("login", "access", "audit-rows-lost"))
    return [row for page in Trail(house.store.engine, wanted).newest(0) for row in page]


def told(house):
    return [(row.action, row.outcome, row.method, row.times) for row in rows(house)]


def phone(house, scope):
    return Client(house, "alice", add_app_password(house, Actor(), "alice", label="", scope=scope, days=0))


@pytest.fixture
def lines(monkeypatch):
    """What the server writes on the security log, as lines for people without their time."""
    written = []

    class Kept(logging.Handler):
        def emit(self, record):
            written.append(TextFormatter().format(record).partition(" ")[2])

    logger = logging.getLogger("a3dav.security")
    monkeypatch.setattr(logger, "handlers", [Kept()])
    logger.setLevel(logging.INFO)
    return written


def test_a_verified_password_leaves_one_row_for_all_its_requests(house, alice):
    first = alice.get(HOME)
    alice.get(HOME)
    (row,) = rows(house)
    account = find_account(house, "alice")
    assert (row.action, row.outcome, row.method) == ("login", "ok", "password")
    assert (row.actor_id, row.resource_id) == (account.id, account.id)
    assert row.request_id == first.headers["x-request-id"]


def test_each_credential_leaves_a_row_of_its_own(house, alice):
    device = phone(house, Scope.DAV)
    alice.get(HOME)
    device.get(HOME)
    (entry,) = house.store.accounts.app_passwords(find_account(house, "alice").id)
    assert [(row.method, row.credential_id) for row in rows(house)] == [("password", b""), ("app-password", entry.id)]


def test_whom_a_proxy_names_logs_in_once(make_house):
    house = make_house(auth__trusted_header="X-Remote-User", auth__trusted_header_from="127.0.0.1")
    add_person(house, "alice")
    proxied = Client(house, "", "")
    for _ in range(3):
        assert proxied.propfind(HOME, authorization="", x_remote_user="alice").status == 207
    assert told(house) == [("login", "ok", "trusted-header", 1)]


def test_a_proxy_that_names_a_disabled_account_is_a_failed_login(make_house):
    house = make_house(auth__trusted_header="X-Remote-User", auth__trusted_header_from="127.0.0.1")
    add_person(house, "alice")
    proxied = Client(house, "", "")
    proxied.propfind(HOME, authorization="", x_remote_user="alice")
    set_disabled(house, Actor(), "alice", disabled=True)
    assert proxied.propfind(HOME, authorization="", x_remote_user="alice").status == 401
    assert told(house) == [("login", "ok", "trusted-header", 1), ("login", "failed", "", 1)]


def test_a_header_that_a_proxy_vouched_for_is_no_password(make_house):
    house = make_house(auth__trusted_header="X-Remote-User", auth__trusted_header_from="127.0.0.1")
    add_person(house, "alice")
    Client(house, "", "").propfind(HOME, authorization="", x_remote_user="alice")
    stranger = Client(house, "", "")
    stranger.peer = "127.0.0.2"
    for proof in ("alice", "trusted-header:alice", "X-Remote-User: alice", "0:trusted-header:alice"):
        assert stranger.propfind(HOME, authorization=proof).status == 401


@pytest.mark.parametrize(
    ("name", "reason"),
    [("alice", "wrong password"), ("nobody", "unknown account"), ("closed", "disabled account")],
)
def test_a_failed_login_leaves_a_row_and_one_line(house, alice, person, lines, name, reason):
    person("closed")
    set_disabled(house, Actor(), "closed", disabled=True)
    lines.clear()
    client = Client(house, name, "wrong")
    client.peer = "127.0.0.9"
    answer = client.propfind(HOME, user_agent="phone")
    known = house.store.accounts.by_name(name)
    (row,) = rows(house)
    assert (row.action, row.outcome, row.actor_id, row.collection_id) == ("login", "failed", b"", b"")
    assert row.resource_id == (known.id if known else b"")
    request = answer.headers["x-request-id"]
    assert row.request_id == request
    assert lines == [
        f'warning failed login peer=127.0.0.9 account="{name}" reason="{reason}" request={request} agent="phone"'
    ]


@pytest.mark.parametrize("proof", ["Bearer abc", "Basic !!!", "Basic bm9jb2xvbg=="])
def test_credentials_that_are_none_leave_a_row_and_a_line_without_them(house, alice, lines, proof):
    assert alice.propfind(HOME, authorization=proof).status == 401
    assert told(house) == [("login", "failed", "", 1)]
    (line,) = lines
    assert line.startswith('warning failed login peer=127.0.0.1 account="" reason="credentials not understood" ')


def test_a_request_without_credentials_is_only_asked_for_some(house, alice, lines):
    assert alice.propfind(HOME, authorization="").status == 401
    assert (told(house), lines) == ([], [])


def test_a_remembered_password_that_does_not_count_any_more_is_a_failed_login(house, alice):
    alice.get(HOME)
    set_disabled(house, Actor(), "alice", disabled=True)
    alice.get(HOME)
    assert told(house) == [("login", "ok", "password", 1), ("login", "failed", "", 1)]


# -- refusals --------------------------------------------------------------------------------------


def test_a_refusal_for_want_of_rights_leaves_a_row_and_a_line(house, alice, bob, lines):
    alice.put(HOME + "a", b"1")
    assert bob.get(HOME + "a").status == 403
    row = rows(house)[-1]
    assert (row.action, row.outcome, row.method) == ("access", "denied", "password")
    assert row.actor_id == find_account(house, "bob").id
    assert row.resource_id == house.resolve(("files", "alice", "a")).id
    assert lines[-1].startswith('warning denied peer=127.0.0.1 account="bob" reason="the privilege read is missing" ')


def test_a_refusal_of_a_path_that_leads_nowhere_looks_the_same(house, bob):
    assert bob.get("/files/nobody/a").status == 403
    assert told(house)[-1] == ("access", "denied", "password", 1)


def test_an_app_password_beyond_its_scope_leaves_a_row_of_its_account(house, alice):
    alice.put(HOME + "a", b"1")
    assert phone(house, Scope.READ_ONLY).delete(HOME + "a").status == 403
    assert phone(house, Scope.API).propfind(HOME).status == 403
    denied = [row for row in rows(house) if row.action == "access"]
    assert [row.method for row in denied] == ["app-password", "app-password"]
    assert {row.actor_id for row in denied} == {find_account(house, "alice").id}


def test_a_password_over_clear_text_from_afar_leaves_a_row(house, alice, lines):
    alice.peer = "192.0.2.1"
    assert alice.propfind(HOME).status == 403
    assert told(house) == [("access", "denied", "", 1)]
    assert lines[-1].startswith('warning denied peer=192.0.2.1 account="" reason="passwords are not taken over clear')


def test_other_refusals_with_the_same_status_leave_no_row(house, alice):
    alice.put(HOME + "a", b"1")
    assert alice.request("COPY", HOME + "a", destination=HOME + "a").status == 403
    assert alice.propfind(HOME, depth="infinity").status == 403
    assert [row.action for row in rows(house)] == ["login"]


# -- bounds ----------------------------------------------------------------------------------------


def test_a_flood_of_one_client_leaves_some_rows_and_one_that_counts_the_rest(house, alice, lines, monkeypatch):
    monkeypatch.setattr(audit_queue, "PER_MINUTE", 3)
    for _ in range(10):
        alice.propfind(HOME, authorization="Bearer x")
    assert told(house) == [("login", "failed", "", 1)] * 3 + [("login", "failed", "", 7)]
    assert len(lines) == 10


def test_the_rest_is_counted_once_the_minute_is_over(house, alice, monkeypatch):
    monkeypatch.setattr(audit_queue, "PER_MINUTE", 1)
    for _ in range(5):
        alice.propfind(HOME, authorization="Bearer x")
    monkeypatch.setattr(audit_queue, "WINDOW_SECONDS", 0)
    alice.propfind(HOME, authorization="")
    monkeypatch.setattr(house.audit, "_sweep", lambda *_, **__: None)
    assert [row.times for row in rows(house)] == [1, 4]


def test_others_are_written_while_one_floods(house, alice, monkeypatch):
    monkeypatch.setattr(audit_queue, "PER_MINUTE", 1)
    for peer in ("127.0.0.1", "127.0.0.1", "127.0.0.1", "127.0.0.2"):
        alice.peer = peer
        alice.propfind(HOME, authorization="Bearer x")
    assert [row.times for row in rows(house)] == [1, 1, 2]


def test_addresses_of_one_ipv6_network_share_their_bound(make_house, monkeypatch):
    house = make_house(security__allow_clear_text="true")
    client = Client(house, "nobody", "x")
    monkeypatch.setattr(audit_queue, "PER_MINUTE", 1)
    for peer in ("2001:db8::1", "2001:db8::2", "2001:db8:0:1::1"):
        client.peer = peer
        client.propfind(HOME, authorization="Bearer x")
    assert [row.times for row in rows(house)] == [1, 1, 1]
    assert rows(house)[-1].request_id == ""


def test_peers_beyond_a_number_share_one_bound(house, alice, monkeypatch):
    monkeypatch.setattr(audit_queue, "PER_MINUTE", 1)
    monkeypatch.setattr(audit_queue, "MOST_WINDOWS", 2)
    for last in range(1, 9):
        alice.peer = f"127.0.0.{last}"
        alice.propfind(HOME, authorization="Bearer x")
    assert [row.times for row in rows(house)] == [1, 1, 1, 5]


@pytest.fixture
def stuck(house, alice, bob, monkeypatch):
    """A store whose writer takes work and never does it."""
    alice.get(HOME)
    rows(house)
    never = Future()
    with monkeypatch.context() as broken:
        broken.setattr(house.store.engine, "submit", lambda _: never)
        yield
    never.set_exception(ServiceUnavailable("the test is over"))


@pytest.fixture
def failing(house, alice, bob, monkeypatch):
    """A store that cannot be written; gives what mends it."""
    alice.get(HOME)
    rows(house)

    def submit(_):
        done = Future()
        done.set_exception(ServiceUnavailable("the store is read-only"))
        return done

    with monkeypatch.context() as broken:
        broken.setattr(house.store.engine, "submit", submit)
        yield broken.undo


def test_a_refusal_does_not_wait_for_its_row(stuck, alice):
    assert alice.propfind(HOME, authorization="Bearer x").status == 401
    assert alice.get("/files/bob/").status == 403


def test_rows_wait_for_a_store_that_cannot_be_written(house, failing, alice):
    assert alice.propfind(HOME, authorization="Bearer x").status == 401
    assert alice.get("/files/bob/").status == 403
    house.audit.flush()
    failing()
    assert told(house)[1:] == [("login", "failed", "", 1), ("access", "denied", "password", 1)]


def test_rows_that_nothing_has_room_for_are_counted(house, failing, alice, monkeypatch):
    """The row that counts them has the time of the last one, however late it is written."""
    monkeypatch.setattr(audit_queue, "MOST_WAITING", 2)
    monkeypatch.setattr(audit_queue, "now_ms", lambda: now_ms() + 60_000)
    for _ in range(5):
        alice.propfind(HOME, authorization="Bearer x")
    failing()
    house.audit.flush()
    alice.propfind(HOME, authorization="Bearer x")
    assert [row[::3] for row in told(house)[1:]] == [("login", 1), ("login", 1), ("audit-rows-lost", 3), ("login", 1)]


def test_a_store_that_cannot_be_written_is_told_once(house, failing, alice, caplog, monkeypatch):
    monkeypatch.setattr(audit_queue, "PAUSE_SECONDS", 0)
    for _ in range(3):
        alice.propfind(HOME, authorization="Bearer x")
    assert [record.getMessage() for record in caplog.records if record.name == "a3dav.audit"] == [
        "rows of the audit trail wait: the store is read-only"
    ]


def test_what_is_still_to_be_written_is_written_before_the_house_closes(make_house, monkeypatch):
    monkeypatch.setattr(audit_queue, "PER_MINUTE", 1)
    house = make_house()
    for _ in range(3):
        Client(house, "nobody", "").propfind("/", authorization="Bearer x")
    house.close()
    assert told(make_house()) == [("login", "failed", "", 1), ("login", "failed", "", 2)]


# -- acts on accounts ------------------------------------------------------------------------------


def test_acts_on_accounts_are_lines_of_the_security_log(house, alice, lines):
    actor = Actor(method="command-line", os_user=0)
    add_app_password(house, actor, "alice", label="", scope=Scope.DAV, days=0)
    set_disabled(house, actor, "alice", disabled=True)
    assert lines == [
        'info    app password created target="alice" by="command-line" os_user=0',
        'info    account disabled target="alice" by="command-line" os_user=0',
    ]
