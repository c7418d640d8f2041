"""Accounts over REST: one's own, those of others for staff, and the directory."""

import pytest

from a3dav.administration import add_account, add_app_password
from a3dav.principals import Role, Scope
from a3dav.storage.transaction import Actor
from a3dav.testing.api import ApiClient
from a3dav.testing.client import Client
from a3dav.testing.people import add_person

UNKNOWN = "0" * 32


@pytest.fixture
def id_of(house, alice, bob):
    def go(name):
        return house.store.accounts.by_name(name).id.hex()

    return go


@pytest.fixture
def admin(house):
    return ApiClient(add_person(house, "root", role=Role.ADMIN))


@pytest.fixture
def auditor(house):
    return ApiClient(add_person(house, "eve", role=Role.AUDITOR))


def names(answer):
    return [one["name"] for one in answer.json["items"]]


def audited(house):
    return [row[0] for row in house.store.engine.rows("SELECT action FROM audit ORDER BY position")]


def test_everybody_sees_their_own_account_with_its_quota(api, id_of):
    api.client.put("/files/alice/a.txt", b"12345")
    told = api("GET", f"/accounts/{id_of('alice')}").json
    assert told.items() >= {
        "name": "alice", "displayName": "Alice", "email": "alice@example.org", "role": "owner", "disabled": False,
        "href": "/principals/users/alice/", "quota": {"used": 5, "own": None, "limit": None},
    }.items()  # fmt: skip


def test_a_quota_of_ones_own_is_what_counts(house):
    carol = add_person(house, "carol", quota=1000)
    told = ApiClient(carol)("GET", f"/accounts/{house.store.accounts.by_name('carol').id.hex()}").json
    assert told["quota"] == {"used": 0, "own": 1000, "limit": 1000}


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "", None), ("PATCH", "", {"displayName": "x"}), ("PUT", "/password", {"password": "x"}),
        ("GET", "/app-passwords", None), ("POST", "/app-passwords", {"label": "x", "scope": "dav"}),
        ("DELETE", f"/app-passwords/{UNKNOWN}", None),
    ],
)  # fmt: skip
def test_the_account_of_somebody_else_is_answered_as_one_that_never_was(api, id_of, method, path, body):
    hidden = api(method, f"/accounts/{id_of('bob')}{path}", body)
    unknown = api(method, f"/accounts/{UNKNOWN}{path}", body)
    assert (hidden.status, hidden.body) == (unknown.status, unknown.body)
    assert hidden.status == 404


def test_staff_see_every_account(admin, auditor, id_of):
    for staff in (admin, auditor):
        assert staff("GET", f"/accounts/{id_of('bob')}").json["name"] == "bob"
        assert names(staff("GET", "/accounts")) == ["alice", "bob", "eve", "root"]


def test_others_list_no_accounts(api):
    assert api("GET", "/accounts").status == 403


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("role=admin", ["root"]), ("kind=group", ["team"]), ("text=ALI", ["alice"]), ("text=bob%40", ["bob"]),
        ("disabled=true", []), ("disabled=false&kind=user&role=owner", ["alice", "bob"]),
    ],
)  # fmt: skip
def test_accounts_are_found_by_what_they_are(house, admin, id_of, query, found):
    add_account(house, Actor(), "team", kind="group")
    assert names(admin("GET", f"/accounts?{query}")) == found


def test_pages_of_accounts_neither_overlap_nor_skip(admin, id_of):
    first = admin("GET", "/accounts?limit=2")
    second = admin("GET", f"/accounts?limit=2&cursor={first.json['next']}")
    assert names(first) + names(second) == ["alice", "bob", "root"]
    assert second.json["next"] is None


def test_the_directory_has_whom_one_sees(api, id_of):
    bob = {"id": id_of("bob"), "name": "bob", "displayName": "Bob", "email": "bob@example.org", "kind": "user"}
    assert api("GET", "/directory?text=bo").json == {"items": [bob], "next": None}


def test_the_directory_has_nobody_whom_one_does_not_see(make_house):
    house = make_house(principals__visible="nobody")
    add_person(house, "bob")
    assert names(ApiClient(add_person(house, "carol"))("GET", "/directory")) == ["carol"]


# -- changes ---------------------------------------------------------------------------------------


@pytest.mark.rfc("7396", "2")
@pytest.mark.parametrize("media_type", ["application/merge-patch+json", "application/json"])
def test_everybody_says_how_they_are_called(api, id_of, media_type):
    answer = api("PATCH", f"/accounts/{id_of('alice')}", {"displayName": "A. Liddell"}, content_type=media_type)
    assert (answer.status, answer.json["displayName"]) == (200, "A. Liddell")
    assert api("PATCH", f"/accounts/{id_of('alice')}", {"displayName": None}).json["displayName"] == "alice"


@pytest.mark.parametrize(
    "body", [{"email": "a@example.com"}, {"role": "admin"}, {"quota": {"own": 1}}, {"disabled": True}]
)
def test_nobody_gives_themselves_more(api, id_of, body):
    assert api("PATCH", f"/accounts/{id_of('alice')}", {"displayName": "x"} | body).status == 403
    assert api("GET", f"/accounts/{id_of('alice')}").json["displayName"] == "Alice"


def test_administrators_change_everything_at_once(admin, id_of, house):
    wanted = {"displayName": "B", "email": "b@example.com", "role": "auditor", "disabled": True}
    told = admin("PATCH", f"/accounts/{id_of('bob')}", wanted | {"quota": {"own": 7}}).json
    assert told.items() >= wanted.items()
    assert told["quota"]["own"] == 7
    assert audited(house)[-2:] == ["role-changed", "account-disabled"]
    assert admin("PATCH", f"/accounts/{id_of('bob')}", {"quota": {"own": None}}).json["quota"]["own"] is None


def test_auditors_change_nothing_of_others(auditor, id_of):
    assert auditor("PATCH", f"/accounts/{id_of('bob')}", {"displayName": "x"}).status == 403
    assert auditor("PUT", f"/accounts/{id_of('bob')}/password", {"password": "x"}).status == 403
    assert auditor("GET", f"/accounts/{id_of('bob')}/app-passwords").status == 200


def test_an_address_belongs_to_one_account(admin, id_of):
    answer = admin("PATCH", f"/accounts/{id_of('bob')}", {"email": "alice@example.org"})
    assert (answer.status, answer.json["type"]) == (409, "/problems/taken")


@pytest.mark.parametrize("body", [{"role": "owner"}, {"disabled": True}, {"displayName": "x", "role": "auditor"}])
def test_the_last_administrator_stays_one(admin, house, body):
    root = house.store.accounts.by_name("root").id.hex()
    answer = admin("PATCH", f"/accounts/{root}", body)
    assert (answer.status, answer.json["type"]) == (409, "/problems/last-administrator")
    assert admin("GET", f"/accounts/{root}").json["displayName"] == "root"


@pytest.mark.parametrize(
    ("body", "pointer"),
    [({}, ""), ({"email": "nobody"}, "/email"), ({"role": "god"}, "/role"), ({"quota": {"own": 0}}, "/quota/own"),
     ({"name": "x"}, "")],
)  # fmt: skip
def test_a_change_that_cannot_be_is_refused_with_its_place(admin, id_of, body, pointer):
    answer = admin("PATCH", f"/accounts/{id_of('bob')}", body)
    assert (answer.status, answer.json["errors"][0]["pointer"]) == (422, pointer)


# -- passwords -------------------------------------------------------------------------------------


def test_one_changes_ones_own_password_by_the_old_one(api, house, id_of):
    body = {"oldPassword": "alice's password", "password": "another"}
    assert api("PUT", f"/accounts/{id_of('alice')}/password", body).status == 204
    assert api("GET", "/session").status == 401
    assert Client(house, "alice", "another").get("/api/v1/session").status == 200


def test_who_does_not_know_the_old_password_changes_none_and_is_counted(api, house, id_of):
    answer = api("PUT", f"/accounts/{id_of('alice')}/password", {"oldPassword": "guess", "password": "another"})
    assert (answer.status, answer.json["type"]) == (403, "/problems/wrong-password")
    assert api("GET", "/session").status == 200
    assert house.gate.counters.all()["failed_logins"] == 1


def test_the_old_password_is_not_left_out(api, id_of):
    answer = api("PUT", f"/accounts/{id_of('alice')}/password", {"password": "another"})
    assert (answer.status, answer.json["errors"][0]["pointer"]) == (422, "/oldPassword")


def test_administrators_set_the_password_of_anybody(admin, house, id_of):
    assert admin("PUT", f"/accounts/{id_of('bob')}/password", {"password": "another"}).status == 204
    assert Client(house, "bob", "another").get("/api/v1/session").status == 200


def test_a_group_has_no_password(admin, house):
    group = add_account(house, Actor(), "team", kind="group").id.hex()
    assert admin("PUT", f"/accounts/{group}/password", {"password": "x"}).status == 422


def test_a_password_of_too_many_bytes_is_refused_with_its_place(admin, id_of):
    answer = admin("PUT", f"/accounts/{id_of('bob')}/password", {"password": "ä" * 1000})
    assert (answer.status, answer.json["errors"][0]["pointer"]) == (422, "/password")


def test_an_app_password_is_made_listed_and_revoked(api, house, id_of):
    place = f"/accounts/{id_of('alice')}/app-passwords"
    made = api("POST", place, {"label": "Phone", "scope": "dav", "days": 10})
    assert (made.status, made.headers["cache-control"]) == (201, "no-store")
    phone = Client(house, "alice", made.json.pop("secret"))
    assert phone.propfind("/calendars/alice/").status == 207
    (listed,) = api("GET", place).json["items"]
    assert listed.items() >= {"id": made.json["id"], "label": "Phone", "scope": "dav"}.items()
    assert listed["expires"] is not None
    assert api("DELETE", f"{place}/{made.json['id']}").status == 204
    assert phone.propfind("/calendars/alice/").status == 401
    assert api("DELETE", f"{place}/{made.json['id']}").status == 404


def test_an_app_password_for_ever_does_not_expire(api, id_of):
    made = api("POST", f"/accounts/{id_of('alice')}/app-passwords", {"label": "", "scope": "api", "days": None})
    assert made.json["expires"] is None


def test_pages_of_app_passwords_neither_overlap_nor_skip(api, house, id_of):
    for label in ("1", "2", "3"):
        add_app_password(house, Actor(), "alice", label=label, scope=Scope.DAV, days=0)
    place = f"/accounts/{id_of('alice')}/app-passwords?limit=2"
    first = api("GET", place).json
    second = api("GET", f"{place}&cursor={first['next']}").json
    assert [one["label"] for one in first["items"] + second["items"]] == ["1", "2", "3"]
    assert second["next"] is None


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/app-passwords", {"label": "x", "scope": "dav"}),
        ("PUT", "/password", {"oldPassword": "alice's password", "password": "x"}),
    ],
)
def test_an_app_password_gives_no_account_away(house, id_of, method, path, body):
    secret = add_app_password(house, Actor(), "alice", label="", scope=Scope.API, days=0)
    lent = ApiClient(Client(house, "alice", secret))
    assert lent(method, f"/accounts/{id_of('alice')}{path}", body).status == 403


def test_an_app_password_of_an_administrator_changes_no_role(house, admin, id_of):
    lent = ApiClient(Client(house, "root", add_app_password(house, Actor(), "root", label="", scope=Scope.API, days=0)))
    assert lent("PATCH", f"/accounts/{id_of('bob')}", {"role": "admin"}).status == 403
    assert lent("PATCH", f"/accounts/{id_of('bob')}", {"displayName": "x"}).status == 403
