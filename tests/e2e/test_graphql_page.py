"""The page for administrators in a real browser, under the policy that the server sends with it."""

import json

import pytest

from a3dav.testing.tools import tool

from .browser import browsing


@pytest.fixture(scope="module")
def administrator(server):
    person = server.person()
    server.run("user", "set", person.name, "--role", "admin")
    return person


@pytest.fixture
def page(server, administrator, tmp_path):
    with browsing(tool("chromium"), tmp_path / "profile", administrator.name, administrator.password) as page:
        page.open(server.url + "graphql")
        page.wait_for("document.querySelectorAll('#types option').length")
        yield page


def answer(page):
    page.wait_for("/^\\d+, /.test(document.querySelector('#state').textContent)")
    return page.value("document.querySelector('#answer').textContent")


def test_an_operation_is_asked_answered_and_remembered(page, administrator):
    page.type("#query", "query ($n: String!) { me { name } principal(name: $n) { role } }")
    page.type("#variables", json.dumps({"n": administrator.name}))
    page.click("#run")
    assert f'name: "{administrator.name}"' in answer(page)
    assert 'role: "ADMIN"' in answer(page)
    assert page.value("[...document.querySelectorAll('#history option')].map((one) => one.value.slice(0, 5))") == [
        "", "query",
    ]  # fmt: skip
    assert page.complaints == []


def test_what_others_wrote_is_text_in_the_page(page, server):
    name = "<img src=x onerror=document.title='hacked'>"
    server.run("user", "add", "markup", "--kind", "room", "--display-name", name)
    page.type("#query", '{ principal(name: "markup") { displayName } }')
    page.click("#run")
    assert name in answer(page)
    assert page.value("[document.title, document.querySelectorAll('img').length]") == ["a3dav · GraphQL", 0]


def test_variables_that_are_no_json_are_told_before_anything_is_sent(page):
    page.type("#variables", "{")
    page.click("#run")
    assert page.wait_for("document.querySelector('#state').textContent").startswith("The variables are no JSON: ")


def test_the_schema_is_described_type_by_type(page):
    assert page.value("document.querySelector('#types').value") == "Query"
    page.value(
        "{const types = document.querySelector('#types'); types.value = 'Principal';"
        " types.dispatchEvent(new Event('change'))}"
    )
    assert "name: String!" in page.value("[...document.querySelectorAll('#fields dt')].map((one) => one.textContent)")


def test_an_error_of_an_operation_is_shown(page):
    page.type("#query", "{ nothing }")
    page.click("#run")
    assert "Cannot query field 'nothing'" in answer(page)
