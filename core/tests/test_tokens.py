"""Bearer tokens (RFC 6750): who may do what with them, until when, and what is kept of them."""

import pytest

from a3dav.administration import add_account, erase_account, find_account, set_disabled
from a3dav.builtin import authentication
from a3dav.builtin.housekeeping import remove_expired_tokens
from a3dav.credentials import DAY_MS, add_token, proven_by, revoke_token
from a3dav.errors import Refusal
from a3dav.identifiers import now_ms
from a3dav.passwords import token_digest
from a3dav.storage.audit import Trail, Wanted
from a3dav.storage.transaction import Actor
from a3dav.testing.client import Client

HOME = "/files/alice/"


def make(house, *scopes, **facts):
    return add_token(house, Actor(), find_account(house, "alice"), label="program", scopes=scopes or ("dav",), **facts)


def program(house, text) -> Client:
    client = Client(house, "alice", "")
    client.authorization = f"Bearer {text}"
    return client


def actions(house):
    house.audit.flush()
    return [row.action for page in Trail(house.store.engine, Wanted()).newest(0) for row in page]


def execute(house, sql, *parameters):
    engine = house.store.engine
    return engine.submit(lambda: engine.execute(sql, parameters)).result()


@pytest.mark.rfc("6750", "2.1")
def test_a_token_opens_what_its_account_may(house, alice):
    _, text = make(house)
    assert program(house, text).put(HOME + "a", b"1").status == 201
    assert program(house, text).get(HOME + "a").body == b"1"


@pytest.mark.rfc("9110", "11.1")
def test_the_name_of_the_scheme_is_in_any_case(house, alice):
    _, text = make(house)
    assert alice.propfind(HOME, authorization=f"bEARER {text}").status == 207


@pytest.mark.rfc("6750", "2.3")
def test_a_token_in_the_query_is_not_looked_at(house, alice):
    _, text = make(house)
    answer = alice.request("PROPFIND", f"{HOME}?access_token={text}", authorization="", depth="0")
    assert answer.status == 401


@pytest.mark.rfc("6750", "3", "3.1")
@pytest.mark.parametrize("text", ["", "a3dav_", "a3dav_" + "x" * 43, "nonsense", "a b", "\x00", "ü" * 40, "y" * 8000])
def test_what_is_no_token_is_answered_with_401_and_says_so(house, alice, text):
    answer = program(house, text).propfind(HOME)
    assert answer.status == 401
    assert answer.headers["www-authenticate"] == 'Bearer realm="a3dav", error="invalid_token"'


@pytest.mark.rfc("6750", "3.1")
def test_who_sends_nothing_to_an_interface_is_told_of_tokens_without_an_error(house, alice):
    answer = alice.get("/api/links", authorization="")
    assert (answer.status, answer.headers["www-authenticate"]) == (401, 'Bearer realm="a3dav"')


def test_clients_of_dav_are_told_of_passwords_alone(alice):
    assert alice.propfind(HOME, authorization="").headers["www-authenticate"].startswith("Basic ")


@pytest.mark.rfc("6750", "3.1")
@pytest.mark.parametrize(
    ("scope", "path", "missing"),
    [
        ("calendars:read", HOME, "dav"),
        ("dav", "/graphql", "admin"),
        ("calendars:write", "/api/links", "sharing"),
        ("sharing", HOME, "dav"),
        ("profile", "/principals/users/alice/", "dav"),
    ],
)
def test_a_token_for_other_things_is_refused_and_told_what_it_takes(house, alice, scope, path, missing):
    _, text = make(house, scope)
    answer = program(house, text).get(path)
    told = f'Bearer realm="a3dav", error="insufficient_scope", scope="{missing}"'
    assert (answer.status, answer.headers["www-authenticate"]) == (403, told)


@pytest.mark.parametrize(("scope", "path"), [("sharing", "/api/links"), ("dav", "/api/links"), ("dav", HOME)])
def test_a_token_opens_what_it_is_for(house, alice, scope, path):
    _, text = make(house, scope)
    assert program(house, text).get(path).status == 200


@pytest.mark.rfc("6750", "5.2")
def test_a_digest_is_kept_and_the_token_is_not(house, alice):
    token, text = make(house)
    kept = repr(house.store.engine.rows("SELECT * FROM tokens"))
    assert text not in kept
    assert house.store.tokens.by_digest(token_digest(house.store.key, text)) == token


def test_tokens_are_256_random_bits_behind_a_mark(house, alice):
    (_, one), (_, other) = make(house), make(house)
    assert one != other
    assert one.startswith("a3dav_")
    assert len(one) == len("a3dav_") + 43


def test_a_revoked_token_is_worthless_at_once(house, alice):
    token, text = make(house)
    assert program(house, text).propfind(HOME).status == 207
    revoke_token(house, Actor(), find_account(house, "alice"), token.id)
    assert program(house, text).propfind(HOME).status == 401


def test_a_token_of_a_disabled_account_is_worthless(house, alice):
    _, text = make(house)
    assert program(house, text).propfind(HOME).status == 207
    set_disabled(house, Actor(), "alice", disabled=True)
    assert program(house, text).propfind(HOME).status == 401


@pytest.mark.rfc("6750", "5.3")
def test_an_expired_token_is_worthless_even_where_it_is_remembered(house, alice):
    _, text = make(house, expires=now_ms() + 60_000)
    assert program(house, text).propfind(HOME).status == 207
    execute(house, "UPDATE tokens SET expires = 1")
    execute(house, "UPDATE accounts SET credential_version = credential_version + 1")
    assert program(house, text).propfind(HOME).status == 401


def test_a_token_that_was_verified_is_recognised_without_a_look_into_its_table(house, alice, monkeypatch):
    _, text = make(house)
    assert program(house, text).propfind(HOME).status == 207
    monkeypatch.setattr(authentication, "proven_by", None)
    assert program(house, text).propfind(HOME).status == 207


def test_a_token_of_somebody_else_cannot_be_revoked(house, alice, bob):
    token, text = make(house)
    with pytest.raises(Refusal, match="bob has no such token"):
        revoke_token(house, Actor(), find_account(house, "bob"), token.id)
    assert program(house, text).propfind(HOME).status == 207


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"scopes": ["everything"]}, "scopes"),
        ({"scopes": []}, "scopes"),
        ({"label": "x" * 201}, "label"),
        ({"label": "two\nlines"}, "label"),
        ({"expires": 1}, "expires"),
        ({"expires": 2**62}, "expires"),
    ],
)
def test_a_token_that_cannot_be_is_refused_with_the_field_to_blame(house, alice, facts, field):
    wanted = {"label": "", "scopes": ["dav"], "expires": 0} | facts
    with pytest.raises(Refusal) as refused:
        add_token(house, Actor(), find_account(house, "alice"), **wanted)
    assert refused.value.field == field


def test_groups_have_no_tokens(house):
    add_account(house, Actor(), "team", kind="group")
    with pytest.raises(Refusal, match="team is a group"):
        add_token(house, Actor(), find_account(house, "team"), label="", scopes=["dav"])


def test_an_account_has_no_more_tokens_than_allowed(make_house):
    house = make_house(auth__max_tokens=1)
    add_account(house, Actor(), "alice", password="x")
    make(house)
    with pytest.raises(Refusal, match="alice has 1 tokens already"):
        make(house)


def test_making_first_use_and_revoking_are_in_the_audit_trail(house, alice):
    token, text = make(house)
    program(house, text).propfind(HOME)
    execute(house, "UPDATE accounts SET credential_version = credential_version + 1")
    program(house, text).propfind(HOME)
    revoke_token(house, Actor(), find_account(house, "alice"), token.id)
    assert [action for action in actions(house) if action.startswith("token-")] == [
        "token-created", "token-first-used", "token-revoked",
    ]  # fmt: skip


def test_writes_name_the_token_in_the_audit_trail(house, alice):
    token, text = make(house)
    program(house, text).put(HOME + "a", b"1")
    (row,) = [row for page in Trail(house.store.engine, Wanted(actions=["put"])).newest(0) for row in page]
    assert (row.method, row.credential_id) == ("token", token.id)


def test_the_last_use_is_kept(house, alice):
    token, text = make(house)
    assert not token.last_used
    program(house, text).propfind(HOME)
    assert house.store.tokens.by_id(token.id).last_used


def test_guessed_tokens_count_as_guessed_passwords(make_house):
    house = make_house(security__blocking__failed_logins=2, security__allow_clear_text="yes")
    guesser = program(house, "a3dav_" + "x" * 43)
    guesser.peer = "192.0.2.9"
    statuses = [guesser.propfind(HOME, authorization=f"Bearer a3dav_{number}").status for number in range(4)]
    assert statuses[-1] == 429


def test_tokens_go_with_their_account(house, alice):
    make(house)
    erase_account(house, Actor(), find_account(house, "alice"))
    assert house.store.engine.rows("SELECT id FROM tokens") == []


def test_expired_tokens_are_shown_for_a_month_and_then_removed(house, alice):
    (fresh, _), (old, _) = make(house), make(house)
    execute(house, "UPDATE tokens SET expires = ? WHERE id = ?", now_ms() - DAY_MS, fresh.id)
    execute(house, "UPDATE tokens SET expires = ? WHERE id = ?", now_ms() - 31 * DAY_MS, old.id)
    assert remove_expired_tokens(house) == "1 expired tokens removed"
    assert [token.id for token in house.store.tokens.of(fresh.account_id)] == [fresh.id]


def test_a_token_stands_for_nobody_once_it_expired_or_belongs_to_another(house, alice, bob):
    token, _ = make(house)
    owner, other = find_account(house, "alice"), find_account(house, "bob")
    assert proven_by(house, owner.id, token.id, "webhook").scopes == {"dav"}
    assert proven_by(house, other.id, token.id, "webhook") is None
    execute(house, "UPDATE tokens SET expires = 1")
    assert proven_by(house, owner.id, token.id, "webhook") is None
