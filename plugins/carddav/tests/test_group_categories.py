"""Groups of contacts kept in step as group cards and as CATEGORIES of their members (group_categories)."""

import json

import pytest

from a3dav.indexing import rebuild
from a3dav.lanes import run_here
from a3dav.principals import Identity
from a3dav.testing.access import deny, grant, share
from a3dav.testing.people import add_person
from a3dav.transfer import prepare_object, store_prepared
from a3dav.writing import perform

from .conftest import vcard

HOME, BOOK, OTHER = "/addressbooks/alice/", "/addressbooks/alice/addressbook/", "/addressbooks/alice/work/"
TOKEN = "{DAV:}sync-token"
SETTING = {"plugins__carddav__group_categories": "true"}
ADA_UID, TEAM_UID = "0f7e5b3c-1111-2222-3333-444455556666", "11111111-1111-2222-3333-444455556666"
LOCKINFO = '<lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype><owner>phone</owner></lockinfo>'


def apple(name, *members, uid=TEAM_UID):
    """A group as Apple's address book writes it."""
    lines = [f"X-ADDRESSBOOKSERVER-MEMBER:{member}" for member in members]
    return vcard(uid, name, f"N:{name};;;;", "X-ADDRESSBOOKSERVER-KIND:group", *lines)


def group_4(name, *members, uid=TEAM_UID):
    return vcard(uid, name, "KIND:group", *(f"MEMBER:{member}" for member in members), version="4.0")


def contact(uid, *lines, version="3.0"):
    return vcard(uid, uid.title(), f"N:{uid.title()};;;;", *lines, version=version)


def categorised(uid, categories, version="3.0"):
    return contact(uid, f"CATEGORIES:{categories}", version=version)


@pytest.fixture
def house(make_house):
    return make_house(**SETTING)


@pytest.fixture
def store(alice):
    """Puts a card, and gives the status."""

    def put(name, body, book=BOOK, client=alice, **headers):
        answer = client.put(f"{book}{name}.vcf", body, content_type="text/vcard", **headers)
        assert answer.status in {201, 204}, answer.text
        return answer

    return put


@pytest.fixture
def text(alice):
    """What is stored under a name."""
    return lambda name, book=BOOK: alice.get(f"{book}{name}.vcf").text


@pytest.fixture
def people(store):
    """Ada and Bob, whose cards say nothing about groups."""
    store("ada", contact("ada"))
    store("bob", contact("bob"))


def token(client, book=BOOK):
    return client.sync(book).xml.findtext(TOKEN)


def since(client, before, book=BOOK):
    """The names that changed since a sync token, as often as the answer has them, and those that are gone."""
    rows = [
        (row.findtext("{DAV:}href").removeprefix(book).removesuffix(".vcf"), row.findtext("{DAV:}status"))
        for row in client.sync(book, before).xml.iterchildren("{DAV:}response")
    ]
    return sorted(name for name, status in rows if status is None), sorted(name for name, status in rows if status)


def groups(client, book=BOOK):
    """The members of each group of an address book, by the name of the group."""
    cards = [card for card in client.get(book).text.split("END:VCARD") if ":group" in card]
    return sorted((*_values(card, "FN"), *sorted(_values(card, "MEMBER"))) for card in cards)


def _values(card, name):
    return [line.partition(":")[2] for line in card.splitlines() if line.partition(":")[0].endswith(name)]


def test_two_clients_see_the_same_groups(alice, store, text, people):
    """One has group cards as Apple's address book does, the other categories in each contact as DAVx5 can."""
    start = token(alice)
    store("team", apple("Team", "urn:uuid:ada"))  # the first makes a group of Ada
    assert since(alice, start) == (["ada", "team"], [])
    assert text("ada") == contact("ada", "CATEGORIES:Team")

    second = token(alice)
    store("bob", categorised("bob", "Team,Chess"))  # the other puts Bob into it, and into one that is new
    names, gone = since(alice, second)
    assert (len(names), {"bob", "team"} < set(names), gone) == (3, True, [])
    assert groups(alice) == [("Chess", "urn:uuid:bob"), ("Team", "urn:uuid:ada", "urn:uuid:bob")]

    third = token(alice)
    store("ada", contact("ada", "CATEGORIES:"))  # the other takes Ada out
    assert since(alice, third) == (["ada", "team"], [])
    assert text("team") == apple("Team", "urn:uuid:bob")

    fourth = token(alice)
    store("team", apple("Crew", "urn:uuid:bob"))  # the first renames the group
    assert since(alice, fourth) == (["bob", "team"], [])
    assert text("bob") == categorised("bob", "Crew,Chess")

    fifth = token(alice)
    assert alice.delete(f"{BOOK}team.vcf").status == 204  # and takes it away
    assert since(alice, fifth) == (["bob"], ["team"])
    assert text("bob") == categorised("bob", "Chess")


def test_nothing_else_changes_unless_it_is_switched_on(make_house):
    alice = add_person(make_house(), "alice")
    alice.put(f"{BOOK}ada.vcf", categorised("ada", "Chess"), content_type="text/vcard")
    start = token(alice)
    alice.put(f"{BOOK}team.vcf", apple("Team", "urn:uuid:ada"), content_type="text/vcard")
    assert since(alice, start) == (["team"], [])
    assert alice.get(f"{BOOK}ada.vcf").text == categorised("ada", "Chess")


def test_groups_from_before_it_was_switched_on_are_known(make_house):
    alice = add_person(make_house(), "alice")
    alice.put(f"{BOOK}team.vcf", apple("Team"), content_type="text/vcard")
    alice.house.close()
    alice.house = make_house(**SETTING)
    alice.put(f"{BOOK}ada.vcf", categorised("ada", "Team"), content_type="text/vcard")
    assert groups(alice) == [("Team", "urn:uuid:ada")]


# -- a contact and its categories ------------------------------------------------------------------


@pytest.mark.rfc("6350", "6.6.5")
@pytest.mark.parametrize(
    ("version", "uid", "line"),
    [
        ("3.0", "ada", "X-ADDRESSBOOKSERVER-KIND:group\r\nX-ADDRESSBOOKSERVER-MEMBER:urn:uuid:ada\r\n"),
        ("3.0", f"urn:uuid:{ADA_UID}", f"group\r\nX-ADDRESSBOOKSERVER-MEMBER:urn:uuid:{ADA_UID}\r\n"),
        ("4.0", f"urn:uuid:{ADA_UID.upper()}", f"\r\nKIND:group\r\nMEMBER:urn:uuid:{ADA_UID.upper()}\r\n"),
        ("4.0", "https://ada.example/", "\r\nKIND:group\r\nMEMBER:https://ada.example/\r\n"),
    ],
)
def test_a_group_that_nobody_made_is_made_in_the_version_of_its_member(alice, store, text, version, uid, line):
    start = token(alice)
    store("z", vcard(uid, "Ada", "CATEGORIES:Chess \\, go", version=version))
    (made, _), gone = since(alice, start)
    assert gone == []
    assert line in text(made)
    assert f"VERSION:{version}\r\n" in text(made)
    assert "\r\nFN:Chess \\, go\r\nN:Chess \\, go;;;;\r\n" in text(made)
    assert alice.put(f"{BOOK}{made}.vcf", text(made), content_type="text/vcard").status == 204


@pytest.mark.parametrize("category", ["T\u00e9am", "te\u0301am", "  T\u00c9AM"])
def test_a_group_is_found_whatever_the_case_and_composition_of_its_name(alice, store, category):
    store("team", apple("T\u00e9am"))
    store("other", apple("Team", uid="other"))
    store("ada", categorised("ada", category))
    assert groups(alice) == [("Team",), ("T\u00e9am", "urn:uuid:ada")]


@pytest.mark.parametrize("body", [contact("ada"), contact("ada", "NOTE:new")])
def test_a_card_without_categories_takes_nobody_out_of_a_group(alice, store, text, body):
    store("ada", categorised("ada", "Team"))
    store("ada", body)
    assert groups(alice) == [("Team", "urn:uuid:ada")]
    assert text("ada") == body


def test_a_group_that_loses_its_last_member_stays(alice, store):
    store("ada", categorised("ada", "Team"))
    store("ada", categorised("ada", "Chess"))
    assert groups(alice) == [("Chess", "urn:uuid:ada"), ("Team",)]


@pytest.mark.parametrize("written", ["ada", "urn:uuid:ada", "URN:UUID:ada"])
def test_a_member_is_known_in_every_form_of_reference(alice, store, people, text, written):
    store("team", apple("Team", written))
    store("ada", contact("ada", "CATEGORIES:"))
    assert text("team") == apple("Team")


def test_a_member_that_the_group_has_already_is_not_added_again(alice, store, text):
    store("team", apple("Team", "ada"))  # before the member is there
    start = token(alice)
    store("ada", categorised("ada", "Team"))
    assert since(alice, start) == (["ada"], [])
    assert text("team") == apple("Team", "ada")


def test_the_same_bytes_again_change_nothing(alice, store):
    store("ada", categorised("ada", "Team"))
    start = token(alice)
    store("ada", categorised("ada", "Team"))
    assert since(alice, start) == ([], [])


def test_all_groups_of_a_name_lose_who_leaves_and_the_first_gets_who_comes(alice, store, text, people):
    store("one", apple("Team", "urn:uuid:ada", uid="one"))
    store("two", apple("team", "urn:uuid:ada", uid="two"))
    store("ada", contact("ada", "CATEGORIES:"))
    store("bob", categorised("bob", "Team"))
    assert (text("one"), text("two")) == (apple("Team", "urn:uuid:bob", uid="one"), apple("team", uid="two"))


def test_a_member_of_the_second_group_of_a_name_does_not_join_the_first(store, text, people):
    store("one", apple("Team", uid="one"))
    store("two", apple("Team", "ada", uid="two"))
    store("ada", contact("ada"))
    store("ada", categorised("ada", "Team"))
    assert text("one") == apple("Team", uid="one")


def test_who_is_deleted_leaves_all_groups(alice, store, text, people):
    store("team", apple("Team", "urn:uuid:ada", "urn:uuid:bob"))
    store("ada", contact("ada"))  # by a client that knows no categories
    start = token(alice)
    assert alice.delete(f"{BOOK}ada.vcf").status == 204
    assert since(alice, start) == (["team"], ["ada"])
    assert text("team") == apple("Team", "urn:uuid:bob")


def test_who_left_a_group_may_come_again_and_leave_by_being_deleted(alice, store, text):
    store("team", apple("Team"))
    store("ada", categorised("ada", "Team"))
    store("ada", categorised("ada", "Chess"))
    store("ada", categorised("ada", "Team"))
    assert text("team") == apple("Team", "urn:uuid:ada")
    alice.delete(f"{BOOK}ada.vcf")
    assert groups(alice) == [("Chess",), ("Team",)]


# -- a group and its members -----------------------------------------------------------------------


@pytest.mark.rfc("6350", "6.7.1")
@pytest.mark.rfc("2426", "3.7.1")
@pytest.mark.parametrize(
    ("version", "before", "after"),
    [
        ("3.0", "", "{}CATEGORIES:R\\;D\\, x\r\n"),
        ("4.0", "", "{}CATEGORIES:R;D\\, x\r\n"),
        ("3.0", "item1.Categories;X-A=b:Chess,Go\r\n", "item1.Categories;X-A=b:Chess,Go,R\\;D\\, x\r\n{}"),
        ("3.0", "CATEGORIES:Che\r\n ss\r\nCATEGORIES:Go\r\n", "CATEGORIES:Che\r\n ss\r\nCATEGORIES:Go,R\\;D\\, x\r\n{}"),
        ("3.0", "CATEGORIES:\r\n", "CATEGORIES:R\\;D\\, x\r\n{}"),
        ("3.0", "CATEGORIES;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=A9\n", "CATEGORIES:\u00e9,R\\;D\\, x\n{}"),
        ("3.0", "CATEGORIES:r\\;d\\, X\r\n", "CATEGORIES:r\\;d\\, X\r\n{}"),
        ("3.0", f"CATEGORIES:{'x' * 60}\r\n", f"CATEGORIES:{'x' * 60},R\\;\r\n D\\, x\r\n{{}}"),
    ],
)  # fmt: skip
def test_only_the_line_of_categories_changes_in_a_member(store, text, version, before, after):
    head = f"BEGIN:VCARD\r\nversion:{version}\r\nUID:ada\r\nFN:A\r\n da\r\n"
    middle = "TEL:1\nNOTE:CATEGORIES:no\r\n"
    store("ada", head + before + middle + "END:VCARD\r\n")
    store("team", apple("R\\;D\\, x", "urn:uuid:ada"))
    assert text("ada") == head + after.format(middle) + "END:VCARD\r\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [("Team", ""), ("Team,Chess", "CATEGORIES:Chess\r\n"), ("Go,TEAM,Chess,team", "CATEGORIES:Go,Chess\r\n")],
)
def test_who_is_taken_out_of_a_group_loses_its_name(store, text, before, after):
    store("team", group_4("Team", "urn:uuid:ada"))
    store("ada", categorised("ada", before))
    store("team", group_4("Team"))
    assert text("ada") == contact("ada").replace("END", f"{after}END")


@pytest.mark.parametrize("name", ["Crew", "TEAM"])
def test_a_new_name_stands_where_the_old_one_was(alice, store, text, name):
    store("team", apple("Team", "urn:uuid:ada"))
    store("ada", categorised("ada", "Go,Team,Chess"))
    store("team", apple(name, "urn:uuid:ada"))
    assert text("ada") == categorised("ada", f"Go,{name},Chess")


def test_a_group_renamed_to_what_a_member_has_already_is_named_once(store, text):
    store("team", apple("Team", "urn:uuid:ada"))
    store("ada", categorised("ada", "Chess,Team"))
    store("team", apple("Chess", "urn:uuid:ada"))
    assert text("ada") == categorised("ada", "Chess")


def test_a_member_of_two_groups_of_one_name_keeps_it_when_it_leaves_one(alice, store, text, people):
    store("team", apple("Team", "urn:uuid:ada", "urn:uuid:bob"))
    store("twin", apple("team", "ada", "bob", uid="twin"))
    store("team", apple("Team", "urn:uuid:bob"))
    alice.delete(f"{BOOK}team.vcf")
    assert (text("ada"), text("bob")) == (contact("ada", "CATEGORIES:Team"), contact("bob", "CATEGORIES:Team"))


def test_groups_in_groups_get_no_categories(store, text):
    store("inner", apple("Inner", uid="inner"))
    store("outer", apple("Outer", "urn:uuid:inner", "urn:uuid:outer", uid="outer"))
    assert text("inner") == apple("Inner", uid="inner")


def test_members_that_are_not_in_the_address_book_are_left_out(alice, store):
    start = token(alice)
    store("team", apple("Team", "urn:uuid:nobody", "mailto:a@b.example"))
    assert since(alice, start) == (["team"], [])


@pytest.mark.parametrize(("one", "other"), [(apple, group_4), (group_4, apple)])
def test_a_group_may_change_its_version(store, text, people, one, other):
    store("team", one("Team", "urn:uuid:ada"))
    store("team", other("Team", "urn:uuid:bob"))
    assert (text("ada"), text("bob")) == (contact("ada"), contact("bob", "CATEGORIES:Team"))


def test_a_card_that_becomes_a_group_and_one_again_takes_its_members_along(alice, store, text, people):
    store("team", categorised(TEAM_UID, "Chess"))
    store("team", apple("Team", "urn:uuid:ada"))
    assert groups(alice) == [("Chess",), ("Team", "urn:uuid:ada")]
    store("team", contact(TEAM_UID))
    assert text("ada") == contact("ada")


# -- other ways to write ---------------------------------------------------------------------------


def to(path):
    return {"destination": path}


@pytest.fixture
def other_book(alice):
    """A second address book."""
    body = (
        '<mkcol xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><set><prop><resourcetype><collection/>'
        "<C:addressbook/></resourcetype></prop></set></mkcol>"
    )
    assert alice.request("MKCOL", OTHER, body).status == 201
    return OTHER


def test_a_contact_that_is_moved_leaves_one_group_and_joins_another(alice, store, other_book):
    store("ada", categorised("ada", "Team"))
    assert alice.request("MOVE", f"{BOOK}ada.vcf", **to(f"{OTHER}ada.vcf")).status == 201
    assert (groups(alice), groups(alice, OTHER)) == ([("Team",)], [("Team", "urn:uuid:ada")])


def test_a_contact_that_is_copied_joins_a_group_there(alice, store, other_book):
    store("ada", categorised("ada", "Team"))
    assert alice.request("COPY", f"{BOOK}ada.vcf", **to(f"{OTHER}ada.vcf")).status == 201
    assert groups(alice) == groups(alice, OTHER) == [("Team", "urn:uuid:ada")]


def test_a_group_that_is_moved_takes_its_name_along(alice, store, text, people, other_book):
    store("ada", contact("ada"), OTHER)
    store("team", apple("Team", "urn:uuid:ada"))
    assert alice.request("MOVE", f"{BOOK}team.vcf", **to(f"{OTHER}team.vcf")).status == 201
    assert (text("ada"), text("ada", OTHER)) == (contact("ada"), contact("ada", "CATEGORIES:Team"))
    store("team", apple("Crew", "urn:uuid:ada"), OTHER)
    assert text("ada", OTHER) == contact("ada", "CATEGORIES:Crew")


def test_a_group_is_found_where_it_was_moved_to(alice, store, other_book):
    store("team", apple("Team"))
    alice.request("MOVE", f"{BOOK}team.vcf", **to(f"{OTHER}team.vcf"))
    store("ada", categorised("ada", "Team"), OTHER)
    assert (groups(alice), groups(alice, OTHER)) == ([], [("Team", "urn:uuid:ada")])


def test_a_group_is_found_in_a_copy_of_its_address_book(alice, store):
    store("ada", categorised("ada", "Team"))
    assert alice.request("COPY", BOOK, **to(OTHER)).status == 201
    store("bob", categorised("bob", "Team"), OTHER)
    store("ada", contact("ada", "CATEGORIES:"), OTHER)
    assert (groups(alice), groups(alice, OTHER)) == ([("Team", "urn:uuid:ada")], [("Team", "urn:uuid:bob")])


def test_groups_are_known_after_their_index_was_made_again(house, alice, store, text):
    store("ada", categorised("ada", "Chess"))
    store("team", apple("Team", "urn:uuid:ada"))
    assert rebuild(house, next(index for index in house.indexes if index.name == "carddav")) == 3
    store("bob", categorised("bob", "Team"))
    assert alice.delete(f"{BOOK}ada.vcf").status == 204
    assert groups(alice) == [("Chess",), ("Team", "urn:uuid:bob")]


def test_another_name_of_a_resource_changes_no_group(alice, store):
    store("ada", categorised("ada", "Team"))
    start = token(alice)
    assert alice.request("MOVE", f"{BOOK}ada.vcf", **to(f"{BOOK}countess.vcf")).status == 201
    assert since(alice, start) == (["countess"], ["ada"])


def test_what_is_moved_over_a_member_takes_it_out(alice, store):
    store("ada", categorised("ada", "Team"))
    store("bob", categorised("bob", "Chess"))
    assert alice.request("MOVE", f"{BOOK}bob.vcf", **to(f"{BOOK}ada.vcf")).status == 204
    assert groups(alice) == [("Chess", "urn:uuid:bob"), ("Team",)]


def test_what_is_imported_joins_groups_and_makes_them(alice):
    body = categorised("ada", "Team") + apple("Chess", "urn:uuid:ada") + categorised("bob", "Team,Chess")
    answer = alice.request("POST", BOOK, body, content_type="text/vcard")
    assert [entry["status"] for entry in json.loads(answer.body)["objects"]] == [201, 201, 201]
    assert groups(alice) == [("Chess", "urn:uuid:ada", "urn:uuid:bob"), ("Team", "urn:uuid:ada", "urn:uuid:bob")]
    assert alice.get(f"{BOOK}ada.vcf").text == categorised("ada", "Team,Chess")


def test_an_import_that_leaves_a_contact_as_it_is_changes_no_group(alice, store):
    store("ada", categorised("ada", "Team"))
    alice.request("POST", f"{BOOK}?if-exists=skip", categorised("ada", "Chess"), content_type="text/vcard")
    assert groups(alice) == [("Team", "urn:uuid:ada")]


def test_a_write_that_finds_something_else_there_and_keeps_it_changes_no_group(house, alice, store):
    store("ada", categorised("ada", "Team"))
    write = prepared(house, categorised("ada", "Chess"))
    run_here(house, perform(write, lambda _, attempt: setattr(attempt, "after", attempt.before)))
    assert groups(alice) == [("Team", "urn:uuid:ada")]


def test_an_import_keeps_no_version_of_a_group_for_each_of_its_members(house, alice, store, text):
    store("team", apple("Team"))
    alice.request("POST", BOOK, "".join(categorised(uid, "Team") for uid in "abc"), content_type="text/vcard")
    sql = "SELECT COUNT(*) FROM versions v JOIN resources r ON r.id = v.resource_id WHERE r.name = 'team.vcf'"
    assert house.store.engine.row(sql)[0] == 2
    assert text("team") == apple("Team", "urn:uuid:a", "urn:uuid:b", "urn:uuid:c")


# -- what is left alone, and what is refused -------------------------------------------------------


def prepared(house, body):
    """The write of a card to the address book of Alice, judged."""
    book = house.resolve(("addressbooks", "alice", "addressbook"))
    importer = Identity(house.store.accounts.by_name("alice"), "test")
    return prepare_object(house, importer, book, "ada.vcf", "text/vcard", body.encode())


def lock(client, path):
    answer = client.request("LOCK", path, LOCKINFO)
    assert answer.status in {200, 201}, answer.text
    return answer.headers["lock-token"]


def test_a_member_that_is_locked_is_left_alone(alice, store, text, people):
    lock(alice, f"{BOOK}ada.vcf")
    store("team", apple("Team", "urn:uuid:ada", "urn:uuid:bob"))
    assert (text("ada"), text("bob")) == (contact("ada"), contact("bob", "CATEGORIES:Team"))


def test_a_member_whose_lock_was_shown_is_changed(alice, store, text, people):
    shown = lock(alice, f"{BOOK}ada.vcf")
    store("team", apple("Team", "urn:uuid:ada"), **{"if": f"<{BOOK}ada.vcf> ({shown})"})
    assert text("ada") == contact("ada", "CATEGORIES:Team")


def test_no_group_is_made_where_the_address_book_is_locked(alice, store, people):
    body = LOCKINFO
    assert alice.request("LOCK", BOOK, body, depth="0").status == 200
    store("ada", categorised("ada", "Team"))
    assert groups(alice) == []


@pytest.mark.rfc("3744", "3.2")
def test_what_the_writer_may_not_change_is_left_alone(alice, bob, store, text, people):
    share(alice, HOME, grant("/principals/users/bob/", "read", "bind", "write-content"))
    share(alice, f"{BOOK}ada.vcf", deny("/principals/users/bob/", "write-content"))
    store("team", apple("Team", "urn:uuid:ada", "urn:uuid:bob"), client=bob)
    assert (text("ada"), text("bob")) == (contact("ada"), contact("bob", "CATEGORIES:Team"))


def test_no_group_is_made_by_who_may_add_nothing(alice, bob, store, people):
    share(alice, HOME, grant("/principals/users/bob/", "read", "write-content"))
    store("ada", categorised("ada", "Team"), client=bob)
    assert groups(alice) == []


def test_a_write_that_would_change_too_many_cards_changes_none(alice, store, text, people):
    names = ",".join(f"c{number}" for number in range(1_001))
    answer = alice.put(f"{BOOK}ada.vcf", categorised("ada", names), content_type="text/vcard")
    assert (answer.status, answer.condition) == (403, None)
    assert answer.text.startswith("1001 other cards would change")
    assert (text("ada"), groups(alice)) == (contact("ada"), [])


def test_what_follows_from_a_write_counts_against_the_quota(house, alice):
    carol = add_person(house, "carol", quota=250)
    book = "/addressbooks/carol/addressbook/"
    answer = carol.put(f"{book}ada.vcf", categorised("ada", "Team"), content_type="text/vcard")
    assert (answer.status, answer.condition) == (507, "{DAV:}quota-not-exceeded")
    assert carol.get(f"{book}ada.vcf").status == 404


def test_each_card_that_follows_is_in_the_audit_trail(house, store, people):
    store("team", apple("Team", "urn:uuid:ada", "urn:uuid:bob"))
    rows = house.store.engine.rows("SELECT action FROM audit ORDER BY at, action")
    assert [row[0] for row in rows if row[0] == "card-regrouped"] == ["card-regrouped"] * 2


def test_a_transaction_that_is_tried_again_begins_with_what_was_wanted(house, alice):
    write = prepared(house, categorised("ada", "Team"))
    store_prepared(write)
    assert (len(groups(alice)), write.also) == (1, [])


def test_a_large_member_stays_in_a_file(make_house):
    alice = add_person(make_house(**SETTING, storage__inline_body_limit=4096), "alice")
    note = "NOTE:" + "x" * 5000
    alice.put(f"{BOOK}ada.vcf", contact("ada", note), content_type="text/vcard")
    alice.put(f"{BOOK}team.vcf", apple("Team", "urn:uuid:ada"), content_type="text/vcard")
    assert alice.get(f"{BOOK}ada.vcf").text == contact("ada", note, "CATEGORIES:Team")
    assert alice.house.store.engine.row("SELECT COUNT(*) FROM versions WHERE blob IS NULL")[0] == 1


def test_a_card_without_a_uid_is_in_no_group(alice, store, text):
    body = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Nameless\r\nN:Nameless;;;;\r\nCATEGORIES:Friends\r\nEND:VCARD\r\n"
    store("nameless", body)
    assert text("nameless") == body
    assert len(alice.propfind(BOOK, "{DAV:}getetag", depth="1").multistatus) == 2
