"""Properties: PROPFIND, PROPPATCH, MKCOL with properties."""

import pytest

HOME = "/files/alice"
FOO = "{urn:x}foo"
DISPLAYNAME = "{DAV:}displayname"


def update(*actions: str) -> str:
    return f'<D:propertyupdate xmlns:D="DAV:" xmlns:x="urn:x">{"".join(actions)}</D:propertyupdate>'


def setting(inner: str) -> str:
    return f"<D:set><D:prop>{inner}</D:prop></D:set>"


def removing(inner: str) -> str:
    return f"<D:remove><D:prop>{inner}</D:prop></D:remove>"


@pytest.mark.rfc("4918", "9.1")
def test_the_found_properties_stand_before_the_missing_ones(alice):
    """A Thunderbird address book reads the first status of a response alone."""
    body = alice.propfind(f"{HOME}/", FOO, "{DAV:}resourcetype").body
    assert body.index(b"200 OK") < body.index(b"404 Not Found")


@pytest.mark.rfc("4918", "9.1.4")
def test_propname_names_without_values(alice):
    answer = alice.request("PROPFIND", f"{HOME}/", '<propfind xmlns="DAV:"><propname/></propfind>', depth="0")
    found = answer.multistatus[f"{HOME}/"].found
    assert {"{DAV:}resourcetype", "{DAV:}sync-token"} <= set(found)
    assert all(not len(element) and not element.text for element in found.values())


@pytest.mark.rfc("4918", "9.1.6")
def test_allprop_with_include(alice):
    body = '<propfind xmlns="DAV:"><allprop/><include><sync-token/></include></propfind>'
    found = alice.request("PROPFIND", f"{HOME}/", body, depth="0").multistatus[f"{HOME}/"].found
    assert {"{DAV:}sync-token", DISPLAYNAME} <= set(found)
    assert "{DAV:}sync-token" not in alice.propfind(f"{HOME}/").multistatus[f"{HOME}/"].found


def test_an_empty_body_asks_for_all_properties_whatever_the_content_type(alice):
    answer = alice.request("PROPFIND", f"{HOME}/", depth="0", content_type="application/octet-stream")
    assert DISPLAYNAME in answer.multistatus[f"{HOME}/"].found


@pytest.mark.rfc("4918", "9.1")
def test_depth_infinity_is_refused_by_default(alice):
    for depth in ("infinity", ""):
        answer = alice.propfind(f"{HOME}/", depth=depth)
        assert (answer.status, answer.condition) == (403, "{DAV:}propfind-finite-depth")


def test_depth_infinity_can_be_allowed(make_house):
    from a3dav.testing.people import add_person

    alice = add_person(make_house(limits__depth_infinity="true"), "alice")
    alice.request("MKCOL", f"{HOME}/a")
    alice.put(f"{HOME}/a/b", b"x")
    assert f"{HOME}/a/b" in alice.propfind(f"{HOME}/", depth="infinity").multistatus


def test_more_members_than_a_page_are_all_listed(alice):
    names = {f"{HOME}/{number}" for number in range(230)}
    for name in names:
        alice.put(name, b"x")
    assert names <= set(alice.propfind(f"{HOME}/", "{DAV:}getetag", depth="1").multistatus)


@pytest.mark.rfc("8144", "2.1")
def test_minimal_answers_leave_out_what_is_missing(alice):
    member = alice.propfind(f"{HOME}/", FOO, DISPLAYNAME, prefer="return=minimal").multistatus[f"{HOME}/"]
    assert (set(member.found), member.missing) == ({DISPLAYNAME}, {})


@pytest.mark.rfc("8144", "3.1")
def test_depth_noroot_leaves_out_the_collection_itself(alice):
    alice.put(f"{HOME}/a", b"x")
    answer = alice.propfind(f"{HOME}/", DISPLAYNAME, depth="1", prefer="depth-noroot")
    assert set(answer.multistatus) == {f"{HOME}/a"}


@pytest.mark.rfc("4918", "9.2")
def test_dead_properties_survive_with_attributes_and_language(alice):
    value = '<x:foo xml:lang="de" a="1">Grüße<x:b/></x:foo>'
    assert alice.proppatch(f"{HOME}/", update(setting(value))).multistatus[f"{HOME}/"].found.keys() == {FOO}
    element = alice.propfind(f"{HOME}/", FOO).multistatus[f"{HOME}/"].found[FOO]
    assert (element.text, element.get("a"), element[0].tag) == ("Grüße", "1", "{urn:x}b")
    assert element.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"


@pytest.mark.rfc("4918", "9.2.1")
def test_one_refused_property_undoes_the_others(alice):
    answer = alice.proppatch(f"{HOME}/", update(setting("<x:foo>1</x:foo>"), setting("<D:getetag>2</D:getetag>")))
    member = answer.multistatus[f"{HOME}/"]
    assert member.missing == {FOO: 424, "{DAV:}getetag": 403}
    assert b"cannot-modify-protected-property" in answer.body
    assert FOO in alice.propfind(f"{HOME}/", FOO).multistatus[f"{HOME}/"].missing


@pytest.mark.rfc("4918", "14.26")
def test_instructions_run_in_document_order(alice):
    alice.proppatch(f"{HOME}/", update(setting("<x:foo>1</x:foo>"), removing("<x:foo/>"), setting("<x:foo>2</x:foo>")))
    assert alice.propfind(f"{HOME}/", FOO).multistatus[f"{HOME}/"].text(FOO) == "2"


def test_removing_what_is_not_there_succeeds(alice):
    assert alice.proppatch(f"{HOME}/", update(removing("<x:foo/>"))).multistatus[f"{HOME}/"].missing == {}


def test_a_property_change_moves_neither_etag_nor_body(alice):
    etag = alice.put(f"{HOME}/a", b"x").headers["etag"]
    alice.proppatch(f"{HOME}/a", update(setting("<x:foo>1</x:foo>")))
    assert alice.get(f"{HOME}/a").headers["etag"] == etag


def test_the_display_name_of_a_principal_can_be_changed(alice):
    alice.proppatch("/principals/users/alice/", update(setting("<D:displayname>Al</D:displayname>")))
    answer = alice.propfind("/principals/users/alice/", DISPLAYNAME)
    assert answer.multistatus["/principals/users/alice/"].text(DISPLAYNAME) == "Al"


def test_dead_properties_are_bounded(make_house):
    from a3dav.testing.people import add_person

    alice = add_person(make_house(limits__max_dead_properties=2, limits__max_dead_property_size=100), "alice")
    big = alice.proppatch(f"{HOME}/", update(setting(f"<x:foo>{'x' * 200}</x:foo>")))
    many = alice.proppatch(f"{HOME}/", update(setting("<x:a/><x:b/><x:c/>")))
    assert big.multistatus[f"{HOME}/"].missing == {FOO: 507}
    assert many.multistatus[f"{HOME}/"].missing["{urn:x}c"] == 507


@pytest.mark.rfc("5689", "3")
def test_extended_mkcol_sets_properties(alice):
    body = f'<D:mkcol xmlns:D="DAV:">{setting("<D:resourcetype><D:collection/></D:resourcetype><D:displayname>New</D:displayname>")}</D:mkcol>'
    assert alice.request("MKCOL", f"{HOME}/new/", body, content_type="text/xml").status == 201
    assert alice.propfind(f"{HOME}/new/", DISPLAYNAME).multistatus[f"{HOME}/new/"].text(DISPLAYNAME) == "New"


@pytest.mark.rfc("5689", "3.5")
def test_extended_mkcol_makes_nothing_when_a_property_is_refused(alice):
    body = f'<D:mkcol xmlns:D="DAV:">{setting("<D:displayname>New</D:displayname><D:getetag>x</D:getetag>")}</D:mkcol>'
    answer = alice.request("MKCOL", f"{HOME}/new/", body)
    assert (answer.status, answer.xml.tag) == (424, "{DAV:}mkcol-response")
    assert alice.propfind(f"{HOME}/new/").status == 404


@pytest.mark.rfc("5689", "3.3")
def test_an_unknown_resource_type_is_refused_by_name(alice):
    body = f'<D:mkcol xmlns:D="DAV:" xmlns:x="urn:x">{setting("<D:resourcetype><D:collection/><x:odd/></D:resourcetype>")}</D:mkcol>'
    answer = alice.request("MKCOL", f"{HOME}/new/", body)
    assert (answer.status, answer.condition) == (403, "{DAV:}valid-resourcetype")


@pytest.mark.rfc("4918", "9.3.1")
def test_mkcol_refusals(alice):
    assert alice.request("MKCOL", f"{HOME}/a/b").status == 409
    assert alice.request("MKCOL", f"{HOME}/a", "text", content_type="text/plain").status == 415
    assert alice.request("MKCOL", f"{HOME}/a").status == 201
    assert alice.request("MKCOL", f"{HOME}/a").status == 405


def test_finder_asks_for_everything_between_the_root_and_home(alice):
    for path in ("/", "/principals/", "/principals/users/", "/files/"):
        assert alice.propfind(path, "{DAV:}current-user-principal", depth="1").multistatus[path].hrefs(
            "{DAV:}current-user-principal"
        ) == ["/principals/users/alice/"]


def test_the_dav_header_comes_with_every_answer(alice):
    for answer in (alice.propfind("/"), alice.request("OPTIONS", "/"), alice.get("/none")):
        assert answer.headers["dav"].startswith("1, 2, 3")


@pytest.mark.rfc("3253", "3.8")
def test_expand_property_follows_hrefs(alice):
    body = (
        '<expand-property xmlns="DAV:"><property name="current-user-principal">'
        '<property name="displayname"/></property></expand-property>'
    )
    answer = alice.report("/", body)
    (inner,) = answer.xml.iter("{DAV:}current-user-principal")
    assert inner.findtext(".//{DAV:}displayname") == "Alice"


@pytest.mark.rfc("3253", "3.1.5")
def test_an_unknown_report_is_refused_by_name(alice):
    answer = alice.report("/", '<nothing xmlns="urn:x"/>')
    assert (answer.status, answer.condition) == (403, "{DAV:}supported-report")


def test_evolution_asks_for_notes_below_well_known(alice):
    assert alice.propfind("/.well-known/webdav/Notes/").status == 404
