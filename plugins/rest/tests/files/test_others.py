"""Files of others over REST, and uploads that are sent again."""

import pytest

UNKNOWN = "0" * 32


def names(answer):
    return [one["name"] for one in answer.json["items"]]


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
