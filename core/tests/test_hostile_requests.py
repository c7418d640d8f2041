"""Requests that nobody means well with; `tests/hostile` sends many more of them to a running server."""

import pytest

from a3dav.errors import BadRequest
from a3dav.reports import expand_property
from a3dav.testing.locks import LOCKINFO
from a3dav.xml.reading import read_xml
from a3dav.xml.writing import Prefixes

HOME = "/files/alice"
COMPOSED, DECOMPOSED = "caf%C3%A9", "cafe%CC%81"
ATTRIBUTE, NAMESPACE, WITH_ATTRIBUTE = "b{}=''", "xmlns:b{}='u:'", "<b c=''/>"
LONG = f"<b xmlns='u:{'x' * 9_000}'/>"
EXPAND = '<expand-property xmlns="DAV:">{}</expand-property>'


def propfind_of(names):
    return f'<propfind xmlns="DAV:"><prop>{names}</prop></propfind>'


@pytest.mark.rfc("9112", "3.2")
@pytest.mark.parametrize("host", ["a b", "a/b", "<a>", "user@a", "a:999999", "a:b", "[::1", "a\\b", "a,b"])
def test_a_host_that_is_none_is_refused(alice, host):
    assert alice.get("/", host=host).status == 400


@pytest.mark.parametrize(
    "host", ["a", "a:8008", "A.example.", "127.0.0.1:1", "[::1]", "[::1]:8008", "my_host", "xn--a"]
)
def test_hosts_by_name_and_address_are_accepted(alice, host):
    assert alice.get("/", host=host).status == 200


@pytest.mark.rfc("9112", "3.2")
@pytest.mark.parametrize(
    ("method", "target", "status"),
    [("GET", "*", 400), ("GET", "", 400), ("GET", "a:443", 400), ("OPTIONS", "*", 200), ("CONNECT", "a:443", 501)],
)
def test_forms_of_targets_that_are_not_for_the_method_are_refused(alice, method, target, status):
    assert alice.request(method, target).status == status


@pytest.mark.rfc("9110", "15.5.16")
@pytest.mark.parametrize("method", ["PUT", "PROPFIND", "REPORT", "POST", "MKCOL", "LOCK"])
def test_a_coded_body_is_refused_with_what_is_understood(alice, method):
    answer = alice.request(method, f"{HOME}/new", b"\x1f\x8b", content_encoding="gzip")
    assert (answer.status, answer.headers["accept-encoding"]) == (415, "identity")


def test_a_name_leads_to_one_member_composed_or_not(alice):
    assert alice.put(f"{HOME}/{DECOMPOSED}", b"one").status == 201
    assert alice.put(f"{HOME}/{COMPOSED}", b"two").status == 204
    assert alice.get(f"{HOME}/{DECOMPOSED}").body == b"two"
    assert list(alice.propfind(f"{HOME}/", "{DAV:}getetag", depth="1").multistatus) == [f"{HOME}/", f"{HOME}/caf\u00e9"]


def test_a_folder_moved_to_a_decomposed_name_is_found_by_both(alice):
    alice.request("MKCOL", f"{HOME}/a")
    assert alice.request("MOVE", f"{HOME}/a", destination=f"{HOME}/{DECOMPOSED}").status == 201
    assert alice.request("MKCOL", f"{HOME}/{COMPOSED}").status == 405


@pytest.mark.parametrize("name", ["%E2%80%AE", "%E2%80%AD", "%E2%80%A8", "%E2%80%A9", "%EF%BF%BE", "%C2%85"])
def test_characters_that_hide_what_a_name_is_are_refused(alice, name):
    assert alice.put(f"{HOME}/a{name}b", b"").status == 400


@pytest.mark.parametrize(
    "name", ["%E2%80%8D", "%E2%80%8C", "%F0%9F%91%A9%E2%80%8D%F0%9F%9A%80", "%EF%AC%81", "a.", "con"]
)
def test_characters_that_scripts_need_are_kept(alice, name):
    assert alice.put(f"{HOME}/a{name}b", b"").status == 201


def test_a_destination_of_utf_8_is_the_name_it_shows(alice):
    alice.put(f"{HOME}/a", b"")
    alice.request("COPY", f"{HOME}/a", destination=f"{HOME}/" + "caf\u00e9".encode().decode("latin-1"))
    assert alice.get(f"{HOME}/{COMPOSED}").status == 200


@pytest.mark.rfc("4918", "10.3")
@pytest.mark.parametrize("place", [f"{HOME}/b, {HOME}/c", f"{HOME}/b\tc", f"{HOME}/b\x0bc"])
def test_a_destination_that_is_not_one_url_is_refused(alice, place):
    alice.put(f"{HOME}/a", b"")
    assert alice.request("COPY", f"{HOME}/a", destination=place).status == 400


@pytest.mark.parametrize("header", [{"x_oc_mtime": "\u00b2"}, {"x_oc_mtime": "\u0663"}, {"timeout": "Second-\u00b2"}])
def test_digits_of_unicode_are_no_numbers(alice, header):
    assert alice.put(f"{HOME}/a", b"x", **header).status == 201


def test_a_lock_for_superscript_seconds_gets_the_time_there_is(alice):
    assert alice.request("LOCK", f"{HOME}/a", LOCKINFO, timeout="Second-\u00b2").status == 201


def test_a_sync_limit_in_superscript_is_refused(alice):
    assert alice.sync(f"{HOME}/", limit="\u00b2").status == 400


@pytest.mark.parametrize("bomb", ["(<urn:a>)", '(["a"])', "</a> (Not <urn:a>) "])
def test_an_if_header_has_a_bounded_number_of_conditions(alice, bomb):
    assert alice.put(f"{HOME}/a", b"x", **{"if": bomb * 201}).status == 400
    assert alice.put(f"{HOME}/a", b"x", **{"if": bomb * 100}).status in {201, 412}


def many(form, count):
    return " ".join(form.format(number) for number in range(count))


@pytest.mark.parametrize(
    "bomb",
    [
        f"<a>{many('<b/>', 100)}</a>",
        f"<a {many(ATTRIBUTE, 100)}/>",
        f"<a {many(NAMESPACE, 100)}/>",
        f"<a>{many(WITH_ATTRIBUTE, 50)}</a>",
    ],
)
def test_elements_attributes_and_namespaces_count_together(bomb):
    with pytest.raises(BadRequest, match="more than 100"):
        read_xml(bomb.encode(), max_elements=100)


def test_as_many_elements_as_may_be_are_read():
    assert len(read_xml(f"<a>{many('<b/>', 99)}</a>".encode(), max_elements=100)) == 99


def test_namespaces_that_hold_at_one_place_are_bounded():
    with pytest.raises(BadRequest, match="namespaces"):
        read_xml(f"<a xmlns='u:{'x' * 9_000}'><b xmlns='u:{'y' * 9_000}'/></a>".encode())


def test_namespaces_side_by_side_do_not_add_up():
    assert len(read_xml(f"<a>{LONG * 20}</a>".encode())) == 20


def test_long_names_are_not_remembered():
    prefixes = Prefixes({"D": "DAV:"})
    prefixes.element("{urn:x}" + "y" * 1_000)
    assert not prefixes._tags


def test_a_propfind_names_a_bounded_amount_of_properties(alice):
    names = "".join(f"<{'a' * 1_000}{number}/>" for number in range(70))
    assert alice.request("PROPFIND", f"{HOME}/", propfind_of(names), depth="0").status == 400


def test_a_proppatch_changes_a_bounded_number_of_properties(alice):
    names = "".join(f"<x{number}/>" for number in range(1_001))
    body = f'<propertyupdate xmlns="DAV:"><remove><prop>{names}</prop></remove></propertyupdate>'
    assert alice.proppatch(f"{HOME}/", body).status == 400


@pytest.mark.rfc("3253", "3.8")
@pytest.mark.parametrize("name", ["", "a b", "a/&gt;&lt;b", "1", 'a" b="c'])
def test_expand_property_takes_names_of_elements_alone(alice, name):
    body = EXPAND.format(f"<property name='{name}'/>")
    assert alice.report(f"{HOME}/", body).status == 400


@pytest.mark.rfc("3253", "3.8")
@pytest.mark.parametrize(
    "namespace", ["Gr\u00fc\u00dfe", " ", "}x", "a&#10;b", "http://www.w3.org/2000/xmlns/", "http://[", "&quot;"]
)
def test_expand_property_refuses_namespaces_that_its_answer_could_not_hold(alice, namespace):
    body = EXPAND.format(f'<property name="a"><property name="a" namespace="{namespace}"/></property>')
    assert alice.report(HOME, body).status == 400


def test_a_property_of_the_namespace_of_xml_is_answered_in_xml(alice):
    answer = alice.request("PROPFIND", f"{HOME}/", propfind_of("<xml:a/>"), depth="0")
    (member,) = answer.multistatus.values()
    assert member.missing == {"{http://www.w3.org/XML/1998/namespace}a": 404}


def test_expand_property_expands_to_a_bounded_number_of_properties(alice, monkeypatch):
    monkeypatch.setattr(expand_property, "MAX_EXPANDED", 100)
    branch = '<property name="owner">' + '<property name="owner"/>' * 9 + "</property>"
    assert alice.report(f"{HOME}/", EXPAND.format(branch * 8)).status == 207
    assert alice.report(f"{HOME}/", EXPAND.format(branch * 10)).status == 400


@pytest.mark.parametrize(
    "content_type",
    [
        "TEXT/HTML",
        "text/html;x",
        "text/plain, text/html",
        "image/svg+xml",
        "application/pdf",
        "garbage",
        "text/html\x80",
    ],
)
def test_only_types_that_cannot_act_are_shown(alice, content_type):
    alice.put(f"{HOME}/a", b"<script>", content_type=content_type)
    assert alice.get(f"{HOME}/a").headers["content-disposition"] == "attachment"


@pytest.mark.parametrize("content_type", ["text/plain", "Text/Plain; charset=utf-8", "image/png", "video/mp4"])
def test_types_that_cannot_act_are_shown(alice, content_type):
    alice.put(f"{HOME}/a", b"x", content_type=content_type)
    assert "content-disposition" not in alice.get(f"{HOME}/a").headers


@pytest.mark.parametrize("content_type", ["text/plain, text/html", "garbage", "<b>/c", "a/b c"])
def test_a_content_type_that_is_none_is_not_kept(alice, content_type):
    alice.put(f"{HOME}/a", b"x", content_type=content_type)
    assert alice.get(f"{HOME}/a").headers["content-type"] == "application/octet-stream"


@pytest.mark.parametrize(("method", "path"), [("PROPFIND", "/"), ("GET", "/"), ("GET", "/none"), ("BREW", "/")])
def test_no_answer_is_guessed_at(alice, method, path):
    assert alice.request(method, path, depth="0").headers["x-content-type-options"] == "nosniff"
