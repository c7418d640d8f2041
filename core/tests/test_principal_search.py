"""Searches for principals (RFC 3744 §9.4, §9.5) and what in a collection is one's own (§9.3)."""

import pytest

from a3dav.administration import change_membership, set_disabled
from a3dav.names import folded
from a3dav.provisioning import provision_all
from a3dav.storage.transaction import Actor
from a3dav.testing.people import add_person

DAV = "{DAV:}"
CS = "http://calendarserver.org/ns/"
NAMESPACES = f'xmlns="DAV:" xmlns:CS="{CS}" xmlns:C="urn:ietf:params:xml:ns:caldav"'
PEOPLE = {
    "alice": ("user", "Alice Liddell", "alice@example.org"),
    "bob": ("user", "Bob Builder", "bob@sites.example"),
    "jurgen": ("user", "J\u00fcrgen Gro\u00df", "jg@example.org"),
    "percent": ("user", "100%_done\\", ""),
    "plain": ("user", "", "PLAIN@Example.ORG"),
    "staff": ("group", "Site staff", "staff@example.org"),
    "atrium": ("room", "Atrium", ""),
    "beamer": ("resource", "Beamer", "beamer@sites.example"),
}
NAME, MAIL = "<displayname/>", "<CS:email-address-set/>"


@pytest.fixture
def town(house):
    return {
        name: add_person(house, name, kind=kind, display_name=shown, email=email)
        for name, (kind, shown, email) in PEOPLE.items()
    }


@pytest.fixture
def alice(town):
    return town["alice"]


def find(prop, text, how=""):
    chosen = f' match-type="{how}"' if how else ""
    return f"<property-search><prop>{prop}</prop><match{chosen}>{text}</match></property-search>"


def search(client, *searches, test="", prop="", path="/principals/", rest="", depth=""):
    chosen = f' test="{test}"' if test else ""
    body = (
        f"<principal-property-search {NAMESPACES}{chosen}>{''.join(searches)}{prop}{rest}</principal-property-search>"
    )
    return client.report(path, body, depth=depth)


def found(client, *searches, **options):
    rows = search(client, *searches, **options).multistatus
    return {href.rstrip("/").rpartition("/")[2] for href in rows}


@pytest.mark.rfc("3744", "9.4", "9.4.1")
@pytest.mark.parametrize(
    ("searches", "expected"),
    [
        ([find(NAME, "ali")], {"alice"}),
        ([find(NAME, "LIDDELL")], {"alice"}),
        ([find(NAME, " liddell\n")], {"alice"}),
        ([find(NAME, "j\u00dcRGEN")], {"jurgen"}),
        ([find(NAME, "ju\u0308rgen")], {"jurgen"}),
        ([find(NAME, "GROSS")], {"jurgen"}),
        ([find(NAME, "plain")], {"plain"}),  # who has no other name is shown by that of the account
        ([find(NAME, "atrium")], {"atrium"}),
        ([find(NAME, "bob")], {"bob"}),
        ([find(NAME, "%")], {"percent"}),
        ([find(NAME, "_")], {"percent"}),
        ([find(NAME, "done\\")], {"percent"}),
        ([find(NAME, "nobody")], set()),
        ([find(MAIL, "EXAMPLE.org")], {"alice", "jurgen", "plain", "staff"}),
        ([find(MAIL, "")], {"alice", "bob", "jurgen", "plain", "staff", "beamer"}),
        ([find(NAME, "")], set(PEOPLE)),
        ([find(NAME + MAIL, "bob")], {"bob"}),
        ([find(NAME + MAIL, "b")], {"bob", "beamer"}),
        ([find(NAME, "site"), find(MAIL, "example.org")], {"staff"}),
        ([find(NAME, "site"), find(MAIL, "sites.example")], set()),
        ([find("<alternate-URI-set/>", "mailto:bob")], {"bob"}),
        ([find("<resourcetype/>", "principal")], set()),
        ([find(NAME, "alice"), find("<x:title xmlns:x='urn:x'/>", "x")], set()),
        ([find(NAME, "a", "starts-with")], {"alice", "atrium"}),
        ([find(NAME, "r", "ends-with")], {"bob", "beamer"}),
        ([find(NAME, "bob builder", "equals")], {"bob"}),
        ([find(NAME, "bob", "equals")], set()),
        ([find(NAME, "lid", "contains")], {"alice"}),
    ],
)
def test_a_search_finds(alice, searches, expected):
    assert found(alice, *searches) == expected


@pytest.mark.rfc("3744", "9.4")
@pytest.mark.parametrize(("test", "expected"), [("anyof", {"bob", "beamer", "staff"}), ("allof", set()), ("", set())])
def test_any_condition_is_enough_where_that_is_asked_for(alice, test, expected):
    assert found(alice, find(NAME, "staff"), find(MAIL, "sites"), test=test) == expected


@pytest.mark.rfc("3744", "9.4")
def test_what_nobody_searches_by_spoils_no_search_for_any(alice):
    """As Apple's Calendar asks, for first and last names, too."""
    assert found(alice, find(NAME, "ali"), find("<CS:first-name/>", "ali"), test="anyof") == {"alice"}


@pytest.mark.rfc("3744", "9.4")
@pytest.mark.parametrize(
    ("path", "rest", "expected"),
    [
        ("/", "", {"alice", "atrium", "beamer", "staff", "jurgen", "plain"}),
        ("/principals/", "", {"alice", "atrium", "beamer", "staff", "jurgen", "plain"}),
        ("/principals/users/", "", {"alice", "jurgen", "plain"}),
        ("/principals/groups/", "", {"staff"}),
        ("/principals/rooms/", "", {"atrium"}),
        ("/files/alice/", "", set()),
        ("/calendars/alice/calendar/", "", set()),
        ("/principals/users/alice/", "", set()),
        (
            "/files/alice/",
            "<apply-to-principal-collection-set/>",
            {"alice", "atrium", "beamer", "staff", "jurgen", "plain"},
        ),
        (
            "/principals/rooms/",
            "<apply-to-principal-collection-set/>",
            {"alice", "atrium", "beamer", "staff", "jurgen", "plain"},
        ),
    ],
)
def test_a_search_looks_below_its_target_or_everywhere(alice, path, rest, expected):
    searches = [find(NAME, "a"), find(NAME, "J", "starts-with")]
    assert found(alice, *searches, test="anyof", path=path, rest=rest) == expected


@pytest.mark.rfc("3744", "9.4")
def test_properties_that_are_asked_for_come_with_each_principal(alice):
    prop = f"<prop>{NAME}<principal-URL/>{MAIL}<nothing/></prop>"
    row = search(alice, find(NAME, "bob"), prop=prop).multistatus["/principals/users/bob/"]
    assert row.text(f"{DAV}displayname") == "Bob Builder"
    assert row.hrefs(f"{DAV}principal-URL") == ["/principals/users/bob/"]
    assert row.text(f"{{{CS}}}email-address-set") == "bob@sites.example"
    assert row.missing == {f"{DAV}nothing": 404}


@pytest.mark.rfc("3744", "9.4")
def test_without_properties_a_row_has_a_status(alice):
    assert search(alice, find(NAME, "bob")).multistatus["/principals/users/bob/"].status == 200


@pytest.mark.rfc("3744", "10")
def test_elements_that_are_not_known_are_as_if_they_were_not_there(alice):
    """An element of a stranger, around and inside of what is asked."""
    strange = '<x:strange xmlns:x="urn:x"><prop><displayname/></prop><match>alice</match></x:strange>'
    inner = find(NAME, "bob").replace("<prop>", strange + "<prop>", 1)
    assert found(alice, strange, inner, rest=strange) == {"bob"}


REPORTS = {
    "principal-property-search": find(NAME, "a"),
    "principal-match": "<self/>",
    "principal-search-property-set": "",
    "CS:calendarserver-principal-search": "<CS:search-token>a</CS:search-token>",
}


@pytest.mark.rfc("3744", "9.3", "9.4", "9.5")
@pytest.mark.parametrize("depth", ["1", "infinity"])
@pytest.mark.parametrize("name", REPORTS)
def test_reports_about_principals_take_depth_0_alone(alice, name, depth):
    body = f"<{name} {NAMESPACES}>{REPORTS[name]}</{name}>"
    assert alice.report("/principals/", body, depth=depth).status == 400
    assert alice.report("/principals/", body, depth="0").status in {200, 207}


@pytest.mark.rfc("3744", "9.3", "9.4", "9.5")
@pytest.mark.parametrize(
    "path", ["/", "/principals/", "/principals/users/", "/files/alice/", "/calendars/alice/calendar/"]
)
def test_collections_tell_that_they_have_these_reports(alice, path):
    name = f"{DAV}supported-report-set"
    reports = alice.propfind(path, name).multistatus[path].found[name].iter(f"{DAV}report")
    assert {entry[0].tag for entry in reports} >= {
        f"{DAV}principal-match", f"{DAV}principal-property-search", f"{DAV}principal-search-property-set",
        f"{{{CS}}}calendarserver-principal-search", f"{DAV}expand-property",
    }  # fmt: skip


@pytest.mark.rfc("3744", "9.4")
@pytest.mark.parametrize(
    "searches",
    [
        [],
        ["<property-search/>"],
        [f"<property-search><prop>{NAME}</prop></property-search>"],
        ["<property-search><prop/><match>a</match></property-search>"],
        ["<property-search><match>a</match></property-search>"],
        [find(NAME, "a", "sounds-like")],
        [find(NAME, "a" * 1001)],
        [find("".join(f"<p{number}/>" for number in range(101)), "a")],
        [find(NAME, "a")] * 101,
        ["<prop/>", "<prop/>", find(NAME, "a")],
        [find(NAME, "a"), "<limit><nresults>many</nresults></limit>"],
    ],
)
def test_a_search_that_is_none_or_too_much_is_refused(alice, searches):
    assert search(alice, *searches).status == 400


@pytest.mark.rfc("3744", "9.4")
def test_properties_that_stand_behind_an_empty_prop_are_told(alice):
    """python-caldav writes its searches so, and lists everybody by one without a condition."""
    beside = f"<prop/><x:strange xmlns:x='urn:x'/>{NAME}"
    rows = search(alice, find(NAME, "liddell"), prop=beside).multistatus
    assert [row.text(f"{DAV}displayname") for row in rows.values()] == ["Alice Liddell"]
    assert {next(iter(row.missing), None) for row in rows.values()} == {None}
    everybody = search(alice, prop=beside).multistatus
    assert len(everybody) >= len(PEOPLE)


def test_a_search_for_a_thousand_wildcards_is_a_search_for_text(alice):
    assert found(alice, find(NAME, "%_" * 500)) == set()


@pytest.fixture
def few(make_house):
    """A house in which a search gives two principals at most, and one of its people."""
    house = make_house(principals__max_matches=2)
    people = [add_person(house, name) for name in ("ann", "anna", "anne", "annette")]
    return people[0]


@pytest.mark.rfc("3744", "9.4")
@pytest.mark.parametrize("limit", ["", "<CS:limit><CS:nresults>9</CS:nresults></CS:limit>"])
def test_a_search_that_finds_too_many_says_so_behind_the_first(few, limit):
    rows = search(few, find(NAME, "ann"), rest=limit).multistatus
    assert [(href, row.status) for href, row in rows.items()] == [
        ("/principals/users/ann/", 200), ("/principals/users/anna/", 200), ("/principals/", 507),
    ]  # fmt: skip
    answer = search(few, find(NAME, "ann"), rest=limit).xml
    assert answer.find(f".//{DAV}error/{DAV}number-of-matches-within-limits") is not None


def test_a_search_that_finds_as_many_as_it_may_is_whole(few):
    assert found(few, find(NAME, "anne")) == {"anne", "annette"}


@pytest.mark.rfc("3744", "9.4")
def test_a_new_display_name_is_found_at_once(alice, town):
    body = (
        '<propertyupdate xmlns="DAV:"><set><prop><displayname>The Builder</displayname></prop></set></propertyupdate>'
    )
    assert town["bob"].proppatch("/principals/users/bob/", body).status == 207
    assert found(alice, find(NAME, "the builder")) == {"bob"}
    assert found(alice, find(NAME, "bob")) == set()


def test_a_display_name_that_is_taken_away_leaves_the_name_of_the_account(alice, town):
    body = '<propertyupdate xmlns="DAV:"><remove><prop><displayname/></prop></remove></propertyupdate>'
    town["bob"].proppatch("/principals/users/bob/", body)
    assert found(alice, find(NAME, "bob", "equals")) == {"bob"}


def test_accounts_of_a_release_before_searches_are_found_after_a_start(house, alice):
    columns = "folded_name = '', folded_email = '', changed = 0"
    house.store.engine.submit(lambda: house.store.engine.execute(f"UPDATE profiles SET {columns}")).result()
    assert found(alice, find(NAME, "")) == set()
    provision_all(house)
    assert found(alice, find(NAME, "")) == set(PEOPLE)
    assert found(alice, find(MAIL, "plain@example")) == {"plain"}


@pytest.mark.parametrize("text", ["a\u0131b", "AIB", "a\u200aib", "\u212b", "\ufb01", "\u03c2"])
def test_text_is_folded_once_and_for_all(text):
    assert folded(folded(text)) == folded(text)


@pytest.mark.rfc("3744", "9.5")
def test_the_properties_to_search_by_are_told_with_a_description(alice):
    answer = alice.report("/principals/", '<principal-search-property-set xmlns="DAV:"/>')
    assert (answer.status, answer.xml.tag) == (200, f"{DAV}principal-search-property-set")
    told = {entry.find(f"{DAV}prop")[0].tag: entry.find(f"{DAV}description") for entry in answer.xml}
    assert set(told) >= {f"{DAV}displayname", f"{{{CS}}}email-address-set"}
    assert {(bool(entry.text), entry.get("{http://www.w3.org/XML/1998/namespace}lang")) for entry in told.values()} == {
        (True, "en")
    }


@pytest.mark.parametrize(
    ("context", "tokens", "expected"),
    [
        ("", ["a"], set(PEOPLE) - {"percent"}),
        ("", ["lid", "ALI"], {"alice"}),
        ("", ["site", "example.org"], {"staff"}),
        ("user", ["a"], {"alice", "bob", "jurgen", "plain"}),
        ("group", ["a"], {"staff"}),
        ("room", ["a"], {"atrium"}),
        ("location", ["a"], {"atrium"}),
        ("resource", ["a"], {"beamer"}),
        ("attendee", ["site"], {"bob", "staff", "beamer"}),
        ("what is not known", ["atrium"], {"atrium"}),
    ],
)
def test_what_a_person_types_finds(alice, context, tokens, expected):
    typed = "".join(f"<CS:search-token>{token}</CS:search-token>" for token in tokens)
    chosen = f' context="{context}"' if context else ""
    body = f"<CS:calendarserver-principal-search {NAMESPACES}{chosen}>{typed}<prop>{NAME}</prop></CS:calendarserver-principal-search>"
    rows = alice.report("/principals/", body).multistatus
    assert {href.rstrip("/").rpartition("/")[2] for href in rows} == expected


def test_what_a_person_types_finds_as_many_as_are_asked_for(alice):
    limit = "<CS:limit><CS:nresults>1</CS:nresults></CS:limit>"
    body = f"<CS:calendarserver-principal-search {NAMESPACES}><CS:search-token>a</CS:search-token>{limit}</CS:calendarserver-principal-search>"
    rows = alice.report("/principals/", body).multistatus
    assert [row.status for row in rows.values()] == [200, 507]


@pytest.mark.parametrize("tokens", [0, 101])
def test_no_token_and_too_many_are_refused(alice, tokens):
    body = f"<CS:calendarserver-principal-search {NAMESPACES}>{'<CS:search-token>a</CS:search-token>' * tokens}</CS:calendarserver-principal-search>"
    assert alice.report("/principals/", body).status == 400


# -- principal-match ---------------------------------------------------------------------------------------


@pytest.fixture
def circles(house, town):
    """Alice is in `staff`, and staff is in `everybody`; `strangers` is a group without her."""
    for name in ("everybody", "strangers"):
        add_person(house, name, kind="group")
    change_membership(house, Actor(), "staff", "alice", remove=False)
    change_membership(house, Actor(), "everybody", "staff", remove=False)
    change_membership(house, Actor(), "strangers", "bob", remove=False)


ALICE, STAFF, ALL = "/principals/users/alice/", "/principals/groups/staff/", "/principals/groups/everybody/"


@pytest.mark.rfc("3744", "2", "9.3")
@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", {ALICE, STAFF, ALL}),
        ("/principals/", {ALICE, STAFF, ALL}),
        ("/principals/users/", {ALICE}),
        ("/principals/groups/", {STAFF, ALL}),
        ("/principals/rooms/", set()),
        (STAFF, {STAFF}),
        (ALL, {ALL}),
        ("/principals/groups/strangers/", set()),
        ("/principals/users/bob/", set()),
        ("/files/alice/", set()),
    ],
)
def test_oneself_is_who_asks_and_the_groups_around(alice, circles, path, expected):
    body = '<principal-match xmlns="DAV:"><self/></principal-match>'
    assert set(alice.report(path, body).multistatus) == expected


def test_a_group_that_is_disabled_is_matched_no_more_than_it_is_seen(house, alice, circles):
    set_disabled(house, Actor(), "everybody", disabled=True)
    assert set(alice.report("/", '<principal-match xmlns="DAV:"><self/></principal-match>').multistatus) == {
        ALICE,
        STAFF,
    }


def owned(client, path, name="<owner/>", rest=""):
    body = f'<principal-match xmlns="DAV:"><principal-property>{name}</principal-property>{rest}</principal-match>'
    return client.report(path, body)


@pytest.mark.rfc("3744", "9.3")
def test_what_one_owns_is_found_at_any_depth(alice):
    alice.request("MKCOL", "/files/alice/a/")
    alice.put("/files/alice/a/note.txt", "1")
    rows = owned(alice, "/files/alice/").multistatus
    assert {href: row.status for href, row in rows.items()} == {"/files/alice/a/": 200, "/files/alice/a/note.txt": 200}
    assert set(rows) < set(owned(alice, "/").multistatus)
    assert "/calendars/alice/calendar/" in owned(alice, "/").multistatus


@pytest.mark.rfc("3744", "9.3")
def test_a_property_of_ones_own_that_names_oneself_or_a_group(alice, circles):
    boss = '<propertyupdate xmlns="DAV:"><set><prop><x:boss xmlns:x="urn:x"><href>{}</href></x:boss></prop></set></propertyupdate>'
    for number, place in enumerate(
        [ALICE, f"http://localhost{ALL}", "/principals/users/bob/", "mailto:alice@example.org"]
    ):
        alice.put(f"/files/alice/{number}", "1")
        alice.proppatch(f"/files/alice/{number}", boss.format(place))
    assert set(owned(alice, "/files/alice/", '<boss xmlns="urn:x"/>').multistatus) == {
        "/files/alice/0",
        "/files/alice/1",
    }


@pytest.mark.rfc("3744", "9.3")
def test_a_match_comes_with_the_properties_asked_for(alice):
    alice.put("/files/alice/note.txt", "1")
    row = owned(alice, "/files/alice/", rest="<prop><getcontentlength/></prop>").multistatus["/files/alice/note.txt"]
    assert row.text(f"{DAV}getcontentlength") == "1"


@pytest.mark.rfc("3744", "9.3")
@pytest.mark.parametrize(
    "inner",
    ["", "<self/><principal-property><owner/></principal-property>", "<principal-property/>",
     "<principal-property><owner/><creator/></principal-property>"],
)  # fmt: skip
def test_a_match_by_both_or_neither_is_refused(alice, inner):
    assert alice.report("/principals/", f'<principal-match xmlns="DAV:">{inner}</principal-match>').status == 400
