"""App passwords and tokens, and the sessions that are begun with them."""

import pytest

from a3dav.administration import add_app_password, find_account
from a3dav.credentials import add_token
from a3dav.passwords import BEARER_MARK
from a3dav.principals import Scope
from a3dav.storage.transaction import Actor
from a3dav.testing.client import Client

MAKE = """mutation ($p: ID!, $s: [String!]!, $d: Int64) { createToken(input: {principal: $p, label: "sync", scopes: $s, days: $d}) {
  newToken { token label } errors { code field message } } }"""
REVOKE = """mutation ($p: ID!, $t: String!) { revokeToken(input: {principal: $p, token: $t}) {
  done errors { code field } } }"""
SESSIONS = "{ sessions { totalCount nodes { id kind label lastUsed expires principal { name } } } }"


def the_id(graph, name):
    return graph.ask("query ($n: String) { principal(name: $n) { id } }", n=name)["principal"]["id"]


def test_an_app_password_is_told_once_and_opens_what_it_is_for(alice, graph, house):
    mine = graph(alice)
    made = mine.ask(
        'mutation ($p: ID!) { createAppPassword(input: {principal: $p, label: "phone"}) { newAppPassword { secret label } } }',
        p=the_id(mine, "alice"),
    )
    secret = made["createAppPassword"]["newAppPassword"]["secret"]
    told = mine.send("{ me { appPasswords { nodes { id label scope } } } }")
    assert Client(house, "alice", secret).propfind("/").status == 207
    assert (secret in told.text, '"phone"' in told.text) == (False, True)


def test_a_revoked_app_password_opens_nothing(alice, graph, house):
    mine = graph(alice)
    made = mine.ask(
        'mutation ($p: ID!) { createAppPassword(input: {principal: $p, label: "x"}) { newAppPassword { secret } } }',
        p=the_id(mine, "alice"),
    )
    secret = made["createAppPassword"]["newAppPassword"]["secret"]
    entry = mine.ask("{ me { id appPasswords { nodes { id } } } }")["me"]
    mine.ask(
        "mutation ($p: ID!, $a: String!) { revokeAppPassword(input: {principal: $p, appPassword: $a}) { done } }",
        p=entry["id"],
        a=entry["appPasswords"]["nodes"][0]["id"],
    )
    assert Client(house, "alice", secret).propfind("/").status == 401


@pytest.fixture
def bearer(house):
    """Somebody who signs in with a token."""

    def client(text):
        found = Client(house, "alice", "")
        found.authorization = f"Bearer {text}"
        return found

    return client


@pytest.fixture
def make(alice, graph):
    """Makes a token of alice's."""
    mine = graph(alice)

    def made(scopes=("dav",), days=None):
        return mine.ask(MAKE, p=the_id(mine, "alice"), s=list(scopes), d=days)["createToken"]

    return made


def test_a_token_is_told_once_and_opens_what_it_is_for(make, alice, graph, bearer):
    text = make(["dav", "profile"], 3)["newToken"]["token"]
    assert bearer(text).propfind("/").status == 207
    told = graph(alice).send("{ me { tokens { nodes { label scopes expires lastUsed } } } }")
    (node,) = told.json["data"]["me"]["tokens"]["nodes"]
    assert (node["label"], node["scopes"], node["expires"] is None, node["lastUsed"] is None) == (
        "sync", ["profile", "dav"], False, False,
    )  # fmt: skip
    assert text not in told.text


def test_a_revoked_token_opens_nothing(make, alice, graph, bearer):
    text = make()["newToken"]["token"]
    mine = graph(alice)
    (node,) = mine.ask("{ me { tokens { nodes { id } } } }")["me"]["tokens"]["nodes"]
    assert mine.ask(REVOKE, p=the_id(mine, "alice"), t=node["id"])["revokeToken"]["done"] is True
    assert bearer(text).propfind("/").status == 401


@pytest.mark.parametrize("token", ["00" * 16, "x", ""])
def test_a_token_that_is_not_there_is_told(alice, graph, token):
    mine = graph(alice)
    (error,) = mine.ask(REVOKE, p=the_id(mine, "alice"), t=token)["revokeToken"]["errors"]
    assert (error["code"], error["field"]) == ("NOT_FOUND", "token")


@pytest.mark.parametrize(
    ("scopes", "days", "field"), [([], None, "scopes"), (["everything"], None, "scopes"), (["dav"], 0, "days")]
)
def test_a_token_that_cannot_be_is_refused_with_its_place(make, scopes, days, field):
    (error,) = make(scopes, days)["errors"]
    assert error["field"] == field


def test_a_token_makes_none(make, alice, graph, bearer):
    mine = graph(alice)
    program = graph(bearer(make(["admin"])["newToken"]["token"]))
    answer = program.send(MAKE, {"p": the_id(mine, "alice"), "s": ["dav"]})
    assert BEARER_MARK not in answer.text
    assert mine.ask("{ me { tokens { totalCount } } }")["me"]["tokens"]["totalCount"] == 1


def test_nobody_makes_a_token_of_somebody_else(root, bob, graph):
    answer = graph(bob).send(MAKE, {"p": the_id(root, "root"), "s": ["dav"]})
    assert BEARER_MARK not in answer.text
    assert root.ask("{ me { tokens { totalCount } } }")["me"]["tokens"]["totalCount"] == 0


def test_sessions_are_what_was_used_and_has_not_expired(root, make, alice, graph, house, bearer):
    make()
    used = make()["newToken"]["token"]
    assert root.ask(SESSIONS)["sessions"]["totalCount"] == 0
    bearer(used).propfind("/")
    (one,) = root.ask(SESSIONS)["sessions"]["nodes"]
    assert (one["kind"], one["label"], one["principal"]["name"], one["expires"]) == ("TOKEN", "sync", "alice", None)
    house.transact(Actor(), lambda tx: tx.store.engine.execute("UPDATE tokens SET expires = 1"))
    assert root.ask(SESSIONS)["sessions"]["nodes"] == []


def test_sessions_of_both_kinds_come_in_pages_the_latest_first(root, alice, graph, house):
    for number in range(3):
        add_app_password(house, Actor(), "alice", label=f"phone {number}", scope=Scope.DAV, days=0)
        add_token(house, Actor(), find_account(house, "alice"), label=f"sync {number}", scopes=["dav"])
    moments = iter(range(1000, 9000, 1000))
    for table in ("app_passwords", "tokens"):
        for (id_,) in house.store.engine.rows(f"SELECT id FROM {table} ORDER BY label"):
            values = (next(moments), id_)
            change = f"UPDATE {table} SET last_used = ? WHERE id = ?"
            house.transact(Actor(), lambda tx, change=change, values=values: tx.store.engine.execute(change, values))
    page = "query ($a: String) { sessions(first: 4, after: $a) { nodes { label } pageInfo { hasNextPage endCursor } } }"
    first = root.ask(page)["sessions"]
    rest = root.ask(page, a=first["pageInfo"]["endCursor"])["sessions"]
    assert [node["label"] for node in first["nodes"] + rest["nodes"]] == [
        "sync 2", "sync 1", "sync 0", "phone 2", "phone 1", "phone 0",
    ]  # fmt: skip
    assert (first["pageInfo"]["hasNextPage"], rest["pageInfo"]["hasNextPage"]) == (True, False)
