"""What raises the generation of a store, and what leaves it."""

import pytest

from a3dav.storage.generation import COUNT, Content
from a3dav.storage.transaction import Actor
from a3dav.testing.access import grant, set_acl
from a3dav.testing.people import add_person

HOME = "/files/alice/"
FILE, FOLDER = HOME + "a.txt", HOME + "folder/"
LOCK = '<lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>'
NAMED = '<propertyupdate xmlns="DAV:"><set><prop><displayname>New</displayname></prop></set></propertyupdate>'


@pytest.fixture
def stocked(house, alice, bob):
    alice.put(FILE, "one")
    alice.request("MKCOL", FOLDER)
    alice.get(FILE)  # signed in, and told so to the audit trail
    house.audit.flush()
    return house


@pytest.mark.parametrize(
    "act",
    [
        lambda alice: alice.put(FILE, "two"),
        lambda alice: alice.put(FOLDER + "new.txt", "new"),
        lambda alice: alice.delete(FILE),
        lambda alice: alice.get(FILE),
        lambda alice: alice.request("LOCK", FILE, LOCK),
    ],
)
def test_content_leaves_it(stocked, alice, act):
    before = stocked.store.engine.generation()
    assert act(alice).status < 300
    assert stocked.store.engine.generation() == before


@pytest.mark.parametrize(
    "act",
    [
        lambda alice: alice.request("MKCOL", HOME + "more/"),
        lambda alice: alice.delete(FOLDER),
        lambda alice: alice.request("MOVE", FILE, destination=FOLDER + "b.txt"),
        lambda alice: alice.request("MOVE", FOLDER, destination=HOME + "moved/"),
        lambda alice: alice.proppatch(FILE, NAMED),
        lambda alice: set_acl(alice, FOLDER, grant("authenticated", "read")),
    ],
)
def test_what_decides_about_content_raises_it(stocked, alice, act):
    before = stocked.store.engine.generation()
    assert act(alice).status < 300
    assert stocked.store.engine.generation() != before


@pytest.mark.parametrize(
    "act",
    [
        lambda accounts, bob: accounts.set_disabled(bob.id, True),
        lambda accounts, bob: accounts.set_display_name(bob.id, "Robert"),
        lambda accounts, bob: accounts.set_password_hash(bob.id, "hash"),
        lambda accounts, bob: accounts.add_member(accounts.by_name("team").id, bob.id),
    ],
)
def test_accounts_raise_it(stocked, act):
    add_person(stocked, "team", kind="group")
    before = stocked.store.engine.generation()
    stocked.transact(Actor(), lambda tx: act(tx.store.accounts, tx.store.accounts.by_name("bob")))
    assert stocked.store.engine.generation() != before


def test_a_change_outside_of_a_transaction_raises_it(stocked):
    before = stocked.store.engine.generation()
    stocked.store.engine.execute("UPDATE profiles SET display_name = 'Robert' WHERE name = 'bob'")
    assert stocked.store.engine.generation() != before


@pytest.mark.parametrize(
    ("sql", "leaves"),
    [
        ("INSERT INTO versions (id) VALUES (?) ON CONFLICT (id) DO UPDATE SET id = excluded.id", False),
        ("DELETE FROM locks WHERE home_id = ?", False),
        ("SELECT counter FROM accounts WHERE id = ? FOR UPDATE", False),
        (COUNT, False),
        ("UPDATE accounts SET disabled = ? WHERE id = ?", True),
        ("WITH found AS (SELECT 1) UPDATE accounts SET quota = ?", True),
        ("insert into unheard_of (id) VALUES (?)", True),
    ],
)
def test_statements_are_told_apart_by_their_tables(sql, leaves):
    content = Content()
    content.declare(["versions", "locks"])
    assert content.is_left_by(sql) is leaves
