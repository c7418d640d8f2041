"""Who is asking: Basic (RFC 7617), app passwords, an htpasswd file and the header of a trusted proxy."""

import base64
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import bcrypt
import pytest

from a3dav import passwords
from a3dav.administration import (
    add_app_password,
    change_password,
    rename_account,
    set_disabled,
)
from a3dav.builtin import authentication
from a3dav.principals import Scope
from a3dav.storage.transaction import Actor
from a3dav.testing.client import Client
from a3dav.testing.locks import LOCKINFO

HOME = "/files/alice/"


def client(house, name, password) -> Client:
    return Client(house, name, password)


def app_client(house, scope=Scope.DAV, days=0) -> Client:
    return client(house, "alice", add_app_password(house, Actor(), "alice", label="phone", scope=scope, days=days))


def only_app_password(house):
    (entry,) = house.store.accounts.app_passwords(house.store.accounts.by_name("alice").id)
    return entry


def execute(house, sql, *parameters):
    engine = house.store.engine
    return engine.submit(lambda: engine.execute(sql, parameters)).result()


def htpasswd_line(name, password) -> str:
    return f"{name}:{bcrypt.hashpw(password.encode(), bcrypt.gensalt(4)).decode()}\n"


@pytest.fixture
def verifications(monkeypatch):
    """The hashes that passwords are held against, None where there is no account."""
    seen: list[str | None] = []

    def verify(stored, password):
        seen.append(stored)
        return passwords.verify_password(stored, password)

    monkeypatch.setattr(authentication, "verify_password", verify)
    return seen


@pytest.fixture
def htpasswd(tmp_path):
    file = tmp_path / "htpasswd"
    file.write_text(htpasswd_line("carol", "from the file"))
    return file


@pytest.mark.rfc("7617", "2")
def test_a_request_without_credentials_is_challenged_and_costs_no_verification(alice, verifications):
    answer = alice.propfind(HOME, authorization="")
    assert answer.status == 401
    assert answer.headers["www-authenticate"] == 'Basic realm="a3dav", charset="UTF-8"'
    assert verifications == []


def test_a_wrong_password_is_challenged_again(alice, house):
    answer = client(house, "alice", "wrong").propfind(HOME)
    assert (answer.status, "www-authenticate" in answer.headers) == (401, True)


def test_an_unknown_name_costs_the_same_verification_as_a_wrong_password(alice, house, verifications):
    client(house, "alice", "wrong").propfind(HOME)
    client(house, "nobody", "wrong").propfind(HOME)
    assert [type(stored) for stored in verifications] == [str, type(None)]


def test_a_verification_without_an_account_runs_the_hash(monkeypatch):
    ran = []
    monkeypatch.setattr(passwords, "_hasher", type("Hasher", (), {"verify": lambda _, *given: ran.append(given)})())
    assert not passwords.verify_password(None, "x")
    assert ran == [(passwords._NOBODY, "x")]


@pytest.mark.parametrize(
    "authorization",
    [
        "Basic",
        "Basic !!!",
        "Basic " + base64.b64encode(b"alice").decode(),
        "Basic /w==",
        "Bearer abc",
        "Basic \xff",
        "Basic YQBiOng=",
    ],
)
def test_malformed_credentials_are_challenged(alice, authorization):
    assert alice.propfind(HOME, authorization=authorization).status == 401


def test_a_verified_password_is_not_hashed_again(alice, verifications):
    alice.propfind(HOME)
    alice.propfind(HOME)
    assert len(verifications) == 1


def test_a_password_that_comes_on_many_connections_at_once_is_hashed_once(alice, verifications):
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: alice.propfind(HOME).status, range(8)))
    assert answers == [207] * 8
    assert len(verifications) == 1


def test_a_changed_password_counts_at_once_in_another_worker(alice, house, make_house):
    worker = Client(make_house(), "alice", "alice's password")
    assert worker.propfind(HOME).status == 207
    change_password(house, Actor(), "alice", "new one")
    assert worker.propfind(HOME).status == 401
    assert client(worker.house, "alice", "new one").propfind(HOME).status == 207


def test_a_disabled_account_is_refused_at_once(alice, house):
    assert alice.propfind(HOME).status == 207
    set_disabled(house, Actor(), "alice", disabled=True)
    assert alice.propfind(HOME).status == 401
    set_disabled(house, Actor(), "alice", disabled=False)
    assert alice.propfind(HOME).status == 207


def test_a_renamed_account_signs_in_by_its_new_name_alone(alice, house):
    alice.propfind(HOME)
    rename_account(house, Actor(), "alice", "alicia")
    assert alice.propfind("/files/alicia/").status == 401
    assert client(house, "alicia", "alice's password").propfind("/files/alicia/").status == 207


def test_an_app_password_for_dav_reads_and_writes(alice, house):
    phone = app_client(house)
    assert phone.put(f"{HOME}a", b"1").status == 201
    assert phone.get(f"{HOME}a").status == 200


def test_a_read_only_app_password_writes_nothing(alice, house):
    phone = app_client(house, Scope.READ_ONLY)
    alice.put(f"{HOME}a", b"1")
    assert phone.get(f"{HOME}a").status == 200
    for answer in (
        phone.put(f"{HOME}a", b"2"),
        phone.put(f"{HOME}b", b"2"),
        phone.delete(f"{HOME}a"),
        phone.request("MKCOL", f"{HOME}d"),
        phone.request("COPY", f"{HOME}a", destination=f"{HOME}b"),
        phone.request("MOVE", f"{HOME}a", destination=f"{HOME}b"),
        phone.request("POST", f"{HOME}?add-member", b"2"),
        phone.proppatch(f"{HOME}a", '<propertyupdate xmlns="DAV:"><set><prop><x/></prop></set></propertyupdate>'),
        phone.request(
            "LOCK",
            f"{HOME}a",
            LOCKINFO,
        ),
    ):
        assert (answer.status, answer.condition) == (403, "{DAV:}need-privileges")
    assert alice.get(f"{HOME}a").body == b"1"


def test_an_app_password_for_the_api_is_not_one_for_dav(alice, house):
    assert app_client(house, Scope.API).propfind(HOME).status == 403


def test_an_expired_app_password_is_refused(alice, house):
    phone = app_client(house, days=1)
    execute(house, "UPDATE app_passwords SET expires = 1")
    assert phone.propfind(HOME).status == 401


def test_an_app_password_expires_although_it_is_remembered(alice, house):
    phone = app_client(house, days=1)
    execute(house, "UPDATE app_passwords SET expires = ?", int(time.time() * 1000) + 300)
    assert phone.propfind(HOME).status == 207
    time.sleep(0.35)
    assert phone.propfind(HOME).status == 401


def test_the_use_of_an_app_password_is_noted(alice, house):
    phone = app_client(house)
    assert only_app_password(house).last_used == 0
    phone.propfind(HOME)
    assert abs(only_app_password(house).last_used - time.time() * 1000) < 60_000


def test_a_revoked_app_password_is_refused_at_once_in_another_worker(alice, house, make_house):
    phone = app_client(house)
    worker = Client(make_house(), "alice", "")
    worker.authorization = phone.authorization
    assert (phone.propfind(HOME).status, worker.propfind(HOME).status) == (207, 207)
    account = house.store.accounts.by_name("alice")
    entry = only_app_password(house)
    house.transact(Actor(), lambda tx: tx.store.accounts.remove_app_password(account.id, entry.id))
    assert (phone.propfind(HOME).status, worker.propfind(HOME).status) == (401, 401)
    assert alice.propfind(HOME).status == 207


def test_an_app_password_opens_no_other_account(alice, bob, house):
    phone = app_client(house)
    password = base64.b64decode(phone.authorization[6:]).decode().partition(":")[2]
    assert client(house, "bob", password).propfind("/files/bob/").status == 401


def test_the_first_sign_in_of_an_htpasswd_name_makes_its_account(make_house, htpasswd):
    house = make_house(auth__htpasswd_file=htpasswd)
    carol = client(house, "carol", "from the file")
    assert carol.put("/files/carol/a", b"1").status == 201
    assert house.store.accounts.by_name("carol").kind == "user"
    assert client(house, "carol", "wrong").propfind("/files/carol/").status == 401


def test_a_changed_htpasswd_file_counts_at_once(make_house, htpasswd):
    house = make_house(auth__htpasswd_file=htpasswd)
    assert client(house, "carol", "from the file").propfind("/files/carol/").status == 207
    time.sleep(0.01)
    htpasswd.write_text(htpasswd_line("carol", "another"))
    assert client(house, "carol", "from the file").propfind("/files/carol/").status == 401
    assert client(house, "carol", "another").propfind("/files/carol/").status == 207


def test_an_htpasswd_name_whose_account_is_disabled_is_refused(make_house, htpasswd):
    house = make_house(auth__htpasswd_file=htpasswd)
    carol = client(house, "carol", "from the file")
    assert carol.propfind("/files/carol/").status == 207
    set_disabled(house, Actor(), "carol", disabled=True)
    assert carol.propfind("/files/carol/").status == 401


@pytest.mark.parametrize(
    "line", ["carol:secret", "carol:{SHA}5en6G6MezRroT3XKqkdPOmY/BfQ=", "carol:", ":", "carol:$2y$"]
)
def test_a_weak_or_broken_htpasswd_hash_lets_nobody_in(make_house, htpasswd, line):
    htpasswd.write_text(line)
    house = make_house(auth__htpasswd_file=htpasswd)
    assert client(house, "carol", "secret").propfind("/files/carol/").status == 401


def test_a_missing_htpasswd_file_lets_in_whom_the_store_knows(make_house, tmp_path):
    from a3dav.testing.people import add_person

    house = make_house(auth__htpasswd_file=tmp_path / "missing")
    alice = add_person(house, "alice")
    assert alice.propfind(HOME).status == 207
    assert client(house, "carol", "x").propfind(HOME).status == 401


def test_the_header_of_a_trusted_proxy_is_believed(make_house):
    house = make_house(auth__trusted_header="X-Remote-User", auth__trusted_header_from="127.0.0.0/8")
    proxied = client(house, "", "")
    assert proxied.propfind("/files/dave/", authorization="", x_remote_user="dave").status == 207
    assert proxied.propfind("/files/dave/", authorization="").status == 401


def test_the_header_of_anybody_else_is_not_believed(make_house):
    house = make_house(auth__trusted_header="X-Remote-User", auth__trusted_header_from="10.0.0.0/8,::1")
    assert client(house, "", "").propfind("/files/dave/", authorization="", x_remote_user="dave").status == 401
    assert house.store.accounts.by_name("dave") is None


@pytest.mark.parametrize("name", ["../x", "a b", "Dave/x", "x" * 500])
def test_a_trusted_header_with_an_impossible_name_makes_no_account(make_house, name):
    house = make_house(auth__trusted_header="X-Remote-User", auth__trusted_header_from="127.0.0.1")
    assert client(house, "", "").propfind("/", authorization="", x_remote_user=name).status == 401
    assert house.store.accounts.all() == []


@pytest.mark.parametrize("kind", ["group", "room"])
def test_only_users_sign_in_by_a_trusted_header(make_house, kind):
    from a3dav.testing.people import add_person

    house = make_house(auth__trusted_header="X-Remote-User", auth__trusted_header_from="127.0.0.1")
    add_person(house, "staff", kind=kind)
    assert client(house, "", "").propfind("/", authorization="", x_remote_user="staff").status == 401


def test_at_most_two_passwords_are_hashed_at_a_time(monkeypatch):
    running, most = 0, 0
    lock = threading.Lock()

    class Slow:
        def verify(self, *_):
            nonlocal running, most
            with lock:
                running += 1
                most = max(most, running)
            time.sleep(0.02)
            with lock:
                running -= 1
            return True

    monkeypatch.setattr(passwords, "_hasher", Slow())
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: passwords.verify_password("hash", "x"), range(8)))
    assert most == 2


def test_an_email_address_is_a_name_to_sign_in_with(alice, house):
    assert client(house, "Alice@Example.org", "alice's password").propfind(HOME).status == 207


def test_an_empty_name_is_nobody_although_accounts_have_no_address(person, house):
    person("erin", email="")
    assert client(house, "", "erin's password").propfind("/files/erin/").status == 401


@pytest.mark.rfc("7617", "2")
def test_a_password_may_hold_colons(person):
    assert person("erin", password="a:b::c").propfind("/files/erin/").status == 207


@pytest.mark.rfc("7617", "2.1")
def test_a_password_is_utf_8(person):
    assert person("erin", password="Grüße, 世界").propfind("/files/erin/").status == 207


def test_an_oversized_password_is_refused_without_hashing(alice, house, monkeypatch):
    monkeypatch.setattr(passwords, "_hasher", None)
    assert client(house, "alice", "x" * 5000).propfind(HOME).status == 401


def test_membership_of_a_group_inside_a_group_counts_at_once(alice, person, house):
    person("inner", kind="group")
    person("outer", kind="group")
    accounts = house.store.accounts
    ids = {name: accounts.by_name(name).id for name in ("alice", "inner", "outer")}
    house.transact(Actor(), lambda tx: accounts.add_member(ids["inner"], ids["alice"]))
    match = '<principal-match xmlns="DAV:"><self/></principal-match>'
    assert alice.report("/principals/groups/", match).multistatus.keys() == {"/principals/groups/inner/"}
    house.transact(Actor(), lambda tx: accounts.add_member(ids["outer"], ids["inner"]))
    assert "/principals/groups/outer/" in alice.report("/principals/groups/", match).multistatus
