"""What receivers get is what the document says that they get."""

import json

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

FILES = "/files/alice/"


@pytest.fixture
def document(home):
    return home.services["rest.api"].api.document


def faults(document, kind, body):
    """What is wrong with a message by the schema of its type."""
    entry = document["webhooks"][kind]
    if "$ref" in entry:
        entry = document["components"]["pathItems"][entry["$ref"].rpartition("/")[2]]
    schema = entry["post"]["requestBody"]["content"]["application/json"]["schema"]
    registry = Registry().with_resource("urn:document", Resource(document, DRAFT202012))
    reference = {"$ref": f"urn:document{schema['$ref']}"}
    return [error.message for error in Draft202012Validator(reference, registry=registry).iter_errors(body)]


def test_every_type_of_a_change_is_a_webhook_of_the_document(document):
    types = document["components"]["schemas"]["ChangeType"]["enum"]
    assert sorted(document["webhooks"]) == sorted([*types, "ping"])


def test_messages_are_as_their_schema_says(api, hook, alice, receiver, deliver, document):
    alice.put(FILES + "a", b"1")
    deliver()
    alice.delete(FILES + "a")
    alice.request("MKCOL", FILES + "folder/")
    api("POST", f"/webhooks/{hook['id']}/ping")
    deliver()
    assert {"file.created", "file.deleted", "folder.created", "ping"} <= set(receiver.types)
    assert [faults(document, message["type"], message) for message in receiver.messages] == [[]] * len(
        receiver.messages
    )


def test_every_message_has_the_headers_that_the_document_names(hook, alice, receiver, deliver, document):
    alice.put(FILES + "a", b"1")
    deliver()
    ((_, headers, body),) = receiver.got
    parameters = document["components"]["parameters"].values()
    named = [one["name"] for one in parameters if one["name"].startswith("webhook-")]
    assert (sorted(named), json.loads(body)["id"]) == (
        ["webhook-id", "webhook-signature", "webhook-timestamp"], headers["webhook-id"],
    )  # fmt: skip
    assert set(named) <= headers.keys()
