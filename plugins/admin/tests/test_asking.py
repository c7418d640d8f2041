"""GraphQL over HTTP: media types, statuses, and what pages of other sites cannot send."""

import pytest

ME = "{ me { name } }"


def test_a_request_that_a_form_could_send_is_refused(root):
    assert root.send(ME, content_type="text/plain").status == 415


def test_a_request_without_the_header_that_no_form_has_is_refused(root):
    answer = root.client.request("POST", "/graphql", '{"query": "{ me { name } }"}', content_type="application/json")
    assert answer.status == 403


def test_nobody_asks_without_signing_in(root):
    root.client.authorization = ""
    assert root.send(ME).status == 401


def test_get_changes_and_asks_nothing(root):
    answer = root.client.get("/graphql?query=%7Bme%7Bname%7D%7D", graphql_require_preflight="1")
    assert (answer.headers["content-type"], "root" in answer.text) == ("text/html; charset=utf-8", False)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "QUERY"])
def test_other_methods_are_refused(root, method):
    answer = root.client.request(method, "/graphql")
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD, POST")


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("", "application/graphql-response+json; charset=utf-8"),
        ("*/*", "application/graphql-response+json; charset=utf-8"),
        ("application/json", "application/json; charset=utf-8"),
        (
            "application/graphql-response+json, application/json;q=0.5",
            "application/graphql-response+json; charset=utf-8",
        ),
        ("application/graphql-response+json;q=0.5, application/json", "application/json; charset=utf-8"),
    ],
)
def test_the_answer_has_the_media_type_that_was_asked_for(root, accept, given):
    assert root.send(ME, accept=accept).headers["content-type"] == given


def test_a_client_that_takes_neither_media_type_gets_406(root):
    assert root.send(ME, accept="text/html").status == 406


@pytest.mark.parametrize(("accept", "status"), [("application/json", 200), ("*/*", 400)])
def test_the_status_of_an_invalid_document_depends_on_the_media_type(root, accept, status):
    answer = root.send("{ nothing }", accept=accept)
    assert (answer.status, answer.json["errors"][0]["extensions"]["code"]) == (status, "VALIDATION")


@pytest.mark.parametrize(
    "body", ["", "[]", "{}", '{"query": 1}', '{"query": "{me{name}}", "variables": []}', "{" * 9999]
)
def test_what_is_no_request_of_graphql_is_refused(root, body):
    answer = root.client.request(
        "POST", "/graphql", body, content_type="application/json", graphql_require_preflight="1"
    )
    assert answer.status == 400


@pytest.mark.parametrize(
    "query",
    [
        "{ principals { nodes { name } } }",
        '{ principals(filter: {text: "ali"}) { totalCount } }',
        "{ me { ...on Principal { groups { nodes { name } } } } }",
        "query { ...P } fragment P on Query { principals { totalCount } }",
    ],
)
def test_an_owner_is_refused_what_is_for_administrators(alice, graph, query):
    answer = graph(alice).send(query)
    assert (answer.status, answer.json["errors"][0]["extensions"]["code"]) == (403, "FORBIDDEN")
    assert "data" not in answer.json


@pytest.mark.parametrize("name", ["bob", "nobody", ""])
def test_an_owner_does_not_learn_whether_a_name_exists(alice, bob, graph, name):
    assert graph(alice).ask("query ($n: String) { principal(name: $n) { name } }", n=name) == {"principal": None}


def test_an_owner_asks_for_what_is_their_own(alice, graph):
    found = graph(alice).ask('{ me { name email } principal(name: "alice") { role quota { used } } }')
    assert found == {
        "me": {"name": "alice", "email": "alice@example.org"},
        "principal": {"role": "OWNER", "quota": {"used": 0}},
    }


def test_a_refusal_of_rights_is_in_the_audit_trail(alice, graph, house):
    graph(alice).send("{ principals { totalCount } }")
    house.audit.flush()
    assert ("access", "denied") in house.store.engine.rows("SELECT action, outcome FROM audit")


def test_an_auditor_asks_for_everybody(auditor, alice):
    found = auditor.ask('{ principal(name: "alice") { email } }')
    assert found == {"principal": {"email": "alice@example.org"}}


def test_an_app_password_for_dav_does_not_open_the_graph(house, root):
    from a3dav.administration import add_app_password
    from a3dav.principals import Scope
    from a3dav.storage.transaction import Actor
    from a3dav.testing.client import Client

    secret = add_app_password(house, Actor(), "root", label="phone", scope=Scope.DAV, days=0)
    assert type(root)(Client(house, "root", secret)).send(ME).status == 403
