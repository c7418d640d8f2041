"""The operations of the guide work as they stand there."""

import re
from pathlib import Path

import pytest

GUIDE = (Path(__file__).parents[3] / "docs" / "how-to" / "administer-over-graphql.md").read_text()
OPERATIONS = {text.split()[1].partition("(")[0]: text for text in re.findall(r"```graphql\n(.*?)```", GUIDE, re.DOTALL)}


@pytest.mark.parametrize("name", ["Accounts", "RefusedSince", "Troubles", "Sessions"])
def test_a_query_of_the_guide_is_answered(root, alice, name):
    assert root.ask(OPERATIONS[name])


def test_the_accounts_of_the_guide_are_those_it_asks_for(root, alice, person):
    person("carol", email="carol@example.com")
    found = root.ask(OPERATIONS["Accounts"])["principals"]
    assert (found["totalCount"], [node["name"] for node in found["nodes"]]) == (1, ["alice"])


def test_refusals_are_found_by_their_time(root, alice, graph, house):
    graph(alice).send("{ blocks { address } }")
    house.audit.flush()
    then = root.ask(OPERATIONS["RefusedSince"], since="2020-01-01T00:00:00Z")["audit"]["nodes"]
    later = root.ask(OPERATIONS["RefusedSince"], since="2120-01-01T00:00:00Z")["audit"]["nodes"]
    assert [(row["action"], row["outcome"], row["actor"]["name"]) for row in then] == [("access", "denied", "alice")]
    assert later == []


def test_the_changes_of_the_guide_are_made(root, house):
    made = root.ask(OPERATIONS["Welcome"], name="carol", password="a secret of nobody")["createPrincipal"]
    left = root.ask(OPERATIONS["Leave"], id=made["principal"]["id"])["setDisabled"]
    assert (made["errors"], left) == ([], {"principal": {"name": "carol", "disabled": True}, "errors": []})
    assert house.store.accounts.by_name("carol").disabled


def test_the_guide_has_no_operation_that_is_not_tried():
    assert set(OPERATIONS) == {"Accounts", "RefusedSince", "Troubles", "Sessions", "Welcome", "Leave"}
