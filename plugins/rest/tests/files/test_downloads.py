"""Downloads over REST: ranges, versions, and what a browser must not do with them."""

import pytest


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
