"""Groups, memberships and roles follow the directory."""

import pytest

from a3dav.administration import add_account, change_membership
from a3dav.principals import Role
from a3dav.storage.transaction import Actor
from a3dav_ldap.directory import directory_of, entry_of
from a3dav_ldap.errors import SearchCut

PEOPLE, GROUPS = "ou=people,dc=example,dc=org", "ou=groups,dc=example,dc=org"


def person(uid):
    return f"uid={uid},{PEOPLE}"


def account(house, name):
    return house.store.accounts.by_name(name)


def members(house, group):
    return sorted(member.name for member in house.store.accounts.members(account(house, group).id))


def test_groups_and_their_members_follow(slapd, house, sync):
    for name in ("ada", "grace"):
        slapd.person(name)
    slapd.group("staff", person("ada"))
    assert sync(house).done == {("groups", "made"): 1, ("people", "made"): 2, ("memberships", "added"): 1}
    assert members(house, "staff") == ["ada"]
    slapd.change(f"cn=staff,{GROUPS}", member=[person("grace"), "cn=unknown,dc=example,dc=org"])
    assert sync(house).done == {("memberships", "added"): 1, ("memberships", "removed"): 1}
    assert members(house, "staff") == ["grace"]
    slapd.remove(f"cn=staff,{GROUPS}")
    assert sync(house).done == {("groups", "disabled"): 1}
    assert members(house, "staff") == []


def test_groups_in_groups_hold_their_people(slapd, house, sync):
    slapd.person("ada")
    slapd.group("inner", person("ada"))
    slapd.group("outer", f"cn=inner,{GROUPS}")
    sync(house)
    groups = {account(house, name).id for name in ("inner", "outer")}
    assert house.store.accounts.groups_of(account(house, "ada").id) == groups


def test_circles_of_groups_are_cut_and_stay_cut(slapd, house, sync):
    slapd.person("ada")
    slapd.group("one", person("ada"), f"cn=two,{GROUPS}")
    slapd.group("two", person("ada"), f"cn=one,{GROUPS}")
    assert sync(house).done["memberships", "added"] == 3
    assert sync(house).done == {}


def test_groups_of_posix_name_their_members_by_name(slapd, asking, sync):
    house = asking(slapd, group_filter="(objectClass=posixGroup)", member_attribute="memberUid")
    slapd.person("ada")
    slapd.add(f"cn=staff,{GROUPS}", ["posixGroup"], cn="staff", gidNumber="100", memberUid=["ada", "nobody"])
    sync(house)
    assert members(house, "staff") == ["ada"]


def test_people_say_which_groups_they_are_in(slapd, asking, sync):
    house = asking(slapd, member_attribute="memberOf")
    slapd.person("ada")
    slapd.group("staff", person("ada"))
    slapd.group("guests", person("ada"))
    sync(house)
    assert (members(house, "staff"), members(house, "guests")) == (["ada"], ["ada"])
    slapd.change(f"cn=guests,{GROUPS}", member=[f"cn=nobody,{PEOPLE}"])
    assert sync(house).done == {("memberships", "removed"): 1}
    assert (members(house, "staff"), members(house, "guests")) == (["ada"], [])


def test_a_group_may_be_called_what_no_account_is(slapd, house, sync):
    slapd.person("ada")
    slapd.group("Domain Admins", person("ada"))
    sync(house)
    assert account(house, "Domain-Admins").display_name == "Domain Admins"


def test_roles_follow_groups_also_through_groups(slapd, asking, sync):
    house = asking(slapd, admin_groups="Domain Admins", auditor_groups="watchers")
    for name in ("ada", "grace", "edsger"):
        slapd.person(name)
    slapd.group("inner", person("ada"))
    slapd.group("Domain Admins", f"cn=inner,{GROUPS}")
    slapd.group("watchers", person("grace"))
    sync(house)
    roles = {name: account(house, name).role for name in ("ada", "grace", "edsger")}
    assert roles == {"ada": Role.ADMIN, "grace": Role.AUDITOR, "edsger": Role.OWNER}
    add_account(house, Actor(), "local", password="the local one", role=Role.ADMIN)
    slapd.change(f"cn=inner,{GROUPS}", member=[person("edsger")])
    sync(house)
    roles = {name: account(house, name).role for name in ("ada", "edsger", "local")}
    assert roles == {"ada": Role.OWNER, "edsger": Role.ADMIN, "local": Role.ADMIN}


def test_a_local_group_of_the_name_makes_nobody_an_administrator(slapd, asking, sync):
    house = asking(slapd, admin_groups="admins")
    slapd.person("ada")
    add_account(house, Actor(), "admins", kind="group")
    sync(house)
    change_membership(house, Actor(), "admins", "ada", remove=False)
    sync(house)
    assert account(house, "ada").role is Role.OWNER


def test_members_that_are_told_in_pieces_are_asked_for_until_there_are_no_more(slapd, house, monkeypatch):
    directory = directory_of(house)
    pieces = {"member;range=2-*": {"member;range=2-3": [b"c", b"d"]}, "member;range=4-*": {"member;range=4-*": [b"e"]}}
    monkeypatch.setattr(directory, "_few", lambda dn, _, names, *__: [entry_of(dn, pieces[names[0]])])  # no slapd does
    first = {"member": [], "member;range=0-1": [b"a", b"b"]}
    assert directory.all_values(entry_of("cn=x", first), "member") == ["a", "b", "c", "d", "e"]
    pieces["member;range=2-*"] = {"member;range=0-1": [b"a", b"b"]}
    with pytest.raises(SearchCut):
        directory.all_values(entry_of("cn=x", first), "member")
