"""Names and passwords that the directory knows (RFC 4513)."""

from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor

import pytest

from a3dav.administration import add_account, add_app_password, set_disabled
from a3dav.principals import Role, Scope
from a3dav.storage.transaction import Actor
from a3dav.testing.client import Client
from a3dav.testing.people import add_person


def basic(name, password):
    return "Basic " + b64encode(f"{name}:{password}".encode()).decode()


PEOPLE = "ou=people,dc=example,dc=org"


@pytest.mark.rfc("4513", "5.1.3")
def test_a_person_of_the_directory_signs_in_and_has_a_home(slapd, house, signed_in):
    slapd.person("ada", "Ada Lovelace", mail="ada@example.org")
    assert signed_in(house, "ada", "Ada Lovelace's secret") == 207
    account = house.store.accounts.by_name("ada")
    assert (account.display_name, account.email, account.kind) == ("Ada Lovelace", "ada@example.org", "user")
    assert Client(house, "ada", "Ada Lovelace's secret").propfind("/calendars/ada/", "{DAV:}owner").status == 207


def test_a_wrong_password_is_refused_and_makes_no_account(slapd, house, signed_in):
    slapd.person("ada")
    assert signed_in(house, "ada", "Bob's secret") == 401
    assert house.store.accounts.by_name("ada") is None


def test_nobody_of_that_name_is_refused(slapd, house, signed_in):
    assert signed_in(house, "nobody", "whatever") == 401


@pytest.mark.rfc("4513", "5.1.2", "6.3.1")
def test_an_empty_password_never_reaches_the_directory(slapd, house, signed_in):
    slapd.person("ada")
    slapd.stop()
    assert signed_in(house, "ada", "") == 401  # 503 if it had been asked


@pytest.mark.rfc("4515", "3")
@pytest.mark.parametrize(
    "name", ["*", "a*", "*)(uid=*", "ada)(cn=*", "\\61da", "ad\\61", "(ada)", "ada\\00", "*)(|(uid=ada"]
)
def test_what_is_typed_is_never_a_part_of_the_filter(slapd, house, signed_in, name):
    slapd.person("ada")
    assert signed_in(house, name, "Ada's secret") == 401


@pytest.mark.parametrize("uid", ["o'hara", "a*b", "(paren)", "back\\slash", "zoë", "with space"])
def test_names_that_need_escaping_are_found_and_no_account_is_made_of_what_cannot_be_a_name(
    slapd, house, signed_in, uid
):
    slapd.person(uid, "Odd", dn=f"cn=Odd,{PEOPLE}")
    assert len(_directory(house).people_named(uid)) == 1
    assert signed_in(house, uid, "Odd's secret") == 401
    assert house.store.accounts.by_name(uid) is None


def test_who_is_there_twice_is_refused(slapd, asking, signed_in):
    house = asking(slapd, user_filter="(|(uid={name})(mail={name}))")
    slapd.person("ada", mail="shared@example.org")
    slapd.person("grace", mail="shared@example.org", userPassword="Ada's secret")
    assert signed_in(house, "shared@example.org", "Ada's secret") == 401
    assert signed_in(house, "ada", "Ada's secret") == 207


def test_one_signs_in_by_address_where_the_filter_says_so(slapd, asking, signed_in):
    house = asking(slapd, user_filter="(|(uid={name})(mail={name}))")
    slapd.person("ada", mail="ada@example.org")
    assert signed_in(house, "ada@example.org", "Ada's secret") == 207
    assert house.store.accounts.by_name("ada").email == "ada@example.org"


def test_who_is_no_person_by_the_filter_is_refused(slapd, asking, signed_in):
    house = asking(slapd, people_filter="(&(objectClass=inetOrgPerson)(employeeType=staff))")
    slapd.person("ada", employeeType="guest")
    assert signed_in(house, "ada", "Ada's secret") == 401


def test_a_verified_password_is_remembered_when_the_directory_is_away(slapd, house, signed_in):
    slapd.person("ada")
    assert signed_in(house, "ada", "Ada's secret") == 207
    slapd.stop()
    assert signed_in(house, "ada", "Ada's secret") == 207


def test_a_disabled_account_is_refused_at_once(slapd, house, signed_in):
    slapd.person("ada")
    assert signed_in(house, "ada", "Ada's secret") == 207
    set_disabled(house, Actor(), "ada", disabled=True)
    assert signed_in(house, "ada", "Ada's secret") == 401


def test_a_local_account_keeps_its_password_and_is_never_taken_over(slapd, house, signed_in):
    add_person(house, "ada", password="the local one")
    slapd.person("ada")
    assert signed_in(house, "ada", "Ada's secret") == 401
    assert signed_in(house, "ada", "the local one") == 207


def test_a_local_account_is_not_taken_over_by_who_has_its_name_and_signs_in_by_address(slapd, asking, signed_in):
    house = asking(slapd, user_filter="(mail={name})")
    add_person(house, "ada", password="the local one")
    slapd.person("ada", mail="other@example.org")
    assert signed_in(house, "other@example.org", "Ada's secret") == 401


def test_a_local_account_is_adopted_where_the_settings_say_so(slapd, asking, signed_in):
    house = asking(slapd, local_accounts="adopt")
    add_person(house, "ada", password="the local one")
    before = house.store.accounts.by_name("ada").id
    slapd.person("ada", "Ada Lovelace")
    assert signed_in(house, "ada", "Ada Lovelace's secret") == 207
    account = house.store.accounts.by_name("ada")
    assert (account.id, account.display_name) == (before, "Ada Lovelace")


def test_an_administrator_of_this_server_is_never_adopted(slapd, asking, signed_in):
    house = asking(slapd, local_accounts="adopt")
    add_person(house, "root", password="the local one", role=Role.ADMIN)
    slapd.person("root")
    assert signed_in(house, "root", "Root's secret") == 401
    assert signed_in(house, "root", "the local one") == 207


def test_a_name_that_is_the_address_of_somebody_else_is_refused(slapd, house, signed_in):
    add_person(house, "local", email="ada@example.org")
    slapd.person("ada@example.org", "Ada")
    assert signed_in(house, "ada@example.org", "Ada's secret") == 401
    slapd.person("grace@example.org", "Grace")
    assert signed_in(house, "grace@example.org", "Grace's secret") == 207


def test_nobody_is_given_an_account_where_none_are_made(slapd, asking, signed_in):
    house = asking(slapd, provision="false")
    slapd.person("ada")
    assert signed_in(house, "ada", "Ada's secret") == 401
    assert house.store.accounts.by_name("ada") is None


def test_app_passwords_of_people_of_the_directory_need_no_directory(slapd, house, signed_in):
    slapd.person("ada")
    signed_in(house, "ada", "Ada's secret")
    password = add_app_password(house, Actor(), "ada", label="phone", scope=Scope.DAV, days=0)
    slapd.stop()
    assert signed_in(house, "ada", password) == 207


def test_a_recycled_name_leads_to_an_account_of_its_own(slapd, house, signed_in):
    slapd.person("ada", "Ada")
    client = Client(house, "ada", "Ada's secret")
    assert client.request("MKCALENDAR", "/calendars/ada/private/").status == 201
    old = house.store.accounts.by_name("ada").id
    slapd.remove(f"uid=ada,{PEOPLE}")
    slapd.person("ada", "Another Ada")
    assert signed_in(house, "ada", "Another Ada's secret") == 207
    assert house.store.accounts.by_name("ada").id != old
    assert house.store.accounts.by_id(old).name.startswith("ada.")
    other = Client(house, "ada", "Another Ada's secret")
    assert other.propfind("/calendars/ada/private/", "{DAV:}owner").status == 404
    assert signed_in(house, "ada", "Ada's secret") == 401  # what was remembered counts no more


def test_a_renamed_person_keeps_the_account(slapd, house, signed_in):
    dn = slapd.person("ada")
    signed_in(house, "ada", "Ada's secret")
    before = house.store.accounts.by_name("ada").id
    slapd.rename(dn, "uid=countess")
    assert signed_in(house, "countess", "Ada's secret") == 207
    assert house.store.accounts.by_name("countess").id == before


def test_wrong_passwords_are_counted_like_others(slapd, asking, signed_in):
    house = asking(slapd, security__blocking__failed_logins=3, security__allow_clear_text="true")
    slapd.person("ada")
    statuses = [signed_in(house, "ada", f"guess {number}", peer="192.0.2.1") for number in range(5)]
    assert statuses[:3] == [401] * 3
    assert statuses[-1] == 429


def test_local_people_need_no_directory(slapd, house, signed_in):
    add_account(house, Actor(), "local", password="the local one")
    slapd.stop()
    assert signed_in(house, "local", "the local one") == 207
    assert signed_in(house, "local", "a wrong one") == 401


def _directory(house):
    from a3dav_ldap.directory import directory_of

    return directory_of(house)


def test_many_requests_of_one_client_ask_the_directory_once(slapd, house):
    slapd.person("ada")
    ada, root = Client(house, "ada", "Ada's secret"), add_person(house, "root", role=Role.ADMIN)
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: ada.propfind("/", "{DAV:}owner").status, range(24)))
    assert answers == [207] * 24
    assert ada.propfind("/", "{DAV:}owner", authorization=basic("ada", "wrong")).status == 401
    told = root.get("/metrics").text.splitlines()
    assert 'a3dav_ldap_sign_ins_total{outcome="ok"} 1.0' in told
    assert 'a3dav_ldap_sign_ins_total{outcome="refused"} 1.0' in told
