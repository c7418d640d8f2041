"""Principals as administrators ask for them."""


def test_an_administrator_pages_through_principals_by_name(root, alice, bob):
    found = root.ask("{ principals(first: 2) { totalCount nodes { name } pageInfo { hasNextPage endCursor } } }")
    rest = root.ask(
        "query ($after: String) { principals(after: $after) { nodes { name } } }",
        after=found["principals"]["pageInfo"]["endCursor"],
    )
    assert found["principals"]["totalCount"] == 3
    assert [node["name"] for node in found["principals"]["nodes"]] == ["alice", "bob"]
    assert [node["name"] for node in rest["principals"]["nodes"]] == ["root"]
