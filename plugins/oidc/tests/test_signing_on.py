"""Somebody signs on with an access token: what that opens, whose account it is, and when it ends."""

import base64
import time

import pytest

from a3dav.administration import change_membership, find_account, set_disabled
from a3dav.builtin import authentication
from a3dav.credentials import add_token
from a3dav.principals import Role
from a3dav.storage.audit import Trail, Wanted
from a3dav.storage.transaction import Actor
from a3dav.testing.people import add_person

HOME = "/files/alice/"
SESSION = "/api/v1/session"


def actions(house):
    house.audit.flush()
    return [(row.action, row.outcome) for page in Trail(house.store.engine, Wanted()).newest(0) for row in page]


@pytest.mark.rfc("6750", "2.1")
def test_a_stranger_gets_an_account_with_homes_and_is_told_of_its_own(house, provider, bearer):
    token = provider.token(name="Alice A.", email="alice@example.org", email_verified=True)
    alice = bearer(house, token)
    assert alice.put(HOME + "a", b"1").status == 201
    assert alice.get(HOME + "a").body == b"1"
    assert alice.get(SESSION).json["account"]["name"] == "alice"
    account = find_account(house, "alice")
    assert (account.display_name, account.email, account.role) == ("Alice A.", "alice@example.org", Role.OWNER)
    assert alice.propfind("/calendars/alice/calendar/").status == 207


def test_a_token_is_judged_once_and_then_remembered(house, provider, bearer, monkeypatch):
    alice = bearer(house, provider.token())
    assert alice.propfind(HOME).status == 207
    monkeypatch.setattr("a3dav_oidc.sign_on.verified", None)
    assert alice.propfind(HOME).status == 207


def test_a_token_is_not_remembered_beyond_its_time(house, provider, bearer, remembered):
    ends = int(time.time()) + 60
    assert bearer(house, provider.token(exp=ends)).propfind(HOME).status == 207
    (entry,) = remembered(house)
    assert entry.identity.expires == ends * 1000
    assert entry.until - time.monotonic() <= 60


def test_what_is_good_by_leeway_alone_is_not_remembered(house, provider, bearer, remembered):
    assert bearer(house, provider.token(exp=int(time.time()) - 10)).propfind(HOME).status == 207
    assert remembered(house) == []


def test_a_sign_on_is_a_login_in_the_audit_trail_and_a_forgery_a_failed_one(house, provider, bearer, reasons):
    assert bearer(house, provider.token()).propfind(HOME).status == 207
    assert bearer(house, provider.token(aud="https://other.example")).propfind(HOME).status == 401
    told = actions(house)
    assert {("account-created", "ok"), ("account-linked", "ok"), ("login", "ok"), ("login", "failed")} <= set(told)
    assert reasons() == ["the token is not for this server"]


@pytest.fixture
def blocking(signing_on, bearer):
    """A client far away, in a house where three guesses are too many."""
    facts = {"security__allow_clear_text": "true", "security__blocking__failed_logins": 3}
    house = signing_on(more=facts)

    def tell(token):
        client = bearer(house, token)
        client.peer = "192.0.2.1"
        return client.propfind(HOME).status

    return tell


def test_who_forges_tokens_is_blocked_like_who_guesses_passwords(blocking, provider, forged):
    token = forged({"typ": "at+jwt", "alg": "ES256", "kid": "key-1"}, provider.claims())
    assert [blocking(token) for _ in range(4)] == [401, 401, 401, 429]
    assert blocking(provider.token()) == 429


def test_who_brings_a_token_that_expired_is_not_blocked(blocking, provider):
    ended = provider.token(exp=int(time.time()) - 100)
    assert [blocking(ended) for _ in range(5)] == [401] * 5
    assert blocking(provider.token()) == 207


def test_tokens_and_passwords_of_the_house_itself_go_on(house, provider):
    alice = add_person(house, "alice")
    assert alice.propfind(HOME).status == 207
    _, text = add_token(house, Actor(), find_account(house, "alice"), label="", scopes=["dav"])
    assert alice.propfind(HOME, authorization=f"Bearer {text}").status == 207
    assert alice.propfind(HOME, authorization="Bearer a3dav_nonsense").status == 401
    assert provider.asked == []


def test_disabling_the_account_counts_at_once(house, provider, bearer):
    alice = bearer(house, provider.token())
    assert alice.propfind(HOME).status == 207
    set_disabled(house, Actor(), "alice", disabled=True)
    assert alice.propfind(HOME).status == 401
    set_disabled(house, Actor(), "alice", disabled=False)
    assert alice.propfind(HOME).status == 207


def test_a_group_of_this_server_counts_at_once(house, provider, bearer, remembered):
    """What is remembered is not what somebody was allowed before."""
    alice = bearer(house, provider.token())
    assert alice.propfind(HOME).status == 207
    team = add_person(house, "team", kind="group")
    change_membership(house, Actor(), team.name, "alice", remove=False)
    alice.propfind(HOME)
    (entry,) = remembered(house)
    assert entry.identity.groups == {find_account(house, "team").id}


@pytest.mark.rfc("6750", "3.1")
def test_a_token_opens_what_its_scopes_are_good_for(house, provider, bearer):
    reader = bearer(house, provider.token(scope="openid calendars:read"))
    assert reader.get("/api/v1/calendars").status == 200
    refused = reader.propfind(HOME)
    assert (refused.status, 'error="insufficient_scope"' in refused.headers["www-authenticate"]) == (403, True)


def test_scopes_are_mapped_as_settings_say(signing_on, provider, bearer, remembered):
    house = signing_on(scopes="https://x/cal=calendars:read calendars:write,*=profile,dav")
    assert bearer(house, provider.token(scope="https://x/cal contacts:read")).get(SESSION).status == 200
    (entry,) = remembered(house)
    assert entry.identity.scopes == {"calendars:read", "calendars:write", "profile"}


def test_a_scope_that_nobody_mapped_opens_nothing(house, provider, bearer):
    """Other servers may have a scope `admin` that means less."""
    assert bearer(house, provider.token(scope="admin tokens webhooks")).get(SESSION).status == 403


def test_a_token_is_not_the_whole_person(signing_on, provider, bearer):
    house = signing_on(scopes="*=admin profile dav tokens", admin_groups="staff")
    alice = bearer(house, provider.token(groups=["staff"]))
    account = find_account(house, "alice") if alice.propfind(HOME).status == 207 else None
    assert account is not None
    assert account.role is Role.ADMIN
    path = f"/api/v1/accounts/{account.id.hex()}/app-passwords"
    answer = alice.request("POST", path, b'{"name": "phone"}', content_type="application/json")
    assert answer.status == 403
    assert "this takes a password" in answer.text


def test_groups_of_the_provider_decide_the_role_at_each_sign_on(signing_on, provider, bearer):
    house = signing_on(admin_groups="staff", auditor_groups="audit", groups_claim="realm_access.roles")
    add_person(house, "root", role=Role.ADMIN)
    for roles, role in (
        (["staff", "audit"], Role.ADMIN),
        (["audit"], Role.AUDITOR),
        ("staff", Role.ADMIN),
        ([], "owner"),
    ):
        token = provider.token(realm_access={"roles": roles}, jti=str(roles))
        assert bearer(house, token).propfind(HOME).status == 207
        assert find_account(house, "alice").role == role


@pytest.mark.parametrize("groups", [{"staff": 1}, [["staff"]], ["staff", 1], None, 7])
def test_groups_of_another_shape_are_none(signing_on, provider, bearer, groups):
    house = signing_on(admin_groups="staff")
    assert bearer(house, provider.token(groups=groups)).propfind(HOME).status == 207
    assert find_account(house, "alice").role is Role.OWNER


def test_the_last_administrator_stays_one(signing_on, provider, bearer):
    house = signing_on(admin_groups="staff")
    assert bearer(house, provider.token(groups=["staff"])).propfind(HOME).status == 207
    assert bearer(house, provider.token(groups=[])).propfind(HOME).status == 207
    assert find_account(house, "alice").role is Role.ADMIN


def test_roles_are_left_alone_where_no_groups_are_named(house, provider, bearer):
    token = provider.token(groups=["admin"])
    assert bearer(house, token).propfind(HOME).status == 207
    assert find_account(house, "alice").role is Role.OWNER


@pytest.mark.rfc("6750", "3", "3.1")
def test_a_bad_token_is_told_so_and_where_to_get_a_good_one(house, bearer, provider):
    bad = provider.token(aud="x")
    told = bearer(house, bad).get(SESSION).headers["www-authenticate"]
    where = 'resource_metadata="http://localhost/.well-known/oauth-protected-resource"'
    assert told == f'Bearer realm="a3dav", error="invalid_token", {where}'
    assert 'error="invalid_token"' in bearer(house, bad).propfind(HOME).headers["www-authenticate"]


@pytest.mark.rfc("9728", "5.1")
def test_who_brings_nothing_is_told_where_tokens_come_from(house, bearer):
    client = bearer(house, "")
    client.authorization = ""
    told = client.get(SESSION).headers["www-authenticate"]
    assert "resource_metadata=" in told
    assert "error=" not in told
    assert client.propfind(HOME).headers["www-authenticate"] == 'Basic realm="a3dav", charset="UTF-8"'


def test_a_basic_password_never_reaches_the_provider(house, provider):
    alice = add_person(house, "alice")
    assert alice.propfind(HOME, authorization="Basic " + base64.b64encode(b"alice:no").decode()).status == 401
    assert provider.asked == []


def test_nothing_is_asked_where_no_provider_is_set(make_house, provider, status, monkeypatch):
    house = make_house()
    monkeypatch.setattr(authentication, "verify_password", None)
    assert status(house, provider.token()) == 401
    assert provider.asked == []
