"""Folders and files over REST: the same that WebDAV serves."""

import pytest


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
