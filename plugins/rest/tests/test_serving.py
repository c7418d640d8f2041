"""What the API answers whatever the operation is: forms, methods, parameters, problems."""

import pytest

from a3dav.testing.api import ApiClient
from a3dav.testing.people import add_person


def test_the_session_tells_who_is_signed_in(api):
    answer = api("GET", "/session")
    assert answer.status == 200
    assert answer.json["account"]["name"] == "alice"
    assert answer.json["account"]["email"] == "alice@example.org"
    whole = {"id": None, "method": "password", "scope": "full", "scopes": None, "expires": None}
    assert answer.json["credential"] == whole


def test_the_session_tells_what_the_server_takes(make_house):
    house = make_house(limits__max_resource_size=5000, limits__max_import_size=9000, limits__max_file_size=7000)
    api = ApiClient(add_person(house, "alice"))
    assert api("GET", "/session").json["limits"] == {"objectSize": 5000, "fileSize": 7000, "importSize": 9000}


@pytest.mark.parametrize("path", ["/openapi.json", "/openapi-3.1.json"])
def test_the_document_is_served_with_an_entity_tag(api, path):
    first = api("GET", path)
    assert first.status == 200
    assert api("GET", path, if_none_match=first.headers["etag"]).status == 304


@pytest.mark.rfc("9457", "3.1", "3.1.1", "3.1.2", "3.1.3", "3.1.4")
def test_a_path_that_is_not_there_is_a_problem(api):
    answer = api("GET", "/nothing")
    assert answer.status == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json == {
        "type": "/problems/not-found", "title": "Not Found", "status": 404, "detail": "nothing is here",
    }  # fmt: skip


@pytest.mark.parametrize("path", ["/%FF", "/session/", "//session", "/session/more", "/", ""])
def test_other_spellings_of_a_path_lead_to_nothing_or_to_the_same(api, path):
    assert api.client.get(f"/api/v1{path}").status in {200, 400, 404}


@pytest.mark.rfc("9110", "15.5.6", "10.2.1")
def test_a_method_that_is_not_there_is_answered_with_those_that_are(api):
    answer = api("DELETE", "/session")
    assert answer.status == 405
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.rfc("9110", "9.3.7")
def test_options_tells_the_methods(api):
    answer = api("OPTIONS", "/session")
    assert (answer.status, answer.headers["allow"]) == (204, "GET, HEAD, OPTIONS")


@pytest.mark.rfc("9110", "9.3.2")
def test_head_is_answered_where_get_is(api):
    assert api("HEAD", "/session").status == 200


@pytest.mark.rfc("9110", "15.5.7")
def test_a_form_that_is_not_there_is_not_acceptable(api):
    answer = api.client.get("/api/v1/session", accept="text/html")
    assert answer.status == 406
    assert answer.json["type"] == "/problems/not-acceptable"


def test_a_parameter_that_is_not_known_is_refused_with_its_place(api):
    answer = api.client.get("/api/v1/session?colour=red")
    assert answer.status == 400
    assert answer.json["type"] == "/problems/invalid-parameters"
    assert answer.json["errors"] == [{"pointer": "/query/colour", "detail": "is not known here"}]


def test_a_body_where_none_is_taken_is_refused(api):
    assert api.client.request("GET", "/api/v1/session", b"{}").status == 400


@pytest.mark.rfc("9110", "15.5.2", "11.6.1")
def test_who_does_not_sign_in_is_told_so_as_a_problem(api):
    api.client.authorization = ""
    answer = api("GET", "/session")
    assert answer.status == 401
    assert answer.json["type"] == "/problems/unauthorized"
    assert "www-authenticate" in answer.headers


def test_pages_of_other_sites_change_nothing(api):
    assert api.client.request("DELETE", "/api/v1/session", sec_fetch_site="cross-site").status == 403


def test_what_is_not_in_the_document_is_not_served(api):
    for path in api.document["paths"]:
        for method in ("GET", "PUT", "POST", "DELETE", "PATCH", "QUERY", "PROPFIND", "TRACE"):
            if api.operation(method, path) is None:
                assert api.client.request(method, f"/api/v1{path}").status == 405


def test_without_the_plugin_there_is_no_api(make_house):
    from a3dav.testing.people import add_person

    house = make_house(plugins__disabled="rest")
    assert add_person(house, "carol").get("/api/v1/session").status == 404


def test_the_client_of_the_tests_refuses_what_the_document_does_not_know(api):
    broken = ApiClient(api.client)
    del broken.document["paths"]["/session"]["get"]["responses"]["200"]
    with pytest.raises(AssertionError, match="answers 200"):
        broken("GET", "/session")
