"""GET, HEAD and PUT on files."""

import pytest

from a3dav.errors import BadRequest
from a3dav.principals import Identity
from a3dav.transfer import prepare_object, store_prepared

HOME = "/files/alice"


def test_a_file_comes_back_byte_for_byte(alice):
    body = bytes(range(256)) * 10
    created = alice.put(f"{HOME}/a.bin", body)
    got = alice.get(f"{HOME}/a.bin")
    assert (created.status, got.status, got.body) == (201, 200, body)
    assert created.headers["etag"] == got.headers["etag"]


def test_a_large_file_goes_through_the_blob_store(make_house):
    from a3dav.testing.people import add_person

    alice = add_person(make_house(storage__inline_body_limit=1000), "alice")
    body = b"x" * 5000
    assert alice.put(f"{HOME}/big", body).status == 201
    assert alice.get(f"{HOME}/big").body == body
    assert alice.get(f"{HOME}/big", range="bytes=10-12").body == b"xxx"


def test_the_etag_depends_on_the_bytes_alone(alice):
    first = alice.put(f"{HOME}/a", b"one").headers["etag"]
    second = alice.put(f"{HOME}/a", b"two").headers["etag"]
    assert second != first
    assert alice.put(f"{HOME}/a", b"one").headers["etag"] == first
    assert alice.put(f"{HOME}/b", b"one").headers["etag"] == first


def test_writing_the_same_bytes_again_is_no_change(alice):
    alice.put(f"{HOME}/a", b"one")
    before = alice.propfind(f"{HOME}/", "{http://calendarserver.org/ns/}getctag").body
    assert alice.put(f"{HOME}/a", b"one").status == 204
    assert alice.propfind(f"{HOME}/", "{http://calendarserver.org/ns/}getctag").body == before


@pytest.mark.rfc("9110", "13.1.1", "13.1.2")
def test_conditional_puts(alice):
    etag = alice.put(f"{HOME}/a", b"one", if_none_match="*").headers["etag"]
    assert alice.put(f"{HOME}/a", b"two", if_none_match="*").status == 412
    assert alice.put(f"{HOME}/a", b"two", if_match='"stale"').status == 412
    assert alice.put(f"{HOME}/b", b"two", if_match="*").status == 412
    assert alice.put(f"{HOME}/a", b"two", if_match=f'"stale", {etag}').status == 204


@pytest.mark.rfc("9110", "13.1.2", "13.1.3")
def test_an_unmodified_file_is_not_sent_again(alice):
    put = alice.put(f"{HOME}/a", b"one")
    assert alice.get(f"{HOME}/a", if_none_match=put.headers["etag"]).status == 304
    assert alice.get(f"{HOME}/a", if_modified_since=put.headers["last-modified"]).status == 304
    assert alice.get(f"{HOME}/a", if_none_match='"other"').status == 200


@pytest.mark.rfc("9110", "14.2", "13.1.5")
def test_ranges_and_if_range(alice):
    etag = alice.put(f"{HOME}/a", b"0123456789").headers["etag"]
    part = alice.get(f"{HOME}/a", range="bytes=2-4")
    assert (part.status, part.body, part.headers["content-range"]) == (206, b"234", "bytes 2-4/10")
    assert alice.get(f"{HOME}/a", range="bytes=2-4", if_range=etag).status == 206
    assert alice.get(f"{HOME}/a", range="bytes=2-4", if_range='"old"').status == 200
    assert alice.get(f"{HOME}/a", range="bytes=50-").status == 416


@pytest.mark.rfc("4918", "9.7.1")
def test_put_below_a_missing_collection_conflicts(alice):
    assert alice.put(f"{HOME}/none/a", b"x").status == 409


def test_put_to_a_collection_is_not_allowed(alice):
    answer = alice.put(f"{HOME}/", b"x")
    assert answer.status == 405
    assert "PROPFIND" in answer.headers["allow"]


@pytest.mark.rfc("9110", "14.5")
def test_put_with_a_content_range_is_refused(alice):
    assert alice.put(f"{HOME}/a", b"x", content_range="bytes 0-0/1").status == 400


def test_put_with_a_content_encoding_is_refused(alice):
    assert alice.put(f"{HOME}/a", b"x", content_encoding="gzip").status == 415


def test_a_given_modification_time_is_kept(alice):
    answer = alice.put(f"{HOME}/a", b"x", x_oc_mtime="1000000000")
    assert answer.headers["x-oc-mtime"] == "accepted"
    assert alice.get(f"{HOME}/a").headers["last-modified"] == "Sun, 09 Sep 2001 01:46:40 GMT"


@pytest.mark.rfc("4331", "6")
def test_the_quota_is_kept(person):
    carol = person("carol", quota=10)
    assert carol.put("/files/carol/a", b"12345").status == 201
    refused = carol.put("/files/carol/b", b"123456")
    assert (refused.status, refused.condition) == (507, "{DAV:}quota-not-exceeded")
    assert carol.put("/files/carol/a", b"1234567890").status == 204
    properties = carol.propfind("/files/carol/", "{DAV:}quota-used-bytes", "{DAV:}quota-available-bytes")
    member = properties.multistatus["/files/carol/"]
    assert (member.text("{DAV:}quota-used-bytes"), member.text("{DAV:}quota-available-bytes")) == ("10", "0")


def test_active_content_cannot_act_in_the_origin_of_the_server(alice):
    alice.put(f"{HOME}/a.html", b"<script>", content_type="text/html")
    headers = alice.get(f"{HOME}/a.html").headers
    assert headers["content-disposition"] == "attachment"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"].startswith("sandbox")


@pytest.mark.rfc("5995", "3.2")
def test_post_adds_a_member_under_a_new_name(alice):
    url = alice.propfind(f"{HOME}/", "{DAV:}add-member").multistatus[f"{HOME}/"].hrefs("{DAV:}add-member")[0]
    answer = alice.request("POST", url, b"new")
    assert answer.status == 201
    assert alice.get(answer.headers["location"]).body == b"new"


@pytest.mark.rfc("8144", "3")
def test_put_answers_with_the_representation_on_demand(alice):
    answer = alice.put(f"{HOME}/a", b"x", prefer="return=representation")
    assert (answer.status, answer.body) == (201, b"x")
    assert answer.headers["preference-applied"] == "return=representation"


def test_head_of_a_collection_is_answered(alice):
    assert alice.request("HEAD", f"{HOME}/").status == 200


def test_thunderbird_gets_an_object_although_it_accepts_xml_only(alice):
    alice.put(f"{HOME}/a", b"x")
    assert alice.get(f"{HOME}/a", accept="text/xml").status == 200


def test_a_name_that_an_importer_made_is_found_by_a_client(house, alice):
    folder = house.store.home("files", alice_id(house), "alice")
    decomposed = "u\u0308ber.txt"
    owner = Identity(house.store.accounts.by_name("alice"), "import")
    store_prepared(prepare_object(house, owner, folder, decomposed, "text/plain", b"x"))
    assert alice.get("/files/alice/%C3%BCber.txt").body == b"x"


def test_a_name_that_no_client_could_use_is_refused_of_importers_too(house, alice):
    folder = house.store.home("files", alice_id(house), "alice")
    owner = Identity(house.store.accounts.by_name("alice"), "import")
    with pytest.raises(BadRequest):
        prepare_object(house, owner, folder, "a/b", "text/plain", b"x")


def alice_id(house):
    return house.store.accounts.by_name("alice").id


def test_what_takes_no_members_takes_none_by_post(alice):
    assert alice.request("POST", "/calendars/alice/?add-member", b"x").status == 403
