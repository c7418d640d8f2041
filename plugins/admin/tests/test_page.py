"""The page to ask with: who gets it, and that nothing from elsewhere can act in it."""

import re

import pytest

FILES = ["/graphql", "/graphql/explorer.js", "/graphql/explorer.css"]


@pytest.mark.parametrize("path", FILES)
def test_administrators_and_auditors_get_the_page(root, auditor, path):
    assert [root.client.get(path).status, auditor.client.get(path).status] == [200, 200]


@pytest.mark.parametrize("path", FILES)
def test_others_do_not(alice, path):
    assert alice.get(path).status == 403


@pytest.mark.parametrize("path", FILES)
def test_who_did_not_sign_in_is_asked_to(root, path):
    root.client.authorization = ""
    assert root.client.get(path).status == 401


@pytest.mark.parametrize("path", FILES)
def test_nothing_but_its_own_files_can_act_in_the_page(root, path):
    policy = root.client.get(path).headers["content-security-policy"]
    assert "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'" in policy
    assert "unsafe" not in policy


def test_the_page_has_no_script_or_style_of_its_own_and_nothing_from_elsewhere(root):
    page = root.client.get("/graphql").text
    assert re.findall(r"<script[^>]*>[^<]+|<style| style=| on\w+=|https?://", page) == []
    assert re.findall(r"https?://|innerHTML|eval\(|document\.write", root.client.get("/graphql/explorer.js").text) == []


def test_the_page_is_found_below_a_slash_too(root):
    answer = root.client.get("/graphql/")
    assert (answer.status, answer.headers["location"]) == (308, "/graphql")


def test_other_files_are_not_served(root):
    assert root.client.get("/graphql/../plugin.py").status == 404


def test_the_page_can_be_switched_off(make_house, graph):
    from a3dav.principals import Role
    from a3dav.testing.people import add_person

    house = make_house(plugins__admin__explorer=False)
    assert add_person(house, "root", role=Role.ADMIN).get("/graphql").status == 404


def test_what_the_page_asks_for_is_answered(root):
    page, script = root.client.get("/graphql").text, root.client.get("/graphql/explorer.js").text
    (first,) = re.findall(r"<textarea id=\"query\"[^>]*>([^<]+)<", page)
    (schema,) = re.findall(r"const SCHEMA = `([^`]+)`", script)
    assert root.ask(first)["me"]["name"] == "root"
    assert {"Query", "Principal"} <= {entry["name"] for entry in root.ask(schema)["__schema"]["types"]}
