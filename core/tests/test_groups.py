"""Groups of principals (RFC 3744 §4.3, §4.4): who is in them, circles, and administrators who change them."""

import pytest

from a3dav.administration import change_membership
from a3dav.errors import A3davError
from a3dav.storage.transaction import Actor

DAV = "{DAV:}"
STAFF = "/principals/groups/staff/"
"""Alice and Bob are in it, and it is in `everybody`."""


@pytest.fixture
def root(person):
    return person("root", role="admin")


@pytest.fixture
def staff(house, person, alice, bob):
    for name in ("staff", "everybody"):
        person(name, kind="group")
    for group, member in (("staff", "alice"), ("staff", "bob"), ("everybody", "staff")):
        change_membership(house, Actor(), group, member, remove=False)
    return STAFF


def hrefs(client, path, name):
    return client.propfind(path, DAV + name).multistatus[path].hrefs(DAV + name)


def regroup(client, group, *members):
    inner = "".join(f"<href>{member}</href>" for member in members)
    return client.proppatch(
        group,
        f'<propertyupdate xmlns="DAV:"><set><prop><group-member-set>{inner}</group-member-set></prop></set></propertyupdate>',
    )


@pytest.mark.rfc("3744", "4.3")
def test_an_administrator_gives_a_group_its_members(root, alice, staff):
    answer = regroup(root, staff, "/principals/users/root/", "http://localhost/principals/users/bob/")
    assert answer.multistatus[staff].found
    assert hrefs(root, staff, "group-member-set") == ["/principals/users/bob/", "/principals/users/root/"]
    assert hrefs(root, "/principals/users/alice/", "group-membership") == []


@pytest.mark.rfc("3744", "4.3")
def test_each_change_of_a_group_is_in_the_audit_trail(house, root, staff):
    regroup(root, staff, "/principals/users/bob/", "/principals/users/root/")
    rows = house.store.engine.rows("SELECT action FROM audit WHERE action <> 'login' ORDER BY position DESC LIMIT 3")
    assert [row[0] for row in rows] == ["proppatch", "group-member-added", "group-member-removed"]


@pytest.mark.rfc("3744", "4.3")
def test_removing_the_property_empties_the_group(root, staff):
    body = '<propertyupdate xmlns="DAV:"><remove><prop><group-member-set/></prop></remove></propertyupdate>'
    assert root.proppatch(staff, body).status == 207
    assert hrefs(root, staff, "group-member-set") == []


@pytest.mark.rfc("3744", "4.3")
def test_who_is_no_administrator_changes_no_group(alice, staff):
    assert regroup(alice, staff, "/principals/users/alice/").condition == f"{DAV}need-privileges"
    assert len(hrefs(alice, staff, "group-member-set")) == 2


@pytest.mark.rfc("3744", "4.3")
def test_a_principal_that_is_no_group_has_no_members_to_change(alice, staff):
    row = regroup(alice, "/principals/users/alice/", "/principals/users/bob/").multistatus["/principals/users/alice/"]
    assert row.missing == {f"{DAV}group-member-set": 403}


@pytest.mark.rfc("3744", "4.3")
@pytest.mark.parametrize(
    "member",
    ["/principals/users/nobody/", "/principals/groups/alice/", "/files/alice/", "mailto:alice@example.org", ""],
)
def test_what_is_no_principal_is_refused_and_nothing_changes(root, staff, member):
    row = regroup(root, staff, "/principals/users/root/", member).multistatus[staff]
    assert row.missing == {f"{DAV}group-member-set": 409}
    assert hrefs(root, staff, "group-member-set") == ["/principals/users/alice/", "/principals/users/bob/"]


@pytest.mark.parametrize("member", [STAFF, "/principals/groups/everybody/"])
def test_a_group_is_not_put_into_itself_or_its_members(root, staff, member):
    assert regroup(root, staff, member).status == 409
    assert hrefs(root, staff, "group-member-set") == ["/principals/users/alice/", "/principals/users/bob/"]


@pytest.mark.parametrize(("group", "member"), [("staff", "staff"), ("staff", "everybody")])
def test_the_command_line_makes_no_circle(house, staff, group, member):
    with pytest.raises(A3davError, match="a group cannot be in itself"):
        change_membership(house, Actor(), group, member, remove=False)


@pytest.fixture
def circle(house, staff):
    """The groups are in each other, as two commands at once could have left them."""
    ids = {account.name: account.id for account in house.store.accounts.all()}
    house.transact(Actor(), lambda tx: tx.store.accounts.add_member(ids["staff"], ids["everybody"]))


def test_who_is_in_a_circle_signs_in_and_sees_its_groups(alice, circle):
    assert hrefs(alice, STAFF, "group-member-set") == [
        "/principals/users/alice/", "/principals/users/bob/", "/principals/groups/everybody/",
    ]  # fmt: skip
    match = '<principal-match xmlns="DAV:"><self/></principal-match>'
    assert set(alice.report("/principals/groups/", match).multistatus) == {STAFF, "/principals/groups/everybody/"}


def test_a_circle_is_ended_by_taking_a_member_out(house, alice, circle):
    change_membership(house, Actor(), "staff", "everybody", remove=True)
    assert hrefs(alice, "/principals/groups/everybody/", "group-membership") == []


@pytest.mark.rfc("3253", "3.8")
@pytest.mark.rfc("3744", "4.3", "4.4", "9.1")
def test_groups_expand_two_levels_deep(alice, staff):
    """As DAVx5 and Apple's Calendar look for what is shared with groups."""
    body = (
        '<expand-property xmlns="DAV:"><property name="group-membership"><property name="displayname"/>'
        '<property name="group-member-set"><property name="displayname"/><property name="nothing"/></property>'
        "</property></expand-property>"
    )
    root = alice.report("/principals/users/alice/", body).xml
    (group,) = root.findall(f"{DAV}response/{DAV}propstat/{DAV}prop/{DAV}group-membership/{DAV}response")
    assert group.findtext(f"{DAV}href") == STAFF
    assert group.findtext(f"{DAV}propstat/{DAV}prop/{DAV}displayname") == "staff"
    inner = group.findall(f"{DAV}propstat/{DAV}prop/{DAV}group-member-set/{DAV}response")
    assert [entry.findtext(f"{DAV}href") for entry in inner] == ["/principals/users/alice/", "/principals/users/bob/"]
    statuses = [[status.text for status in entry.iter(f"{DAV}status")] for entry in inner]
    assert statuses == [["HTTP/1.1 200 OK", "HTTP/1.1 404 Not Found"]] * 2


def deep(levels):
    opened = '<property name="group-member-set">' * levels
    return f'<expand-property xmlns="DAV:">{opened}<property name="displayname"/>{"</property>" * levels}</expand-property>'


def test_a_circle_expands_as_deep_as_it_is_asked(alice, circle):
    assert len(list(alice.report(STAFF, deep(5)).xml.iter(f"{DAV}group-member-set"))) == 9


def test_what_multiplies_without_end_is_refused(house, alice, circle):
    ids = {account.name: account.id for account in house.store.accounts.all()}
    house.transact(Actor(), lambda tx: tx.store.accounts.add_member(ids["everybody"], ids["everybody"]))
    answer = alice.report(STAFF, deep(40))
    assert (answer.status, "expands to more than" in answer.text) == (400, True)


def test_the_properties_of_a_hundred_principals_are_read_together(house, person, root, monkeypatch):
    for number in range(30):
        person(f"user{number}", email=f"user{number}@example.org")
    asked = []
    rows = house.store.engine.rows
    monkeypatch.setattr(
        house.store.engine, "rows", lambda sql, parameters=(): asked.append(sql) or rows(sql, parameters)
    )
    names = ["displayname", "alternate-URI-set", "group-membership", "group-member-set", "owner", "quota-used-bytes"]
    found = root.propfind("/principals/users/", *(DAV + name for name in names), depth="1").multistatus
    assert len(found) == 32
    assert len(asked) < 20
