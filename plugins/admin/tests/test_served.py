"""The graph of a running server, whose processes of the cpu lane answer."""

import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from graphql import build_client_schema, get_introspection_query, lexicographic_sort_schema, print_schema

SCHEMA = Path(__file__).parents[3] / "openapi" / "schema.graphql"
HEADERS = {"GraphQL-Require-Preflight": "1", "Accept": "application/graphql-response+json"}


@pytest.fixture(scope="module")
def administrator(server):
    person = server.person()
    server.run("user", "set", person.name, "--role", "admin")
    return person


@pytest.fixture
def ask(server, administrator):
    def send(query, **variables):
        sent = {"query": query, "variables": variables}
        auth = (administrator.name, administrator.password)
        answer = httpx.post(server.url + "graphql", json=sent, headers=HEADERS, auth=auth, timeout=60)
        assert answer.status_code == 200, answer.text
        return answer.json()["data"]

    return send


def test_a_query_is_answered_by_a_running_server(ask, administrator):
    assert ask("{ me { name role } }") == {"me": {"name": administrator.name, "role": "ADMIN"}}


def test_the_numbers_are_those_of_the_worker_that_was_asked(ask):
    told = ask('{ caches { name hits } metrics(prefix: "a3dav_logins_total") { labels { value } value } }')
    assert {cache["name"] for cache in told["caches"]} >= {"answers", "standing"}
    assert any(metric["value"] > 0 for metric in told["metrics"])


def test_a_change_is_made_and_shown(ask, server, administrator):
    made = ask(
        """mutation ($i: CreatePrincipalInput!) { createPrincipal(input: $i) {
          principal { name collections(kind: "calendar", first: 5) { nodes { href } } } errors { message } } }""",
        i={"name": "made-by-graphql", "password": "a secret of nobody"},
    )["createPrincipal"]
    hrefs = [node["href"] for node in made["principal"]["collections"]["nodes"]]
    assert "/calendars/made-by-graphql/calendar/" in hrefs
    assert "made-by-graphql" in server.run("user", "list")


def test_a_collection_is_changed_by_the_write_path(ask, administrator):
    (home,) = ask('{ me { collections(kind: "calendar-home") { nodes { id } } } }')["me"]["collections"]["nodes"]
    made = ask(
        """mutation ($h: ID!) { createCollection(input: {collection: $h, name: "team", kind: "calendar"}) {
          collection { href } errors { message } } }""",
        h=home["id"],
    )["createCollection"]
    assert made == {"collection": {"href": f"/calendars/{administrator.name}/team/"}, "errors": []}


def test_the_schema_of_the_repository_is_that_of_a_running_server(ask):
    served = build_client_schema(ask(get_introspection_query()))
    assert SCHEMA.read_text() == print_schema(lexicographic_sort_schema(served)) + "\n"


def test_the_command_prints_the_schema(server):
    assert server.run("graphql", "schema") == SCHEMA.read_text()


def test_a_worker_imports_no_library_of_graphql():
    code = "import sys, a3dav_admin.plugin; sys.exit('strawberry' in sys.modules or 'graphql' in sys.modules)"
    assert subprocess.run([sys.executable, "-P", "-c", code], check=False).returncode == 0
