"""Files over REST replaced, moved and deleted, by one client or two."""

import threading

import pytest

from a3dav.testing.api import ApiClient
from a3dav.testing.people import add_person


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
