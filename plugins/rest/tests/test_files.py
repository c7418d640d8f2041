"""Folders and files over REST: the same that WebDAV serves."""

import threading

import pytest

from a3dav.testing.api import ApiClient
from a3dav.testing.people import add_person

UNKNOWN = "0" * 32


@pytest.fixture
def upload(api):
    def go(name="a.txt", body=b"Hello, Bob!", where="", **headers):
        made = api("POST", f"/files/content?name={name}{where}", body, **{"content_type": "text/plain"} | headers)
        assert made.status == 201, made.text
        return made.json

    return go


@pytest.fixture
def folder(api):
    return api("POST", "/files", {"name": "Letters"}).json


def names(answer):
    return [one["name"] for one in answer.json["items"]]


def test_a_new_file_is_what_webdav_serves(api):
    made = api("POST", "/files/content?name=to%20bob.txt", b"Hello, Bob!", content_type="text/plain")
    assert made.status == 201
    assert made.json["href"] == "/files/alice/to%20bob.txt"
    found = api.client.get(made.json["href"])
    assert (found.body, found.headers["content-type"], found.headers["etag"]) == (
        b"Hello, Bob!", "text/plain", made.json["etag"],
    )  # fmt: skip
    assert made.headers["etag"] == made.json["etag"]
    assert api("GET", made.headers["location"].removeprefix("/api/v1")).json == made.json


def test_what_is_told_of_a_file(api, upload):
    told = upload(body=b"12345")
    assert told.items() >= {
        "kind": "file", "name": "a.txt", "mediaType": "text/plain", "size": 5, "mine": True,
        "rights": ["read", "add", "change", "remove", "configure", "share"],
    }.items()  # fmt: skip
    assert told["owner"]["name"] == "alice"
    assert told["folder"] == api("GET", "/files/root").json["id"]


def test_the_folder_that_holds_all_others_has_no_name_and_stays(api):
    root = api("GET", "/files/root").json
    assert (root["name"], root["folder"], root["href"]) == ("", None, "/files/alice/")
    assert api("DELETE", f"/files/{root['id']}").status == 403
    assert api("PATCH", f"/files/{root['id']}", {"name": "mine"}).status == 403


def test_a_media_type_is_guessed_where_none_is_sent(api):
    assert api("POST", "/files/content?name=a.png", b"x").json["mediaType"] == "image/png"


def test_json_is_stored_as_any_other_bytes(api):
    made = api("POST", "/files/content?name=a.json", b"{", content_type="application/json").json
    assert api("GET", f"/files/{made['id']}/content").body == b"{"


def test_an_empty_file_is_one(api):
    made = api("POST", "/files/content?name=empty", b"", content_type="text/plain")
    assert (made.status, made.json["size"]) == (201, 0)


def test_a_large_body_goes_to_a_file_and_comes_back(api, house):
    large = bytes(house.settings.storage.inline_body_limit + 1)
    made = api("POST", "/files/content?name=large", large, content_type="application/x-zero").json
    assert made["size"] == len(large)
    assert api("GET", f"/files/{made['id']}/content").body == large


def test_what_is_uploaded_overwrites_nothing(api, upload):
    upload()
    answer = api("POST", "/files/content?name=a.txt", b"other", content_type="text/plain", if_match="*")
    assert (answer.status, answer.json["type"]) == (409, "/problems/name-taken")
    assert api.client.get("/files/alice/a.txt").body == b"Hello, Bob!"


@pytest.mark.parametrize("name", ["..", "a%2Fb", "%00", "%E2%80%AE", "x" * 256])
def test_a_name_that_cannot_be_is_refused(api, name):
    answer = api("POST", f"/files/content?name={name}", b"x")
    assert (answer.status, answer.json["errors"][0]["pointer"]) == (400, "/query/name")


def test_a_name_that_no_schema_refuses_is_refused_with_its_place(api, folder):
    for method, path in [("POST", "/files"), ("PATCH", f"/files/{folder['id']}")]:
        answer = api(method, path, {"name": ".."})
        assert (answer.status, answer.json["errors"][0]["pointer"]) == (422, "/name")


def test_folders_hold_folders_and_files(api, folder, upload):
    inner = api("POST", "/files", {"name": "2026", "folder": folder["id"]}).json
    assert inner["href"] == "/files/alice/Letters/2026/"
    upload(where=f"&folder={inner['id']}")
    assert names(api("GET", f"/files?folder={inner['id']}")) == ["a.txt"]
    assert names(api("GET", "/files")) == ["Letters"]
    assert names(api("GET", f"/files?folder={folder['id']}")) == ["2026"]


def test_a_folder_is_told_without_what_files_have(folder):
    assert (folder["kind"], folder["size"], folder["mediaType"], folder["etag"]) == ("folder", None, None, None)


def test_a_folder_takes_no_name_that_is_taken(api, folder):
    answer = api("POST", "/files", {"name": "Letters"})
    assert (answer.status, answer.json["type"]) == (409, "/problems/name-taken")


def test_pages_neither_overlap_nor_skip(api, upload):
    for number in range(5):
        upload(f"{number}.txt")
    first = api("GET", "/files?limit=2")
    second = api("GET", f"/files?limit=2&cursor={first.json['next']}")
    third = api("GET", f"/files?limit=2&cursor={second.json['next']}")
    assert names(first) + names(second) + names(third) == [f"{number}.txt" for number in range(5)]
    assert third.json["next"] is None


def test_a_list_takes_few_statements_however_long_it_is(api, upload, statements):
    upload("first")
    upload("second")
    few = statements(lambda: api("GET", "/files"))
    for number in range(20):
        upload(str(number))
    assert len(statements(lambda: api("GET", "/files"))) <= len(few)


def test_a_cursor_is_for_the_folder_it_was_given_for(api, upload, folder):
    upload()
    cursor = api("GET", "/files?limit=1").json["next"]
    answer = api("GET", f"/files?folder={folder['id']}&limit=1&cursor={cursor}")
    assert (answer.status, answer.json["type"]) == (400, "/problems/invalid-cursor")


def test_names_are_searched_without_regard_to_case_in_whatever_folder(api, folder, upload):
    upload("%C3%84rger.txt", where=f"&folder={folder['id']}")
    upload("other.txt")
    found = api("GET", "/files?text=%C3%A4RGER")
    assert [one["href"] for one in found.json["items"]] == ["/files/alice/Letters/%C3%84rger.txt"]


def test_a_search_goes_on_behind_its_cursor(api, upload):
    for number in range(3):
        upload(f"letter-{number}")
    first = api("GET", "/files?text=letter&limit=2")
    second = api("GET", f"/files?text=letter&limit=2&cursor={first.json['next']}")
    assert names(first) + names(second) == ["letter-0", "letter-1", "letter-2"]


def test_a_search_finds_nothing_of_others(api, upload, others):
    upload("secret.txt")
    assert names(others("GET", "/files?text=secret")) == []


# -- downloads -------------------------------------------------------------------------------------


@pytest.mark.rfc("9110", "14.2", "15.3.7")
def test_a_range_is_a_part_of_the_file(api, upload):
    part = api("GET", f"/files/{upload()['id']}/content", range="bytes=7-9")
    assert (part.status, part.body, part.headers["content-range"]) == (206, b"Bob", "bytes 7-9/11")


@pytest.mark.rfc("9110", "15.5.17")
def test_a_range_behind_the_end_cannot_be_satisfied(api, upload):
    answer = api("GET", f"/files/{upload()['id']}/content", range="bytes=99-")
    assert (answer.status, answer.json["type"]) == (416, "/problems/range-not-satisfiable")


@pytest.mark.rfc("9110", "13.1.5")
def test_a_range_of_another_version_is_the_whole(api, upload):
    answer = api("GET", f"/files/{upload()['id']}/content", range="bytes=0-1", if_range='"other"')
    assert (answer.status, answer.body) == (200, b"Hello, Bob!")


@pytest.mark.rfc("9110", "13.1.2", "15.4.5")
def test_who_has_the_version_already_gets_none(api, upload):
    told = upload()
    assert api("GET", f"/files/{told['id']}/content", if_none_match=told["etag"]).status == 304


@pytest.mark.rfc("9110", "13.1.1")
def test_a_download_can_insist_on_a_version(api, upload):
    assert api("GET", f"/files/{upload()['id']}/content", if_match='"other"').status == 412


def test_every_form_is_welcome_of_a_download(api, upload):
    assert api("GET", f"/files/{upload()['id']}/content", accept="image/png").status == 200


def test_what_was_uploaded_does_not_act_in_the_origin_of_the_server(api, upload):
    told = upload("a.html", b"<script>", content_type="text/html")
    headers = api("GET", f"/files/{told['id']}/content").headers
    assert headers["content-disposition"] == "attachment"
    assert headers["content-security-policy"] == "sandbox; default-src 'none'"


def test_a_folder_has_no_content(api, folder):
    assert api("GET", f"/files/{folder['id']}/content").status == 404
    assert api("PUT", f"/files/{folder['id']}/content", b"x", if_match="*").status == 404


# -- changes ---------------------------------------------------------------------------------------


def test_a_file_is_replaced_by_who_names_its_version(api, upload):
    told = upload()
    answer = api("PUT", f"/files/{told['id']}/content", b"new", content_type="text/html", if_match=told["etag"])
    assert answer.status == 200
    assert (answer.json["id"], answer.json["size"], answer.json["mediaType"]) == (told["id"], 3, "text/html")
    assert answer.headers["etag"] == answer.json["etag"] != told["etag"]


@pytest.mark.rfc("9110", "13.1.1")
def test_a_file_is_not_replaced_by_who_names_another_version(api, upload):
    answer = api("PUT", f"/files/{upload()['id']}/content", b"new", if_match='"other"')
    assert (answer.status, answer.json["type"]) == (412, "/problems/precondition-failed")


@pytest.mark.rfc("6585", "3")
def test_who_replaces_a_file_says_which_version(api, upload):
    answer = api("PUT", f"/files/{upload()['id']}/content", b"new")
    assert (answer.status, answer.json["type"]) == (428, "/problems/precondition-required")


def test_of_two_that_replace_one_version_one_wins(api, upload):
    told, statuses, start = upload(), [], threading.Barrier(2)

    def replace(body):
        start.wait()
        answer = api.client.request("PUT", f"/api/v1/files/{told['id']}/content", body, if_match=told["etag"])
        statuses.append(answer.status)

    both = [threading.Thread(target=replace, args=(body,)) for body in (b"one", b"other")]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert sorted(statuses) == [200, 412]


def test_of_two_that_upload_one_name_one_wins(api):
    statuses, start = [], threading.Barrier(2)

    def upload(body):
        start.wait()
        statuses.append(api.client.request("POST", "/api/v1/files/content?name=a", body).status)

    both = [threading.Thread(target=upload, args=(body,)) for body in (b"one", b"other")]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert sorted(statuses) == [201, 409]


@pytest.mark.rfc("7396", "2")
@pytest.mark.parametrize("media_type", ["application/merge-patch+json", "application/json"])
def test_a_file_is_renamed_and_moved_and_stays_the_same(api, upload, folder, media_type):
    told = upload()
    answer = api("PATCH", f"/files/{told['id']}", {"name": "b.txt", "folder": folder["id"]}, content_type=media_type)
    assert answer.status == 200
    assert (answer.json["id"], answer.json["etag"]) == (told["id"], told["etag"])
    assert (answer.json["href"], answer.json["folder"]) == ("/files/alice/Letters/b.txt", folder["id"])
    assert api.client.get("/files/alice/Letters/b.txt").body == b"Hello, Bob!"


def test_a_move_to_where_it_is_changes_nothing(api, upload):
    told = upload()
    assert api("PATCH", f"/files/{told['id']}", {"name": "a.txt"}).json == told


def test_a_move_overwrites_nothing(api, upload):
    upload("other.txt", b"other")
    answer = api("PATCH", f"/files/{upload()['id']}", {"name": "other.txt"}, overwrite="T")
    assert (answer.status, answer.json["type"]) == (409, "/problems/name-taken")
    assert api.client.get("/files/alice/other.txt").body == b"other"


@pytest.mark.rfc("9110", "13.1.1")
@pytest.mark.parametrize(("method", "body"), [("PATCH", {"name": "b.txt"}), ("DELETE", None)])
def test_a_change_can_insist_on_a_version(api, upload, method, body):
    told = upload()
    assert api(method, f"/files/{told['id']}", body, if_match='"other"').status == 412
    assert api(method, f"/files/{told['id']}", body, if_match=told["etag"]).status in {200, 204}


def test_a_folder_does_not_go_into_itself(api, folder):
    inner = api("POST", "/files", {"name": "2026", "folder": folder["id"]}).json
    assert api("PATCH", f"/files/{folder['id']}", {"folder": inner["id"]}).status == 403


def test_a_file_is_no_folder(api, upload):
    told = upload()
    assert api("PATCH", f"/files/{told['id']}", {"folder": told["id"]}).status == 404
    assert api("GET", f"/files?folder={told['id']}").status == 404
    assert api("POST", f"/files/content?name=b&folder={told['id']}", b"x").status == 404


@pytest.mark.parametrize(
    ("body", "pointer"),
    [({}, ""), ({"name": ""}, "/name"), ({"name": "a/b"}, "/name"), ({"folder": "x"}, "/folder"), ({"size": 1}, "")],
)
def test_a_change_that_cannot_be_is_refused_with_its_place(api, upload, body, pointer):
    answer = api("PATCH", f"/files/{upload()['id']}", body)
    assert (answer.status, answer.json["errors"][0]["pointer"]) == (422, pointer)


def test_a_folder_goes_with_all_that_is_in_it(api, folder, upload):
    inside = upload(where=f"&folder={folder['id']}")
    assert api("DELETE", f"/files/{folder['id']}").status == 204
    assert api("GET", f"/files/{inside['id']}").status == 404


@pytest.mark.rfc("4918", "7")
def test_what_is_locked_is_not_changed(api, upload):
    told = upload()
    lock = '<lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>'
    assert api.client.request("LOCK", told["href"], lock).status == 200
    for method, path, body in [("PUT", "/content", b"x"), ("PATCH", "", {"name": "b"}), ("DELETE", "", None)]:
        answer = api(method, f"/files/{told['id']}{path}", body, if_match="*")
        assert (answer.status, answer.json["type"]) == (423, "/problems/locked")


@pytest.mark.rfc("4331", "6")
def test_what_there_is_no_room_for_is_refused_on_the_head(house):
    carol = add_person(house, "carol", quota=10)
    answer = ApiClient(carol)("POST", "/files/content?name=a", b"x" * 11)
    assert (answer.status, answer.json["condition"]) == (507, "{DAV:}quota-not-exceeded")


def test_what_is_too_large_is_refused(make_house):
    api = ApiClient(add_person(make_house(limits__max_file_size=10), "carol"))
    answer = api("POST", "/files/content?name=a", b"x" * 11)
    assert (answer.status, answer.json["type"]) == (413, "/problems/content-too-large")


# -- others ----------------------------------------------------------------------------------------

CALLS = [
    ("GET", "", None), ("PATCH", "", {"name": "b"}), ("DELETE", "", None), ("GET", "/content", None),
    ("PUT", "/content", b"x"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "path", "body"), CALLS)
def test_what_is_not_for_a_stranger_is_answered_as_what_never_was(others, upload, method, path, body):
    hidden = others(method, f"/files/{upload()['id']}{path}", body, if_match="*")
    unknown = others(method, f"/files/{UNKNOWN}{path}", body, if_match="*")
    assert hidden.status == unknown.status == 404
    assert hidden.body == unknown.body


def test_a_folder_of_somebody_else_is_answered_as_one_that_never_was(others, folder, api):
    mine = others("POST", "/files", {"name": "b"}).json
    for identifier in (folder["id"], api("GET", "/files/root").json["id"]):
        for method, path, body in [
            ("GET", f"/files?folder={identifier}", None),
            ("POST", "/files", {"name": "a", "folder": identifier}),
            ("POST", f"/files/content?name=a&folder={identifier}", b"x"),
            ("PATCH", f"/files/{mine['id']}", {"folder": identifier}),
        ]:
            hidden = others(method, path, body)
            unknown = others(
                method, path.replace(identifier, UNKNOWN),
                {**body, "folder": UNKNOWN} if isinstance(body, dict) else body,
            )  # fmt: skip
            assert (hidden.status, hidden.body) == (unknown.status, unknown.body)
            assert hidden.status == 404


def test_a_calendar_is_no_folder(api, house):
    account = house.store.accounts.by_name("alice")
    home = house.store.home("calendars", account.id, "alice")
    assert api("GET", f"/files/{home.id.hex()}").status == 404


def test_what_others_may_read_they_read_and_do_not_change(api, others, folder, upload):
    told = upload(where=f"&folder={folder['id']}")
    acl = (
        '<acl xmlns="DAV:"><ace><principal><href>/principals/users/bob/</href></principal>'
        "<grant><privilege><read/></privilege></grant></ace></acl>"
    )
    assert api.client.request("ACL", folder["href"], acl).status == 200
    seen = others("GET", f"/files/{told['id']}")
    assert (seen.json["mine"], seen.json["rights"], seen.json["owner"]["name"]) == (False, ["read"], "alice")
    assert names(others("GET", f"/files?folder={folder['id']}")) == ["a.txt"]
    assert others("GET", f"/files/{told['id']}/content").body == b"Hello, Bob!"
    for method, path, body in CALLS[1:3] + CALLS[4:]:
        assert others(method, f"/files/{told['id']}{path}", body, if_match="*").status == 403
    assert others("POST", f"/files/content?name=b&folder={folder['id']}", b"x").status == 403
    assert others("POST", "/files", {"name": "b", "folder": folder["id"]}).status == 403


def test_what_is_mounted_stands_among_ones_own_and_is_taken_out(api, others, folder, upload, house):
    from a3dav.storage.mounts import mount
    from a3dav.storage.transaction import Actor

    told = upload(where=f"&folder={folder['id']}")
    acl = (
        '<acl xmlns="DAV:"><ace><principal><href>/principals/users/bob/</href></principal>'
        "<grant><privilege><read/></privilege></grant></ace></acl>"
    )
    api.client.request("ACL", folder["href"], acl)
    root = others("GET", "/files/root").json
    bob = house.store.accounts.by_name("bob")
    home, shared = house.store.home("files", bob.id, "bob"), house.resolve(("files", "alice", "Letters"))
    house.transact(Actor(), lambda tx: mount(tx, home, "from-alice", shared))
    others("POST", "/files", {"name": "own"})
    assert names(others("GET", "/files")) == ["own", "from-alice"]
    first = others("GET", "/files?limit=1")
    assert names(others("GET", f"/files?limit=1&cursor={first.json['next']}")) == ["from-alice"]
    seen = others("GET", f"/files/{folder['id']}").json
    assert (seen["name"], seen["folder"], seen["mine"]) == ("from-alice", root["id"], False)
    assert others("GET", f"/files/{told['id']}").json["href"] == "/files/bob/from-alice/a.txt"
    assert others("PATCH", f"/files/{folder['id']}", {"name": "alices"}).json["href"] == "/files/bob/alices/"
    assert others("DELETE", f"/files/{folder['id']}").status == 204
    assert api("GET", f"/files/{told['id']}").status == 200


def test_an_upload_that_is_sent_again_is_answered_again(api):
    first, again = (
        api("POST", "/files/content?name=a", b"x", content_type="text/plain", idempotency_key="one") for _ in range(2)
    )
    assert (again.status, again.json) == (201, first.json)
    assert again.headers["idempotent-replayed"] == "true"


def test_an_upload_of_other_bytes_is_not_the_same(api, house):
    large = bytes(house.settings.storage.inline_body_limit + 1)
    api("POST", "/files/content?name=a", large, idempotency_key="one")
    answer = api("POST", "/files/content?name=a", large[:-1] + b"x", idempotency_key="one")
    assert (answer.status, answer.json["type"]) == (422, "/problems/idempotency-key-reused")


def test_a_key_takes_no_name_that_is_taken(api, upload):
    upload()
    answer = api("POST", "/files/content?name=a.txt", b"x", idempotency_key="one")
    assert (answer.status, answer.json["type"]) == (409, "/problems/name-taken")


def test_a_crash_behind_the_commit_leads_to_no_second_upload(api, house):
    from a3dav.identifiers import now_ms
    from a3dav_rest import keys

    api("POST", "/files/content?name=a", b"x", idempotency_key="one")
    sql = f"UPDATE rest_keys SET state = {keys.DONE}, answer = NULL, began = {now_ms()}"
    house.store.engine.submit(lambda: house.store.engine.execute(sql, ())).result()
    answer = api("POST", "/files/content?name=a", b"x", idempotency_key="one")
    assert (answer.status, answer.json["type"]) == (409, "/problems/answer-lost")


def test_the_key_is_noted_in_the_transaction_of_the_upload(api, house):
    api("POST", "/files/content?name=a", b"x", idempotency_key="one")
    (row,) = house.store.engine.rows("SELECT resource_id FROM rest_keys", ())
    assert bytes(row[0]).hex() == api("GET", "/files").json["items"][0]["id"]


def test_what_is_mounted_and_may_not_be_read_is_not_listed(api, others, folder, house):
    from a3dav.storage.mounts import mount
    from a3dav.storage.transaction import Actor

    bob = house.store.accounts.by_name("bob")
    home, closed = house.store.home("files", bob.id, "bob"), house.resolve(("files", "alice", "Letters"))
    house.transact(Actor(), lambda tx: mount(tx, home, "from-alice", closed))
    assert names(others("GET", "/files")) == []


def test_headers_of_webdav_say_nothing_here(api, folder, upload):
    told = upload()
    headers = {"prefer": "return=representation", "x_oc_mtime": "1"}
    answer = api("PUT", f"/files/{told['id']}/content", b"x", if_match='"other"', **headers)
    assert (answer.status, answer.headers["content-type"]) == (412, "application/problem+json")
    answer = api("PUT", f"/files/{told['id']}/content", b"x", if_match="*", **headers)
    assert answer.json["modified"] >= told["modified"]
    assert api("DELETE", f"/files/{folder['id']}", depth="0").status == 204
