"""Whose account a token is for: accounts belong to subjects, and names at the provider to nobody for ever."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from a3dav.administration import add_account, erase_account, find_account, rename_account
from a3dav.principals import Role
from a3dav.storage.transaction import Actor
from a3dav.testing.people import add_person
from a3dav_oidc import links as links_of_plugin

VERIFIED = {"email": "alice@example.org", "email_verified": True}


@pytest.fixture
def name_of(bearer):
    """The account that a token opens, or why it opens none."""

    def tell(house, token):
        answer = bearer(house, token).get("/api/v1/session")
        return answer.json["account"]["name"] if answer.status == 200 else answer.status

    return tell


def links(house):
    sql = "SELECT p.name, l.subject FROM oidc_links l JOIN profiles p ON p.account_id = l.account_id ORDER BY p.name"
    return house.store.engine.rows(sql)


def test_whoever_is_renamed_at_the_provider_keeps_the_account(house, provider, name_of):
    assert name_of(house, provider.token()) == "alice"
    assert name_of(house, provider.token(preferred_username="alicia")) == "alice"


def test_a_name_that_is_given_to_somebody_else_opens_nothing_of_the_first(house, provider, name_of, reasons):
    assert name_of(house, provider.token()) == "alice"
    assert name_of(house, provider.token(sub="another", **VERIFIED)) == 401
    assert reasons() == ["there is an account of this name, which is not linked"]
    assert links(house) == [("alice", "subject-of-alice")]


@pytest.mark.parametrize("link", ["name", "email"])
def test_an_account_that_is_linked_is_never_linked_to_somebody_else(signing_on, provider, name_of, reasons, link):
    house = signing_on(link=link)
    assert name_of(house, provider.token(**VERIFIED)) == "alice"
    assert name_of(house, provider.token(sub="another", **VERIFIED)) == 401
    assert reasons() == ["the account is linked to somebody else"]


def test_whoever_is_renamed_here_keeps_the_link(house, provider, name_of):
    assert name_of(house, provider.token()) == "alice"
    rename_account(house, Actor(), "alice", "alicia")
    assert name_of(house, provider.token()) == "alicia"


def test_subjects_of_another_issuer_are_others(house, make_house, provider, name_of):
    assert name_of(house, provider.token()) == "alice"
    house.store.engine.submit(lambda: house.store.engine.execute("UPDATE oidc_links SET issuer = 'https://x'")).result()
    assert name_of(house, provider.token(jti="2")) == 401


def test_nobody_gets_an_account_where_that_is_off(signing_on, provider, name_of, reasons):
    house = signing_on(provision=False)
    assert name_of(house, provider.token()) == 401
    assert reasons() == ["unknown account"]
    assert house.store.accounts.by_name("alice") is None


def test_an_account_that_was_here_before_is_nobodys_unless_settings_say_so(house, provider, name_of):
    add_person(house, "alice", email="alice@example.org")
    assert name_of(house, provider.token(**VERIFIED)) == 401
    assert links(house) == []


def test_it_is_found_by_name_where_settings_say_so(signing_on, provider, name_of):
    house = signing_on(link="name", provision=False)
    add_person(house, "alice")
    assert name_of(house, provider.token()) == "alice"
    assert links(house) == [("alice", "subject-of-alice")]


def test_it_is_found_by_a_verified_address_where_settings_say_so(signing_on, provider, name_of):
    house = signing_on(link="email", provision=False)
    add_person(house, "alice.a", email="Alice@example.org")
    for unverified in ({"email_verified": False}, {"email_verified": "true"}, {"email_verified": ...}):
        assert name_of(house, provider.token(**VERIFIED | unverified)) == 401
    assert name_of(house, provider.token(**VERIFIED)) == "alice.a"


@pytest.mark.parametrize("role", [Role.ADMIN, Role.AUDITOR])
def test_administrators_and_auditors_are_not_linked_by_a_name(signing_on, provider, name_of, reasons, role):
    house = signing_on(link="name")
    add_person(house, "alice", role=role)
    assert name_of(house, provider.token()) == 401
    assert reasons() == ["such an account is linked by command alone"]


def test_a_room_of_this_name_is_not_signed_in_as(signing_on, provider, name_of):
    house = signing_on(link="name")
    add_account(house, Actor(), "alice", kind="room")
    assert name_of(house, provider.token()) == 401


def test_a_name_that_is_the_address_of_somebody_else_makes_no_account(house, provider, name_of):
    """Whoever signs in by address would be somebody else (RFC 6764 §7)."""
    add_person(house, "bob", email="alice@example.org")
    assert name_of(house, provider.token(preferred_username="alice@example.org")) == 401


def test_an_address_of_somebody_else_is_not_taken_over(house, provider, name_of):
    add_person(house, "bob", email="alice@example.org")
    assert name_of(house, provider.token(**VERIFIED)) == "alice"
    assert find_account(house, "alice").email == ""


def test_names_and_verified_addresses_follow_the_provider(house, provider, name_of):
    assert name_of(house, provider.token(name="Alice", **VERIFIED)) == "alice"
    moved = {"email": "a@example.net", "email_verified": True}
    assert name_of(house, provider.token(name="Alice B.\u202e", **moved)) == "alice"
    assert find_account(house, "alice").display_name == "Alice"
    assert name_of(house, provider.token(name="Alice  B.", email="evil@example.net")) == "alice"
    account = find_account(house, "alice")
    assert (account.display_name, account.email) == ("Alice B.", "a@example.net")


def test_they_stay_where_settings_say_so(signing_on, provider, name_of):
    house = signing_on(update=False)
    assert name_of(house, provider.token(name="Alice")) == "alice"
    assert name_of(house, provider.token(name="Bob")) == "alice"
    assert find_account(house, "alice").display_name == "Alice"


def test_a_domain_is_taken_off_names_and_no_other_one(signing_on, provider, name_of):
    house = signing_on(name_domains="example.org")
    assert name_of(house, provider.token(preferred_username="alice@Example.org")) == "alice"
    assert name_of(house, provider.token(sub="2", preferred_username="alice@evil.example")) == "alice@evil.example"


@pytest.mark.parametrize(
    "name", ["", "../etc", "a/b", "ü", "x" * 65, "a\x00b", "@", 7, None, ["alice"], {"a": "alice"}, True, ...]
)
def test_what_cannot_be_the_name_of_an_account_makes_none(house, provider, name_of, name, reasons):
    assert name_of(house, provider.token(preferred_username=name)) == 401
    assert reasons() == ["the token names nobody who can have an account"]


def test_the_name_is_in_the_claim_that_settings_name(signing_on, provider, name_of):
    house = signing_on(name_claim="https://example.org/login", display_name_claim="profile.full")
    token = provider.token(**{"https://example.org/login": "bob", "profile": {"full": "Bob"}})
    assert name_of(house, token) == "bob"
    assert find_account(house, "bob").display_name == "Bob"


def test_whose_account_was_erased_gets_a_new_one(house, provider, name_of):
    assert name_of(house, provider.token()) == "alice"
    first = find_account(house, "alice")
    erase_account(house, Actor(), first)
    assert name_of(house, provider.token()) == "alice"
    assert find_account(house, "alice").id != first.id


def test_many_first_requests_at_once_make_one_account(house, provider, name_of):
    tokens = [provider.token(jti=str(number)) for number in range(16)]
    with ThreadPoolExecutor(16) as threads:
        names = list(threads.map(lambda token: name_of(house, token), tokens))
    assert names == ["alice"] * 16
    assert links(house) == [("alice", "subject-of-alice")]


@pytest.mark.parametrize("settings", [{}, {"link": "name"}])
def test_what_another_sign_in_made_meanwhile_is_found(signing_on, provider, name_of, monkeypatch, settings):
    """It commits behind the look for the link, and before the look for the name."""
    house = signing_on(**settings)
    assert name_of(house, provider.token()) == "alice"
    looks, found = iter(range(2)), links_of_plugin.by_subject
    monkeypatch.setattr(
        links_of_plugin, "by_subject", lambda *place: None if next(looks, None) is not None else found(*place)
    )
    assert name_of(house, provider.token(jti="2")) == "alice"
    assert next(looks, None) is None
    assert links(house) == [("alice", "subject-of-alice")]
