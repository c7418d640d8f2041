"""Mutations: who makes which, what they leave in the store and in the audit trail."""

import pytest


def the_id(graph, name):
    return graph.ask("query ($n: String) { principal(name: $n) { id } }", n=name)["principal"]["id"]


def collection_id(graph, name, kind, which="name"):
    query = "query ($n: String, $k: String) { principal(name: $n) { collections(kind: $k) { nodes { id name } } } }"
    return graph.ask(query, n=name, k=kind)["principal"]["collections"]["nodes"][0]["id"]


def actions(house, actor):
    sql = "SELECT action FROM audit WHERE actor_id = ? AND action <> 'login' ORDER BY position"
    return [row[0] for row in house.store.engine.rows(sql, (house.store.accounts.by_name(actor).id,))]


def test_an_administrator_makes_an_account(root, house):
    made = root.ask(
        """mutation ($i: CreatePrincipalInput!) { createPrincipal(input: $i) {
          principal { name role quota { own } } errors { code field message } } }""",
        i={
            "name": "carol",
            "password": "a secret",
            "email": "carol@example.org",
            "role": "AUDITOR",
            "quota": 5_000_000_000,
        },
    )
    assert made["createPrincipal"] == {
        "principal": {"name": "carol", "role": "AUDITOR", "quota": {"own": 5_000_000_000}},
        "errors": [],
    }
    assert actions(house, "root") == ["account-created"]


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"name": "alice", "password": "x"}, "TAKEN", "name"),
        ({"name": "../alice", "password": "x"}, "BAD_INPUT", "name"),
        ({"name": "dora"}, "BAD_INPUT", "password"),
        ({"name": "dora", "password": "x", "email": "alice@example.org"}, "TAKEN", "email"),
        ({"name": "dora", "password": "x", "quota": -1}, "BAD_INPUT", "quota"),
    ],
)
def test_a_refusal_names_the_code_and_the_field(root, alice, given, code, field):
    query = "mutation ($i: CreatePrincipalInput!) { createPrincipal(input: $i) { principal { name } errors { code field } } }"
    told = root.ask(query, i=given)["createPrincipal"]
    assert told == {"principal": None, "errors": [{"code": code, "field": field}]}


def test_an_account_is_renamed_described_and_disabled_in_one_operation(root, alice, house):
    found = root.ask(
        """mutation ($p: ID!) {
          renamePrincipal(input: {principal: $p, name: "alicia"}) { principal { name } }
          updatePrincipal(input: {principal: $p, displayName: "A.", email: "a@example.org", quota: 10}) {
            principal { displayName email quota { own } } }
          setDisabled(input: {principal: $p, disabled: true}) { principal { disabled } }
        }""",
        p=the_id(root, "alice"),
    )
    assert found["renamePrincipal"]["principal"] == {"name": "alicia"}
    assert found["updatePrincipal"]["principal"] == {
        "displayName": "A.",
        "email": "a@example.org",
        "quota": {"own": 10},
    }
    assert found["setDisabled"]["principal"] == {"disabled": True}
    assert actions(house, "root") == ["account-renamed", "account-changed", "account-disabled"]


def test_the_same_change_twice_under_two_names_is_made_twice(root, alice):
    found = root.ask(
        """mutation ($p: ID!) {
          one: createAppPassword(input: {principal: $p, label: "one"}) { newAppPassword { secret } }
          two: createAppPassword(input: {principal: $p, label: "two"}) { newAppPassword { secret } }
        }""",
        p=the_id(root, "alice"),
    )
    assert found["one"]["newAppPassword"]["secret"] != found["two"]["newAppPassword"]["secret"]


def test_a_change_shows_what_it_left_before_the_next_one(root, alice):
    found = root.ask(
        """mutation ($p: ID!) {
          one: renamePrincipal(input: {principal: $p, name: "one"}) { principal { name } }
          two: renamePrincipal(input: {principal: $p, name: "two"}) { principal { name } }
        }""",
        p=the_id(root, "alice"),
    )
    assert [found["one"]["principal"]["name"], found["two"]["principal"]["name"]] == ["one", "two"]


def test_what_is_skipped_is_not_done(root, alice):
    query = (
        'mutation ($p: ID!) { renamePrincipal(input: {principal: $p, name: "x"}) @skip(if: true) { errors { code } } }'
    )
    assert root.ask(query, p=the_id(root, "alice")) == {}
    assert the_id(root, "alice")


def test_the_name_of_the_type_changes_nothing(root, alice):
    query = (
        'mutation ($p: ID!) { renamePrincipal(input: {principal: $p, name: "x"}) { errors { code } } what: __typename }'
    )
    assert root.ask(query, p=the_id(root, "alice")) == {"renamePrincipal": {"errors": []}, "what": "Mutation"}


def test_the_last_administrator_stays_one(root):
    query = "mutation ($p: ID!) { setRole(input: {principal: $p, role: OWNER}) { errors { code } } }"
    assert root.ask(query, p=the_id(root, "root"))["setRole"]["errors"] == [{"code": "LAST_ADMINISTRATOR"}]


def test_an_account_is_erased_by_who_says_its_name_again(root, alice, house):
    query = "mutation ($p: ID!, $n: String!) { erasePrincipal(input: {principal: $p, name: $n}) { done errors { code field } } }"
    alices = the_id(root, "alice")
    refused = root.ask(query, p=alices, n="alicia")["erasePrincipal"]
    done = root.ask(query, p=alices, n="alice")["erasePrincipal"]
    assert refused == {"done": False, "errors": [{"code": "BAD_INPUT", "field": "name"}]}
    assert (done["done"], house.store.accounts.by_name("alice")) == (True, None)


def test_a_group_gets_and_loses_members(root, alice, house):
    root.ask('mutation { createPrincipal(input: {name: "team", kind: GROUP}) { errors { code } } }')
    team = the_id(root, "team")
    added = root.ask(
        'mutation ($g: ID!) { addMember(input: {principal: $g, member: "alice"}) { principal { members { nodes { name } } } } }',
        g=team,
    )
    gone = root.ask(
        'mutation ($g: ID!) { removeMember(input: {principal: $g, member: "alice"}) { principal { members { totalCount } } } }',
        g=team,
    )
    assert added["addMember"]["principal"]["members"]["nodes"] == [{"name": "alice"}]
    assert gone["removeMember"]["principal"]["members"]["totalCount"] == 0


def test_an_app_password_makes_no_credentials(root, house):
    from a3dav.administration import add_app_password
    from a3dav.principals import Scope
    from a3dav.storage.transaction import Actor
    from a3dav.testing.client import Client

    program = type(root)(
        Client(house, "root", add_app_password(house, Actor(), "root", label="", scope=Scope.API, days=0))
    )
    told = program.ask(
        'mutation ($p: ID!) { setPassword(input: {principal: $p, password: "x"}) { errors { code } } }',
        p=the_id(program, "root"),
    )
    assert told["setPassword"]["errors"] == [{"code": "FORBIDDEN"}]


@pytest.mark.rfc("6750", "2.1")
def test_a_token_for_administration_asks_and_makes_no_credentials(root, house):
    from a3dav.administration import find_account
    from a3dav.credentials import add_token
    from a3dav.storage.transaction import Actor

    _, text = add_token(house, Actor(), find_account(house, "root"), label="", scopes=["admin"])
    root.client.authorization = f"Bearer {text}"
    told = root.ask(
        'mutation ($p: ID!) { setPassword(input: {principal: $p, password: "x"}) { errors { code } } }',
        p=the_id(root, "root"),
    )
    assert told["setPassword"]["errors"] == [{"code": "FORBIDDEN"}]


ADMINISTRATORS_ALONE = [
    'createPrincipal(input: {name: "x", password: "x"}) { errors { code } }',
    'renamePrincipal(input: {principal: "00", name: "x"}) { errors { code } }',
    'blockAddress(input: {address: "192.0.2.1"}) { errors { code } }',
    'breakLock(input: {token: "x"}) { errors { code } }',
    'dropMessage(input: {message: "00"}) { errors { code } }',
]


@pytest.mark.parametrize("change", ADMINISTRATORS_ALONE)
def test_an_owner_makes_no_change_that_is_for_administrators(alice, graph, change):
    assert graph(alice).send(f"mutation {{ {change} }}").status == 403


@pytest.mark.parametrize(
    "change",
    [
        *ADMINISTRATORS_ALONE,
        'setPassword(input: {principal: "00", password: "x"}) { errors { code } }',
        'deleteCollection(input: {collection: "00"}) { errors { code } }',
    ],
)
def test_an_auditor_changes_nothing(auditor, change):
    assert auditor.send(f"mutation {{ {change} }}").status == 403


def test_an_owner_does_not_learn_of_what_belongs_to_others(alice, bob, graph, root):
    query = "mutation ($c: ID!) { deleteCollection(input: {collection: $c}) { errors { code field message } } }"
    bobs, nobodys = collection_id(root, "bob", "calendar"), "00" * 16
    answers = [graph(alice).ask(query, c=one)["deleteCollection"]["errors"] for one in (bobs, nobodys, "no id")]
    assert answers == [[{"code": "NOT_FOUND", "field": "collection", "message": "there is no such collection"}]] * 3


def test_a_collection_is_made_named_and_deleted(root, alice, house):
    home = collection_id(root, "alice", "calendar-home")
    made = root.ask(
        """mutation ($h: ID!) { createCollection(input: {collection: $h, name: "work", kind: "calendar", displayName: "Work & more"}) {
          collection { id href kind displayName owner { name } } errors { code message } } }""",
        h=home,
    )["createCollection"]["collection"]
    named = root.ask(
        'mutation ($c: ID!) { renameCollection(input: {collection: $c, displayName: "Play"}) { collection { displayName } } }',
        c=made["id"],
    )
    gone = root.ask("mutation ($c: ID!) { deleteCollection(input: {collection: $c}) { done } }", c=made["id"])
    assert made | {"id": ""} == {
        "id": "", "href": "/calendars/alice/work/", "kind": "calendar", "displayName": "Work & more", "owner": {"name": "alice"}
    }  # fmt: skip
    assert named["renameCollection"]["collection"]["displayName"] == "Play"
    assert gone["deleteCollection"]["done"]
    assert alice.propfind("/calendars/alice/work/").status == 404
    assert actions(house, "root") == ["mkcol", "proppatch", "delete"]


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [("calendar", "calendar", "TAKEN"), ("a/b", "calendar", "BAD_INPUT"), ("x", "addressbook", "BAD_INPUT")],
)
def test_a_collection_that_cannot_be_is_not_made(root, alice, name, kind, code):
    query = """mutation ($h: ID!, $n: String!, $k: String!) {
      createCollection(input: {collection: $h, name: $n, kind: $k}) { errors { code } } }"""
    told = root.ask(query, h=collection_id(root, "alice", "calendar-home"), n=name, k=kind)
    assert told["createCollection"]["errors"] == [{"code": code}]


def test_a_home_is_not_deleted(root, alice):
    query = "mutation ($c: ID!) { deleteCollection(input: {collection: $c}) { errors { code } } }"
    told = root.ask(query, c=collection_id(root, "alice", "calendar-home"))
    assert told["deleteCollection"]["errors"] == [{"code": "BAD_INPUT"}]


def test_an_address_is_blocked_and_unblocked(root):
    root.ask('mutation { blockAddress(input: {address: "192.0.2.7", seconds: 60}) { done } }')
    blocked = root.ask("{ blocks { address reason } }")
    root.ask('mutation { unblockAddress(input: {address: "192.0.2.7"}) { done } }')
    assert blocked == {"blocks": [{"address": "192.0.2.7", "reason": "an administrator"}]}
    assert root.ask("{ blocks { address } }") == {"blocks": []}


def test_a_lock_is_broken(root, alice):
    body = '<lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>'
    assert alice.request("LOCK", "/files/alice/a.txt", body).status == 201
    (held,) = root.ask("{ locks { nodes { token href holder { name } } } }")["locks"]["nodes"]
    done = root.ask("mutation ($t: String!) { breakLock(input: {token: $t}) { done } }", t=held["token"])
    assert (held["href"], held["holder"]) == ("/files/alice/a.txt", {"name": "alice"})
    assert done["breakLock"]["done"]
    assert root.ask("{ locks { totalCount } }") == {"locks": {"totalCount": 0}}


def test_messages_of_the_outbox_are_tried_again_and_dropped(root, house):
    from a3dav.storage.transaction import Actor

    house.transact(Actor(), lambda tx: tx.post("nowhere", b"", b""))
    (waiting,) = root.ask("{ outbox { nodes { id kind state } } }")["outbox"]["nodes"]
    tried = root.ask("mutation ($m: String!) { retryMessage(input: {message: $m}) { done } }", m=waiting["id"])
    dropped = root.ask("mutation ($m: String!) { dropMessage(input: {message: $m}) { done } }", m=waiting["id"])
    again = root.ask(
        "mutation ($m: String!) { dropMessage(input: {message: $m}) { errors { code } } }", m=waiting["id"]
    )
    assert (waiting["kind"], waiting["state"]) == ("nowhere", "WAITING")
    assert tried["retryMessage"]["done"]
    assert dropped["dropMessage"]["done"]
    assert again["dropMessage"]["errors"] == [{"code": "NOT_FOUND"}]


def test_no_mutation_goes_by_get(root):
    answer = root.client.get('/graphql?query=mutation{blockAddress(input:{address:"192.0.2.1"}){done}}')
    assert "done" not in answer.text.partition("<textarea")[0]
    assert root.ask("{ blocks { address } }") == {"blocks": []}


def test_what_plugins_add_is_asked_and_changed(root, alice, bob):
    calendar = collection_id(root, "alice", "calendar")
    root.ask(
        """mutation ($c: ID!) {
          share(input: {collection: $c, sharee: "bob", access: READ_WRITE, summary: "Team"}) { errors { message } }
          setAcl(input: {collection: $c, entries: [{principal: "bob", privileges: ["read"]}]}) { errors { message } }
        }""",
        c=calendar,
    )
    told = root.ask(
        "query ($c: ID!) { collection(id: $c) { shares { sharee access } acl { principal privileges } } }", c=calendar
    )
    assert told["collection"] == {
        "shares": [{"sharee": "bob", "access": "read-write"}],
        "acl": [{"principal": "bob", "privileges": ["read"]}],
    }


@pytest.mark.parametrize("name", ["bob", "nobody"])
def test_who_is_hidden_is_not_told_from_who_does_not_exist(make_house, graph, name):
    from a3dav.testing.people import add_person

    house = make_house(principals__visible="nobody")
    mine = graph(add_person(house, "alice"))
    add_person(house, "bob")
    query = "mutation ($c: ID!, $n: String!) { share(input: {collection: $c, sharee: $n, access: READ}) { errors { code field } } }"
    nodes = mine.ask('{ me { collections(kind: "calendar") { nodes { id } } } }')["me"]["collections"]["nodes"]
    assert mine.ask(query, c=nodes[0]["id"], n=name)["share"]["errors"] == [{"code": "NOT_FOUND", "field": "sharee"}]
