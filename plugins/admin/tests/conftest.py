"""People who ask the graph."""

import json

import pytest

from a3dav.principals import Role

PREFLIGHT = {"content_type": "application/json", "graphql_require_preflight": "1"}


class Graph:
    """Somebody's view of the graph; `ask` gives the data and refuses errors, `refused` gives the errors."""

    def __init__(self, client):
        self.client = client

    def send(self, query, variables=None, **more):
        headers = {name: more.pop(name) for name in list(more) if name in {"accept", "content_type"}}
        body = {"query": query, "variables": variables or {}, **more}
        return self.client.request("POST", "/graphql", json.dumps(body), **{**PREFLIGHT, **headers})

    def ask(self, query, **variables):
        answer = self.send(query, variables)
        assert answer.status == 200, answer.text
        assert "errors" not in answer.json, answer.text
        return answer.json["data"]

    def refused(self, query, **variables):
        return self.send(query, variables).json["errors"]


@pytest.fixture
def root(person):
    return Graph(person("root", role=Role.ADMIN))


@pytest.fixture
def auditor(person):
    return Graph(person("audrey", role=Role.AUDITOR))


@pytest.fixture
def graph():
    return Graph
