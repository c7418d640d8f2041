"""What administrators do to accounts: data is given, kept or erased, and never lost on the way."""

import pytest

from a3dav.administration import (
    add_account,
    change_password,
    describe_account,
    erase_account,
    find_account,
    give_data,
    rename_account,
    set_disabled,
)
from a3dav.errors import A3davError, Refusal
from a3dav.principals import Role
from a3dav.storage.transaction import Actor
from a3dav.testing.client import Client
from a3dav.testing.people import add_person

ACTOR = Actor(method="test")


def give(house, giver, taker):
    return give_data(house, ACTOR, find_account(house, giver), find_account(house, taker))


def erase(house, name):
    erase_account(house, ACTOR, find_account(house, name))


def rows_of(house, account):
    """The tables that still hold something of an account, the log of changes and the audit trail left out."""
    engine = house.store.engine
    columns = {
        "accounts": "id", "profiles": "account_id", "passwords": "account_id", "resources": "account_id",
        "versions": "account_id", "locks": "account_id", "memberships": "member_id", "app_passwords": "account_id",
        "tokens": "account_id",
    }  # fmt: skip
    return [
        table
        for table, column in columns.items()
        if engine.row(f"SELECT 1 FROM {table} WHERE {column} = ?", (account.id,)) is not None
    ]


def test_given_data_is_found_below_the_taker(house, alice, bob):
    bob.request("MKCOL", "/files/bob/d")
    etag = bob.put("/files/bob/d/a", b"1").headers["etag"]
    give(house, "bob", "alice")
    answer = alice.get("/files/alice/bob-d/a")
    assert (answer.body, answer.headers["etag"]) == (b"1", etag)
    assert bob.propfind("/files/bob/", "{DAV:}getetag", depth="1").multistatus.keys() == {"/files/bob/"}


def test_used_bytes_move_along_with_given_data(house, alice, bob):
    bob.put("/files/bob/a", b"12345")
    give(house, "bob", "alice")
    assert (find_account(house, "alice").used, find_account(house, "bob").used) == (5, 0)


@pytest.mark.parametrize(("taker", "sentence"), [("team", "team is a group and owns no data"), ("bob", "same account")])
def test_data_is_not_given_to_who_cannot_have_it(house, bob, taker, sentence):
    add_account(house, ACTOR, "team", kind="group")
    bob.put("/files/bob/a", b"1")
    with pytest.raises(A3davError, match=sentence):
        give(house, "bob", taker)
    assert bob.get("/files/bob/a").body == b"1"


def test_data_given_twice_under_one_name_is_kept_twice(house, alice, person):
    person("bob").put("/files/bob/a", b"first")
    give(house, "bob", "alice")
    erase(house, "bob")
    person("bob").put("/files/bob/a", b"second")
    give(house, "bob", "alice")
    assert alice.get("/files/alice/bob-a").body == b"first"
    assert alice.get("/files/alice/bob-a-2").body == b"second"


def test_a_given_copy_outlives_the_original_whose_file_it_shares(make_house):
    house = make_house(storage__inline_body_limit=10)
    alice, bob = add_person(house, "alice"), add_person(house, "bob")
    bob.put("/files/bob/original", b"x" * 100)
    bob.request("COPY", "/files/bob/original", destination="/files/bob/copy")
    bob.delete("/files/bob/original")
    give(house, "bob", "alice")
    erase(house, "bob")
    assert alice.get("/files/alice/bob-copy").body == b"x" * 100


def test_nothing_of_an_erased_account_is_left(make_house):
    house = make_house(storage__inline_body_limit=10)
    bob = add_person(house, "bob", email="bob@example.org")
    bob.put("/files/bob/large", b"x" * 100)
    bob.put("/files/bob/a", b"1")
    bob.put("/files/bob/a", b"2")
    bob.delete("/files/bob/a")
    account = find_account(house, "bob")
    erase(house, "bob")
    assert rows_of(house, account) == []
    assert house.store.engine.row("SELECT 1 FROM tombstones") is None
    assert [file for file in house.store.blobs.folder.rglob("*") if file.is_file()] == []


def test_an_erased_account_leaves_others_alone(house, alice, bob):
    alice.put("/files/alice/a", b"1")
    erase(house, "bob")
    assert alice.get("/files/alice/a").body == b"1"
    assert bob.get("/files/bob/").status == 401


def test_the_audit_trail_of_an_erased_account_holds_no_name(house, bob):
    erase(house, "bob")
    rows = house.store.engine.rows("SELECT * FROM audit")
    assert rows
    assert "bob" not in repr(rows)


def test_a_renamed_account_signs_in_under_its_new_name_alone(house, alice):
    alice.put("/files/alice/a", b"1")
    rename_account(house, ACTOR, "alice", "ada")
    assert alice.get("/files/alice/a").status == 401
    assert Client(house, "ada", "alice's password").get("/files/ada/a").body == b"1"


def test_a_new_password_counts_at_once(house, alice):
    assert alice.get("/files/alice/").status != 401
    change_password(house, ACTOR, "alice", "another")
    assert alice.get("/files/alice/").status == 401
    assert Client(house, "alice", "another").get("/files/alice/").status != 401


def test_a_disabled_account_is_refused_at_once_and_may_return(house, alice):
    assert alice.get("/files/alice/").status != 401
    set_disabled(house, ACTOR, "alice", disabled=True)
    assert alice.get("/files/alice/").status == 401
    set_disabled(house, ACTOR, "alice", disabled=False)
    assert alice.get("/files/alice/").status != 401


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "a b", "a\n", "é\u0301" * 200, "\x00", "a:b"])
def test_a_name_that_no_path_or_credential_can_hold_is_refused(house, name):
    with pytest.raises(A3davError, match="cannot be the name of an account; use"):
        add_account(house, ACTOR, name, password="x")


@pytest.mark.parametrize("password", ["", "x" * 1025])
def test_a_password_without_bytes_or_without_end_is_refused(house, password):
    with pytest.raises(A3davError, match="a password has 1 to 1024 bytes"):
        add_account(house, ACTOR, "eve", password=password)
    assert house.store.accounts.by_name("eve") is None


def test_what_an_account_is_known_by_is_changed_and_the_rest_stays(house, alice):
    describe_account(house, Actor(), "alice", display_name="A. Liddell", email="a@example.com", quota=7)
    found = house.store.accounts.by_email("A@example.com")
    assert (found.name, found.display_name, found.quota, found.role) == ("alice", "A. Liddell", 7, Role.OWNER)


def test_a_role_that_is_taken_away_counts_at_once(house, person):
    person("root", role=Role.ADMIN)
    other = person("other", role=Role.ADMIN)
    assert other.propfind("/principals/users/root/").status == 207
    describe_account(house, Actor(), "other", role=Role.OWNER)
    assert house.store.accounts.by_name("other").role is Role.OWNER


@pytest.mark.parametrize(
    ("facts", "code", "field"),
    [({"email": "bob@example.org"}, "TAKEN", "email"), ({"role": Role.OWNER}, "LAST_ADMINISTRATOR", "")],
)
def test_an_account_is_not_changed_into_what_cannot_be(house, bob, person, facts, code, field):
    person("root", role=Role.ADMIN)
    with pytest.raises(Refusal) as refused:
        describe_account(house, Actor(), "root", **facts)
    assert (refused.value.code, refused.value.field) == (code, field)


@pytest.mark.parametrize(
    "resign",
    [
        lambda house, name: set_disabled(house, ACTOR, name, disabled=True),
        lambda house, name: describe_account(house, ACTOR, name, role=Role.AUDITOR),
        lambda house, name: describe_account(house, ACTOR, name, disabled=True),
        erase,
    ],
    ids=["disabled", "another role", "disabled with more", "erased"],
)
def test_two_administrators_who_go_at_once_do_not_both_go(house, resign, monkeypatch):
    for name in ("first", "second"):
        add_account(house, ACTOR, name, password="secret", role=Role.ADMIN)
    monkeypatch.setattr("a3dav.administration.refuse_losing_last_administrator", lambda *seen_before: None)
    resign(house, "first")
    with pytest.raises(Refusal) as refused:
        resign(house, "second")
    assert (refused.value.code, len(house.store.accounts.administrators())) == ("LAST_ADMINISTRATOR", 1)
