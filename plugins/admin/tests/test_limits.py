"""What is too deep, too costly or too large is refused before anything is asked; what is allowed stays small."""

import hashlib
import json
import tracemalloc

import pytest

from a3dav.identifiers import new_id
from a3dav.principals import Account, Role
from a3dav.storage.transaction import Actor
from a3dav.testing.people import add_person


def code(answer):
    return answer.json["errors"][0]["extensions"]


def nested(depth):
    inner = "name"
    for _ in range(depth):
        inner = f"groups {{ nodes {{ {inner} }} }}"
    return f"{{ me {{ {inner} }} }}"


def test_an_operation_that_is_too_deep_is_refused(root):
    told = code(root.send(nested(6)))
    assert told == {"code": "TOO_DEEP", "depth": 14, "limit": 12}


def test_depth_counts_through_fragments(root):
    query = nested(5).replace("{ name }", "{ ...P }") + " fragment P on Principal { groups { nodes { name } } }"
    assert code(root.send(query))["code"] == "TOO_DEEP"


def test_a_costly_operation_is_refused_with_its_cost_and_the_limit(root):
    answer = root.send("{ principals(first: 200) { nodes { collections(first: 200) { nodes { name kind } } } } }")
    assert code(answer) == {"code": "TOO_COSTLY", "cost": 2 + 200 * (2 + 200 * 2), "limit": 50_000}
    assert "80402" in answer.json["errors"][0]["message"]


def test_a_page_of_a_variable_costs_what_the_variable_says(root):
    query = (
        "query ($n: Int) { principals(first: 200) { nodes { collections(first: $n) { nodes { name kind href } } } } }"
    )
    assert root.send(query, {"n": 5}).status == 200
    assert code(root.send(query, {"n": 200}))["code"] == "TOO_COSTLY"


def test_every_alias_costs(root):
    pages = " ".join(
        f"p{n}: principals(first: 200) {{ nodes {{ appPasswords(first: 9) {{ nodes {{ id }} }} }} }}" for n in range(30)
    )
    assert code(root.send(f"{{ {pages} }}"))["code"] == "TOO_COSTLY"


def test_fragments_that_double_again_and_again_are_weighed_in_no_time(root):
    doubled = " ".join(f"fragment F{n} on Query {{ ...F{n + 1} x{n}: me {{ name }} ...F{n + 1} }}" for n in range(40))
    answer = root.send(f"{{ ...F0 }} {doubled} fragment F40 on Query {{ me {{ name }} }}")
    assert code(answer)["code"] == "TOO_COSTLY"


@pytest.mark.parametrize(
    "query",
    [
        "{ me { " + "name " * 600 + "} }",
        "{ me { name } } " + " {" * 5000,
        "{" * 3000,
        "{ me " * 900 + "}" * 900,
    ],
)
def test_a_large_document_is_refused(root, query):
    assert root.send(query).status == 400


def test_a_large_body_is_refused(root):
    assert root.send("{ me { name } }" + " " * 200_000).status == 413


@pytest.mark.parametrize("page", ["first: 201", "first: -1", "last: 201", "first: 1, last: 1"])
def test_a_page_has_its_bounds(root, page):
    assert root.refused(f"{{ principals({page}) {{ totalCount }} }}")[0]["extensions"]["code"] == "BAD_INPUT"


@pytest.mark.parametrize(
    "cursor", ["", "x", "W10", "WyJwcmluY2lwYWxzIiwxXQ", "A" * 3000, "WyJjb2xsZWN0aW9ucyIsIjAwIl0"]
)
def test_a_cursor_of_nobody_is_refused(root, cursor):
    found = root.refused("query ($c: String) { principals(after: $c) { nodes { name } } }", c=cursor)
    assert found[0]["extensions"]["code"] == "BAD_INPUT"


@pytest.mark.parametrize(
    "variables", [{"c": "\0"}, {"c": "\ud800"}, {"c": 5}, {"c": ["x"]}], ids=["nul", "surrogate", "number", "list"]
)
def test_a_variable_that_cannot_be_is_refused(root, variables):
    assert root.send("query ($c: String) { principal(name: $c) { name } }", variables).status == 400


def test_an_operation_makes_a_bounded_number_of_changes(root):
    changes = " ".join(f'c{n}: unblockAddress(input: {{address: "192.0.2.{n}"}}) {{ done }}' for n in range(21))
    assert code(root.send(f"mutation {{ {changes} }}")) == {"code": "TOO_LARGE", "limit": 20}


def test_pages_backwards_and_forwards_are_the_same(root, person):
    names = [person(f"p{n}").name for n in range(5)]
    query = "query ($l: Int, $b: String) { principals(last: $l, before: $b) { nodes { name } pageInfo { startCursor hasPreviousPage } } }"
    last = root.ask(query, l=2)["principals"]
    before = root.ask(query, l=9, b=last["pageInfo"]["startCursor"])["principals"]
    assert [n["name"] for n in before["nodes"] + last["nodes"]] == [*names, "root"]
    assert (last["pageInfo"]["hasPreviousPage"], before["pageInfo"]["hasPreviousPage"]) == (True, False)


def test_a_cursor_holds_when_what_it_names_is_gone(root, person, house):
    names = [person(f"p{n}").name for n in range(4)]
    found = root.ask("{ principals(first: 2) { pageInfo { endCursor } } }")["principals"]["pageInfo"]["endCursor"]
    house.transact(Actor(), lambda tx: tx.store.accounts.rename(house.store.accounts.by_name("p1").id, "zoe"))
    rest = root.ask("query ($c: String) { principals(first: 2, after: $c) { nodes { name } } }", c=found)
    assert [n["name"] for n in rest["principals"]["nodes"]] == names[2:]


@pytest.fixture
def crowd(house, root):
    """Adds many accounts that own nothing, quickly."""

    def add(count):
        def work(tx):
            for number in range(count):
                tx.store.accounts.create(Account(new_id(), "user", f"user{number:05}"))

        house.transact(Actor(), work)

    return add


WHOLE = (
    "query ($after: String) { principals(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { name email"
    " quota { used } appPasswords(first: 5) { nodes { label } } collections(first: 5) { totalCount nodes { name href displayName } }"
    " groups(first: 5) { nodes { name } } passwordChanged } } }"
)


def statements(house, graph):
    told = []
    house.store.engine.counts.tell = lambda sql, begun, spent: told.append(sql)
    graph.ask(WHOLE)
    house.store.engine.counts.tell = None
    return [sql.partition("?")[0] for sql in told if " IN (" in sql or "LIMIT" in sql]  # and not who signs in, and when


def test_a_hundred_principals_are_asked_in_as_many_statements_as_three(house, root, crowd, person):
    person("zoe")
    root.ask(WHOLE)
    few = statements(house, root)
    for number in range(20):
        add_person(house, f"owner{number}")
    crowd(100)
    assert statements(house, root) == few


PAGE = (
    "query ($c: String) { principals(first: 200, after: $c) { nodes { id name email role } pageInfo { endCursor } } }"
)


def peak_of(ask):
    """What `ask` gives, and the most bytes that it held meanwhile."""
    tracemalloc.start()
    found = ask()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return found, peak


def test_ten_thousand_principals_page_in_constant_memory(root, crowd):
    crowd(9_999)
    root.ask(PAGE)
    first, early = peak_of(lambda: root.ask(PAGE))
    after, seen = first["principals"]["pageInfo"]["endCursor"], 200
    for _ in range(48):
        page = root.ask(PAGE, c=after)["principals"]
        after, seen = page["pageInfo"]["endCursor"], seen + len(page["nodes"])
    last, late = peak_of(lambda: root.ask(PAGE, c=after))
    assert seen + len(last["principals"]["nodes"]) == 10_000
    assert late < 1.3 * early < 8_000_000


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "operations"
    folder.mkdir()
    text = "query Me { me { name } }"
    (folder / "me.graphql").write_text(text)
    return folder, hashlib.sha256(text.encode()).hexdigest()


def persisted(client, **body):
    headers = {"content_type": "application/json", "graphql_require_preflight": "1"}
    return client.request("POST", "/graphql", json.dumps(body), **headers)


@pytest.mark.parametrize(
    "asked",
    [
        lambda digest: {"documentId": f"sha256:{digest}"},
        lambda digest: {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": digest}}},
    ],
)
def test_an_operation_of_the_folder_is_asked_for_by_its_digest(make_house, folder, asked):
    house = make_house(plugins__admin__operations=folder[0])
    answer = persisted(add_person(house, "root", role=Role.ADMIN), **asked(folder[1]))
    assert answer.json == {"data": {"me": {"name": "root"}}}


def test_an_operation_that_is_not_in_the_folder_is_refused_where_only_those_are_answered(make_house, folder, graph):
    house = make_house(plugins__admin__operations=folder[0], plugins__admin__only_operations=True)
    root = add_person(house, "root", role=Role.ADMIN)
    assert code(graph(root).send("query Me { me { name } }"))["code"] == "UNKNOWN_OPERATION"
    assert code(persisted(root, documentId="sha256:" + "0" * 64))["code"] == "UNKNOWN_OPERATION"
    assert persisted(root, documentId=f"sha256:{folder[1]}").status == 200


SCHEMA = "{ __schema { types { name } } }"


@pytest.mark.parametrize(
    ("whom", "role", "status"),
    [
        ("everybody", Role.OWNER, 200), ("staff", Role.OWNER, 400), ("staff", Role.AUDITOR, 200), ("nobody", Role.ADMIN, 400),
    ],
)  # fmt: skip
def test_the_schema_is_told_to_whom_the_configuration_says(make_house, graph, whom, role, status):
    house = make_house(plugins__admin__introspection=whom)
    assert graph(add_person(house, "somebody", role=role)).send(SCHEMA).status == status


def test_whom_the_schema_is_not_told_gets_no_hints_of_it(alice, graph):
    (error,) = graph(alice).refused("{ principalz { nam } }")
    assert "Did you mean" not in error["message"]


def test_a_failure_tells_its_request_and_nothing_of_the_inside(root, monkeypatch, caplog):
    from a3dav_admin.types import server

    def broken(house):
        raise ZeroDivisionError("the inside")

    monkeypatch.setattr(server, "plugins", broken)
    answer = root.send("{ plugins { name } }")
    (error,) = answer.json["errors"]
    assert error["extensions"] == {"code": "INTERNAL", "requestId": answer.headers["x-request-id"]}
    assert "the inside" not in answer.text
    assert "the inside" in caplog.text


def test_an_operation_that_takes_too_long_is_ended(root, monkeypatch):
    from a3dav_admin import context

    class Late:
        @staticmethod
        def monotonic():
            return float("inf")

    monkeypatch.setattr(context, "time", Late)
    assert root.refused("{ principals { totalCount } }")[0]["extensions"]["code"] == "TIMEOUT"
