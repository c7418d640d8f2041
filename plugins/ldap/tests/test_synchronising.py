"""People come, change and go as the directory says."""

import pytest

from a3dav.administration import describe_account, set_disabled
from a3dav.identifiers import now_ms
from a3dav.principals import Role
from a3dav.storage.transaction import Actor
from a3dav.tasks import run_if_due
from a3dav.testing.people import add_person
from a3dav_ldap.errors import DirectoryAway, SearchCut

PEOPLE, GROUPS = "ou=people,dc=example,dc=org", "ou=groups,dc=example,dc=org"


def person(uid):
    return f"uid={uid},{PEOPLE}"


def account(house, name):
    return house.store.accounts.by_name(name)


def test_people_come_and_their_names_and_addresses_follow(slapd, house, sync):
    slapd.person("ada", "Ada Lovelace", mail="ada@example.org")
    assert sync(house).done == {("people", "made"): 1}
    before = account(house, "ada")
    assert (before.display_name, before.email) == ("Ada Lovelace", "ada@example.org")
    slapd.change(person("ada"), cn="Ada King", mail="king@example.org")
    assert sync(house).done == {("people", "changed"): 1}
    assert account(house, "ada").display_name == "Ada King"
    assert account(house, "ada").email == "king@example.org"
    slapd.rename(person("ada"), "uid=countess")
    assert sync(house).done == {("people", "renamed"): 1}
    assert account(house, "countess").id == before.id
    assert account(house, "ada") is None
    assert sync(house).done == {}


def test_who_is_gone_is_disabled_with_all_data(slapd, house, sync, signed_in):
    slapd.person("ada")
    slapd.person("grace")
    sync(house)
    assert signed_in(house, "ada", "Ada's secret") == 207
    slapd.remove(person("ada"))
    assert sync(house).done == {("people", "disabled"): 1}
    assert account(house, "ada").disabled
    assert house.store.home("calendars", account(house, "ada").id, "ada") is not None
    assert signed_in(house, "ada", "Ada's secret") == 401
    assert sync(house).done == {}


def test_an_entry_that_comes_back_enables_its_account(slapd, asking, sync):
    house = asking(slapd, people_filter="(&(objectClass=inetOrgPerson)(!(employeeType=left)))")
    slapd.person("ada")
    sync(house)
    slapd.change(person("ada"), employeeType="left")
    sync(house)
    assert account(house, "ada").disabled
    slapd.change(person("ada"), employeeType="staff")
    assert sync(house).done == {("people", "enabled"): 1}
    assert not account(house, "ada").disabled


def test_who_an_administrator_disabled_stays_so(slapd, house, sync):
    slapd.person("ada")
    sync(house)
    set_disabled(house, Actor(), "ada", disabled=True)
    slapd.change(person("ada"), cn="Ada King")
    sync(house)
    assert account(house, "ada").disabled


def test_two_people_who_swap_their_names_keep_their_accounts(slapd, house, sync):
    for name in ("ada", "grace"):
        slapd.person(name)
    sync(house)
    ada, grace = account(house, "ada").id, account(house, "grace").id
    slapd.rename(person("ada"), "uid=other")
    slapd.rename(person("grace"), "uid=ada")
    slapd.rename(person("other"), "uid=grace")
    sync(house)
    sync(house)
    assert (account(house, "ada").id, account(house, "grace").id) == (grace, ada)


def test_a_recycled_name_does_not_take_over_the_account(slapd, house, sync):
    slapd.person("ada")
    sync(house)
    old = account(house, "ada").id
    slapd.remove(person("ada"))
    slapd.person("ada", "Another Ada")
    sync(house)
    assert account(house, "ada").id != old
    assert house.store.accounts.by_id(old).disabled


def test_two_entries_of_one_name_do_not_fight_for_it(slapd, house, sync):
    slapd.person("ada", dn=f"cn=first,{PEOPLE}")
    sync(house)
    first = account(house, "ada").id
    slapd.person("ada", "Second", dn=f"cn=second,{PEOPLE}")
    outcome = sync(house)
    assert outcome.problems == ["the directory gives the name 'ada' to two entries"]
    assert account(house, "ada").id == first


def test_local_accounts_of_the_same_name_are_left_alone(slapd, house, sync):
    add_person(house, "ada", email="local@example.org")
    slapd.person("ada", "Somebody Else", mail="else@example.org")
    outcome = sync(house)
    assert outcome.problems == ["the name 'ada' belongs to an account that is not of the directory"]
    assert (account(house, "ada").email, account(house, "ada").disabled) == ("local@example.org", False)


def test_an_address_that_is_taken_is_not_taken_away(slapd, house, sync):
    add_person(house, "local", email="ada@example.org")
    slapd.person("ada", mail="ada@example.org")
    sync(house)
    assert (account(house, "ada").email, account(house, "local").email) == ("", "ada@example.org")


def test_names_that_no_account_can_have_are_told(slapd, house, sync):
    slapd.person("with space")
    assert sync(house).problems[0].startswith("'with space' cannot be the name of an account; use letters")


@pytest.mark.rfc("2696", "3")
def test_more_people_than_a_page_come_page_by_page_also_past_the_size_limit(make_slapd, asking, sync):
    slapd = make_slapd(size=10, page=10)
    for number in range(35):
        slapd.person(f"person{number}")
    house = asking(slapd, page_size=10)
    pages = []
    assert sync(house, progress=pages.append).done == {("people", "made"): 35}
    assert [size for size in pages if size] == [10, 10, 10, 5]


def test_a_search_that_is_cut_short_takes_nobody_for_gone(make_slapd, asking, sync):
    slapd = make_slapd(size=100, page=100, total=100)
    for number in range(8):
        slapd.person(f"person{number}")
    house = asking(slapd, page_size=5)
    sync(house)
    slapd.stop()
    slapd.limits |= {"total": 5}
    slapd.start()
    with pytest.raises(SearchCut, match="did not tell everything"):
        sync(house)
    assert not any(found.disabled for found in house.store.accounts.all("user"))


def test_a_directory_that_is_away_takes_nobody_for_gone(slapd, house, sync):
    slapd.person("ada")
    sync(house)
    slapd.stop()
    with pytest.raises(DirectoryAway):
        sync(house)
    assert not account(house, "ada").disabled


def test_many_who_are_gone_at_once_are_not_believed_to_be(slapd, asking, sync):
    house = asking(slapd, most_gone=50)
    for number in range(10):
        slapd.person(f"person{number}")
    sync(house)
    for number in range(6):
        slapd.remove(person(f"person{number}"))
    outcome = sync(house)
    assert outcome.problems[0].startswith("6 of 10 people are not in the directory any more")
    assert outcome.done == {}
    assert sync(house, force=True).done == {("people", "disabled"): 6}


def test_a_dry_run_tells_and_does_nothing(slapd, house, sync):
    slapd.person("ada")
    slapd.group("staff", person("ada"))
    assert sync(house, dry=True).done == {("groups", "made"): 1, ("people", "made"): 1}
    assert house.store.accounts.all() == []
    sync(house)
    slapd.remove(person("ada"))
    assert sync(house, dry=True).done[("people", "disabled")] == 1
    assert not account(house, "ada").disabled


def test_the_last_administrator_is_neither_disabled_nor_made_another(slapd, house, sync):
    slapd.person("ada")
    sync(house)
    describe_account(house, Actor(), "ada", role=Role.ADMIN)
    slapd.remove(person("ada"))
    assert sync(house).problems == ["ada is gone, and the last administrator: not disabled"]
    assert not account(house, "ada").disabled


def test_the_task_runs_when_it_is_due_and_early_when_somebody_new_signed_in(slapd, house, signed_in):
    (task,) = (task for task in house.task_table.entries if task.name == "ldap")
    slapd.person("ada")
    assert run_if_due(house, task)
    assert account(house, "ada") is not None
    slapd.person("grace")
    assert task.run(house) == "", "its time has not come"
    slapd.group("staff", person("grace"))
    assert signed_in(house, "grace", "Grace's secret") == 207
    assert task.run(house) == "1 groups made, 1 memberships added"


def test_a_task_that_found_the_directory_away_comes_again_soon(slapd, house):
    (task,) = (task for task in house.task_table.entries if task.name == "ldap")
    slapd.stop()
    with pytest.raises(DirectoryAway):
        task.run(house)
    due = house.store.engine.row("SELECT due FROM ldap_runs")[0] - now_ms()
    assert 60_000 < due <= 120_000


def test_what_identifies_an_entry_of_active_directory_is_sixteen_bytes():
    from a3dav_ldap.entries import Entry, identity_filter, identity_of

    entry = Entry("cn=x", {"objectguid": [bytes(range(16))]})
    assert identity_of(entry, "objectGUID") == "03020100-0504-0706-0809-0a0b0c0d0e0f"
    told = "".join(f"\\{number:02x}" for number in range(16))
    assert identity_filter("objectGUID", "03020100-0504-0706-0809-0a0b0c0d0e0f") == f"(objectGUID={told})"
    assert identity_of(Entry("cn=x", {"objectguid": [b"short"]}), "objectGUID") == ""
