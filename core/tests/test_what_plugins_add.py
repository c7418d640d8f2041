"""What plugins say about places and versions: kinds like others, privileges beside lists, validators, features."""

from dataclasses import replace

import pytest

from a3dav import hookimpl
from a3dav.outbox import deliver_due
from a3dav.registries import Adjustment, Delivery, Index, Method, Property, ResourceType, Validator
from a3dav.resources import Resource
from a3dav.storage.transaction import Actor, StoredBody
from a3dav.testing.access import deny, share
from a3dav.xml.names import dav

READ, WRITE = dav("read"), dav("write-content")


class Adjusting:
    """Lets a reader read what others own, and withholds writing from everybody."""

    def __init__(self, reader):
        self.reader = reader

    @hookimpl
    def a3dav_adjust_privileges(self, identity, resources):
        granted = frozenset({READ}) if identity.account.name == self.reader else frozenset()
        return [Adjustment(granted, frozenset({WRITE})) for _ in resources]


class Posting:
    """Leaves a letter with every write."""

    @hookimpl
    def a3dav_in_transaction(self, tx):
        tx.post("letter", b"", b"hello")


def test_a_kind_like_another_has_its_entries_beside_its_own(house):
    house.types.add(ResourceType("shelf", (dav("collection"),), collection=True, like="folder"))
    own = Method("GET", lambda exchange: None, frozenset({"shelf"}))
    house.methods.add(own, Method("TIDY", lambda exchange: None, frozenset({"folder"})))
    house.properties.add(Property("{urn:x}tidy", lambda exchange, found, asked: [], kinds=frozenset({"folder"})))
    house.settle()
    assert house.methods.find("TIDY", "shelf") is house.methods.find("TIDY", "folder")
    assert house.methods.find("GET", "shelf") is own
    assert house.properties.find("{urn:x}tidy", "shelf") is not None
    assert (house.types.is_a("shelf", "folder"), house.types.is_a("folder", "shelf")) == (True, False)


def test_plugins_grant_beside_the_lists(house, alice, bob):
    alice.put("/files/alice/note.txt", b"hello")
    assert bob.get("/files/alice/note.txt").status == 403
    house.plugins.register(Adjusting("bob"))
    house.store.engine.raise_generation()  # plugins come with a start otherwise
    assert bob.get("/files/alice/note.txt").body == b"hello"


def test_plugins_withhold_even_from_owners(house, alice):
    alice.put("/files/alice/note.txt", b"hello")
    house.plugins.register(Adjusting("nobody"))
    assert alice.put("/files/alice/note.txt", b"other").status == 403
    assert alice.get("/files/alice/note.txt").body == b"hello"


@pytest.fixture
def numbered(house):
    """Files with a number that stays until somebody raises it."""
    numbers = {"now": '"1"'}
    house.validator_table.add(
        Validator("Number", "If-Number-Match", frozenset({"file"}), lambda _, found: [numbers["now"] for _ in found])
    )
    return numbers


def test_a_validator_is_told_with_every_version(alice, numbered):
    made = alice.put("/files/alice/note.txt", b"hello")
    copied = alice.request("COPY", "/files/alice/note.txt", destination="/files/alice/copy.txt")
    got = alice.get("/files/alice/note.txt")
    assert [answer.headers["number"] for answer in (made, copied, got)] == ['"1"'] * 3


@pytest.mark.parametrize(("wanted", "status"), [('"1"', 204), ('"2"', 412)])
def test_a_write_can_depend_on_a_validator(alice, numbered, wanted, status):
    alice.put("/files/alice/note.txt", b"hello")
    assert alice.put("/files/alice/note.txt", b"other", if_number_match=wanted).status == status
    assert alice.delete("/files/alice/note.txt", if_number_match=wanted).status == status


def test_what_has_no_such_validator_does_not_match(alice, numbered):
    assert alice.put("/files/alice/new.txt", b"hello", if_number_match='"1"').status == 412
    assert alice.get("/files/alice/new.txt").status == 404


def test_a_feature_is_told_where_it_is(house, alice):
    house.types.add_features("tidy", where=lambda _, place: place.path == ("files", "alice"))
    said = {path: alice.request("OPTIONS", path).headers["dav"].split(", ") for path in ("/files/alice/", "/files/")}
    assert ("tidy" in said["/files/alice/"], "tidy" in said["/files/"]) == (True, False)
    assert "tidy" in alice.propfind("/files/alice/", "{DAV:}resourcetype").headers["dav"]


@pytest.fixture
def came(house):
    house.plugins.register(Posting())
    return []


def deliveries(house, came, *, prompt):
    house.deliveries["letter"] = Delivery("letter", lambda _, message: came.append(message.payload), prompt=prompt)


def test_a_prompt_message_arrives_before_the_answer(house, alice, came):
    deliveries(house, came, prompt=True)
    alice.put("/files/alice/note.txt", b"hello")
    assert came == [b"hello"]
    assert deliver_due(house) == 0


def test_other_messages_wait_for_the_tasks(house, alice, came):
    deliveries(house, came, prompt=False)
    alice.put("/files/alice/note.txt", b"hello")
    assert came == []
    assert deliver_due(house) == 1


def test_what_a_prompt_delivery_posts_goes_at_once_too(house, alice, came):
    def pass_on(house, message):
        house.transact(Actor(), lambda tx: tx.post("answer", b"", b"and back"))

    house.deliveries["letter"] = Delivery("letter", pass_on, prompt=True)
    house.deliveries["answer"] = Delivery("answer", lambda _, message: came.append(message.payload), prompt=True)
    alice.put("/files/alice/note.txt", b"hello")
    assert came == [b"and back"]


def test_a_prompt_delivery_that_fails_fails_no_request_and_is_tried_again(house, alice, came):
    def fail(house, message):
        raise OSError("no")

    house.deliveries["letter"] = Delivery("letter", fail, prompt=True)
    assert alice.put("/files/alice/note.txt", b"hello").status == 201
    assert house.store.engine.rows("SELECT attempts FROM outbox") == [(1,)]


def test_a_feature_of_a_place_is_asked_of_what_is_mapped_there(house):
    asked = []
    house.types.add_features("tidy", where=lambda _, place: bool(asked.append(place.kind)))
    house.features_at(Resource("file", ("files", "alice", "note.txt"), False))
    assert asked == ["file"]


def test_what_everybody_is_given_on_a_kind_opens_it_and_tells_nothing_else(house, alice, bob):
    alice.put("/files/alice/note.txt", b"hello")
    before = bob.propfind("/files/alice/note.txt", "{DAV:}owner")
    house.privilege_table.give("file", dav("bind"))
    after = bob.propfind("/files/alice/note.txt", "{DAV:}owner")
    assert (after.status, after.body) == (before.status, before.body) == (403, before.body)
    house.privilege_table.give("file", READ)
    house.store.engine.raise_generation()  # tables are filled at the start otherwise
    assert bob.get("/files/alice/note.txt").status == 200


def test_a_list_denies_what_everybody_is_given(house, alice, bob):
    alice.put("/files/alice/note.txt", b"hello")
    house.privilege_table.give("file", READ, WRITE)
    share(alice, "/files/alice/note.txt", deny("/principals/users/bob/", "write-content"))
    assert bob.put("/files/alice/note.txt", b"other").status == 403
    assert bob.get("/files/alice/note.txt").status == 200


def test_a_plugin_puts_more_behind_a_property_of_another(house, alice):
    further = b"<x xmlns='urn:x'>more</x>"
    house.properties.extend(
        "{DAV:}group-membership", frozenset({"user"}), lambda exchange, found, asked: [further] * len(found)
    )
    house.settle()
    path = "/principals/users/alice/"
    found = alice.propfind(path, "{DAV:}group-membership").multistatus[path].found["{DAV:}group-membership"]
    assert [element.text for element in found] == ["more"]


def test_an_index_is_told_of_kinds_like_its_own_and_of_what_is_one_no_more(house, alice):
    told = []
    house.types.add(ResourceType("memo", like="file"))
    index = Index("noted", "1", frozenset({"file"}), lambda tx, changes: told.extend(changes), lambda tx: None)
    kinds = house.types.like(index.kinds)
    assert kinds == {"file", "memo"}
    house.indexes = [replace(index, kinds=kinds)]
    home = house.resolve(("files", "alice"))
    body = StoredBody(b"1", None, 1, "etag")
    made = house.transact(Actor(), lambda tx: tx.put(home, "a", None, body, kind="memo", content_type="text/plain"))
    house.transact(Actor(), lambda tx: tx.move(made, home, home, "b", kind="other", uid=None))
    assert [change.after.kind if change.after else None for change in told] == ["memo", None]
