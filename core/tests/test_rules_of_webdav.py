"""Methods, properties and XML of WebDAV, rule by rule (RFC 4918 §4, §5, §8, §9, §13 to §15, §17, §19)."""

from email.utils import parsedate_to_datetime

import pytest

from a3dav.testing.locks import LOCKINFO

HOME = "/files/alice"
X = "urn:x"
ALLPROP = b'<propfind xmlns="DAV:"><allprop/></propfind>'


def update(*instructions):
    return f'<propertyupdate xmlns="DAV:" xmlns:x="{X}">{"".join(instructions)}</propertyupdate>'


def setting(xml):
    return f"<set><prop>{xml}</prop></set>"


def removing(xml):
    return f"<remove><prop>{xml}</prop></remove>"


def value(client, path, name):
    found = client.propfind(path, name).multistatus[path].found
    return found.get(name)


@pytest.fixture
def tree(alice):
    """A file `a`, and a collection `d` with a file `b` and a collection `e` with a file `f`."""
    alice.put(f"{HOME}/a", b"1", content_type="text/plain")
    alice.request("MKCOL", f"{HOME}/d/")
    alice.put(f"{HOME}/d/b", b"1")
    alice.request("MKCOL", f"{HOME}/d/e/")
    alice.put(f"{HOME}/d/e/f", b"1")
    return alice


def paths(client, path):
    return sorted(client.propfind(path, "{DAV:}resourcetype", depth="1").multistatus)


# -- properties (§4, §15) ------------------------------------------------------------------------------

MIXED = (
    '<x:p xmlns:y="urn:y" y:colour="blue" xml:lang="de"> one<y:b>two <y:c/></y:b>\n\tthree &lt;4&gt;&#13; '
    '<b xmlns="">five</b></x:p>'
)


@pytest.mark.rfc("4918", "4.3", "4.3/infoset", "4.3/xml-space", "4.4", "14.26")
def test_a_dead_property_keeps_all_that_it_says(tree):
    assert tree.proppatch(f"{HOME}/a", update(setting(MIXED))).status == 207
    kept = value(tree, f"{HOME}/a", f"{{{X}}}p")
    assert dict(kept.attrib) == {
        "{urn:y}colour": "blue",
        "{http://www.w3.org/XML/1998/namespace}lang": "de",
    }
    assert "".join(kept.itertext()) == " onetwo \n\tthree <4>\r five"
    assert [element.tag for element in kept.iter()] == [f"{{{X}}}p", "{urn:y}b", "{urn:y}c", "b"]


@pytest.mark.rfc("4918", "4.4")
def test_the_same_name_in_two_namespaces_is_two_properties(tree):
    one, two = '<p xmlns="urn:one">1</p>', '<p xmlns="urn:two">2</p>'
    tree.proppatch(f"{HOME}/a", update(setting(one + two)))
    assert [value(tree, f"{HOME}/a", f"{{urn:{name}}}p").text for name in ("one", "two")] == ["1", "2"]


@pytest.mark.rfc("4918", "4.1", "15.4", "15.5", "15.6", "15.7")
def test_properties_say_what_the_headers_of_get_say(tree):
    found = tree.propfind(f"{HOME}/a").multistatus[f"{HOME}/a"]
    headers = tree.get(f"{HOME}/a").headers
    assert found.text("{DAV:}getcontentlength") == "1"
    assert found.text("{DAV:}getcontenttype") == headers["content-type"] == "text/plain"
    assert found.text("{DAV:}getetag") == headers["etag"]
    assert found.text("{DAV:}getlastmodified") == headers["last-modified"]


@pytest.mark.rfc("4918", "15.1")
def test_the_creation_date_stays_when_the_content_changes(tree):
    before = value(tree, f"{HOME}/a", "{DAV:}creationdate").text
    tree.put(f"{HOME}/a", b"22")
    assert value(tree, f"{HOME}/a", "{DAV:}creationdate").text == before
    assert before.endswith("Z")


@pytest.mark.rfc("4918", "15.2")
def test_a_display_name_is_the_same_at_whatever_url(tree):
    tree.proppatch(f"{HOME}/a", update(setting("<displayname>Über &amp; unter</displayname>")))
    tree.request("MOVE", f"{HOME}/a", destination=f"{HOME}/c")
    assert value(tree, f"{HOME}/c", "{DAV:}displayname").text == "Über & unter"


@pytest.mark.rfc("4918", "15.9", "14.3")
def test_every_resource_has_a_type(tree):
    members = tree.propfind(f"{HOME}/", "{DAV:}resourcetype", depth="1").multistatus
    types = {path: [kind.tag for kind in member.found["{DAV:}resourcetype"]] for path, member in members.items()}
    assert types == {f"{HOME}/": ["{DAV:}collection"], f"{HOME}/a": [], f"{HOME}/d/": ["{DAV:}collection"]}


@pytest.mark.rfc("4918", "15", "9.1.5")
def test_allprop_has_the_properties_of_webdav_and_dead_ones_and_no_more(tree):
    tree.proppatch(f"{HOME}/a", update(setting("<x:p>1</x:p>")))
    names = set(tree.propfind(f"{HOME}/a").multistatus[f"{HOME}/a"].found)
    assert {f"{{{X}}}p", "{DAV:}getetag", "{DAV:}resourcetype", "{DAV:}lockdiscovery"} <= names
    assert not names & {"{DAV:}acl", "{DAV:}quota-used-bytes", "{DAV:}supported-report-set", "{DAV:}owner"}


@pytest.mark.rfc("4918", "8.6", "8.8")
def test_a_tag_is_strong_and_never_comes_again_for_other_bytes(tree):
    tags = []
    for body in (b"2", b"3", b"22"):
        tree.put(f"{HOME}/a", body)
        tags.append(tree.get(f"{HOME}/a").headers["etag"])
    assert len(set(tags)) == 3
    assert all(tag.startswith('"') for tag in tags)


@pytest.mark.rfc("4918", "8.8")
@pytest.mark.parametrize("method", ["COPY", "MOVE"])
def test_what_overwrites_brings_its_own_tag(house, tree, method):
    house.store.engine.submit(lambda: house.store.engine.execute("UPDATE resources SET modified = 1000")).result()
    tree.put(f"{HOME}/c", b"old")
    old = tree.get(f"{HOME}/c")
    tree.request(method, f"{HOME}/a", destination=f"{HOME}/c")
    new = tree.get(f"{HOME}/c")
    assert (new.body, new.headers["etag"] != old.headers["etag"]) == (b"1", True)
    dates = [parsedate_to_datetime(answer.headers["last-modified"]) for answer in (old, new)]
    assert dates[0] <= dates[1]


# -- names and collections (§5, §8.3) ------------------------------------------------------------------


@pytest.mark.rfc("4918", "5.1", "5.2", "9.1/members")
def test_what_is_made_is_listed_by_its_parent_and_gone_when_it_is_deleted(tree):
    assert paths(tree, f"{HOME}/d/") == [f"{HOME}/d/", f"{HOME}/d/b", f"{HOME}/d/e/"]
    tree.delete(f"{HOME}/d/b")
    assert paths(tree, f"{HOME}/d/") == [f"{HOME}/d/", f"{HOME}/d/e/"]


@pytest.mark.rfc("4918", "5.2/one-mapping", "5.2/one-spelling", "8.3", "13", "14.7")
def test_a_member_has_one_url_however_it_is_asked_for(tree):
    tree.put(f"{HOME}/d/a%20b%C3%A9", b"1")
    assert tree.put(f"{HOME}/d/%61%20b%c3%a9", b"2").status == 204
    listed = tree.propfind(f"{HOME}//d/".replace("//", "/"), "{DAV:}getetag", depth="1")
    hrefs = [element.text for element in listed.xml.iter("{DAV:}href")]
    assert f"{HOME}/d/a%20b%C3%A9" in hrefs
    assert len(hrefs) == len(set(hrefs)) == 4
    assert all(href.startswith("/") for href in hrefs)


@pytest.mark.rfc("4918", "5.2/slash")
def test_a_collection_without_its_slash_answers_and_says_where_it_is(tree):
    answer = tree.propfind(f"{HOME}/d", "{DAV:}resourcetype")
    assert list(answer.multistatus) == [f"{HOME}/d/"]
    assert answer.headers["content-location"] == f"{HOME}/d/"


# -- XML (§8.2, §14, §17, §19) -------------------------------------------------------------------------


@pytest.mark.rfc("4918", "8.2", "8.2/content-types", "19")
@pytest.mark.parametrize(
    ("encoding", "media_type"),
    [
        ("utf-8", "text/xml"),
        ("utf-8", 'application/xml; charset="utf-8"'),
        ("utf-16", "application/xml"),
        ("iso-8859-1", "text/xml"),
    ],
)
def test_xml_is_read_in_its_encodings_and_types(tree, encoding, media_type):
    text = f'<?xml version="1.0" encoding="{encoding}"?>' + update(setting("<x:p>é</x:p>"))
    tree.proppatch(f"{HOME}/a", text.encode(encoding), content_type=media_type)
    assert value(tree, f"{HOME}/a", f"{{{X}}}p").text == "é"


@pytest.mark.rfc("4918", "8.2/malformed", "A.3")
@pytest.mark.parametrize(
    "body",
    [
        "<propfind",
        '<propfind xmlns="DAV:"><prop></propfind>',
        "<D:propfind><D:allprop/></D:propfind>",
        '<propfind xmlns="DAV:"><prop><x:p xmlns:x=""/></prop></propfind>',
        '<propfind xmlns="DAV:"/><propfind xmlns="DAV:"/>',
    ],
)
def test_xml_that_is_not_well_formed_is_refused(tree, body):
    assert tree.request("PROPFIND", f"{HOME}/a", body, depth="0").status == 400


@pytest.mark.rfc("4918", "17", "A.4", "14.20", "14.2", "14.21", "14.8")
@pytest.mark.parametrize(
    ("body", "status"),
    [
        ('<propfind xmlns="DAV:"><x:new xmlns:x="urn:x"/><allprop x:at="1" xmlns:x="urn:x"/></propfind>', 207),
        ('<propfind xmlns="DAV:"><prop><getetag/></prop><x:new xmlns:x="urn:x"><prop/></x:new></propfind>', 207),
        ('<propfind xmlns="DAV:"><allprop/><prop/></propfind>', 400),
        ('<propfind xmlns="DAV:"><x:new xmlns:x="urn:x"/></propfind>', 400),
        ('<propfind xmlns="DAV:"/>', 400),
        ('<find xmlns="DAV:"/>', 400),
    ],
)
def test_unknown_elements_are_as_if_they_were_not_there(tree, body, status):
    assert tree.request("PROPFIND", f"{HOME}/a", body, depth="0").status == status


@pytest.mark.rfc("4918", "A.1")
def test_an_empty_element_is_the_same_in_both_spellings(tree):
    short = '<propfind xmlns="DAV:"><prop><getetag/></prop></propfind>'
    long = short.replace("<getetag/>", "<getetag></getetag>")
    told = [tree.request("PROPFIND", f"{HOME}/a", body, depth="0").body for body in (short, long)]
    assert told[0] == told[1]


@pytest.mark.rfc("4918", "14.16", "14.18", "14.22", "14.24", "14.28", "9.1/missing", "9.1.2")
def test_a_multistatus_tells_each_resource_once_and_each_status_once(tree):
    answer = tree.propfind(f"{HOME}/d/", "{DAV:}getetag", f"{{{X}}}none", "{DAV:}resourcetype", depth="1")
    hrefs = [element.text for element in answer.xml.iterfind("{DAV:}response/{DAV:}href")]
    stats = [
        [
            (len(stat.findall("{DAV:}prop")), stat.findtext("{DAV:}status"))
            for stat in response.iterfind("{DAV:}propstat")
        ]
        for response in answer.xml
    ]
    assert len(hrefs) == len(set(hrefs)) == 3
    assert {tuple(entry) for entry in stats} == {((1, "HTTP/1.1 200 OK"), (1, "HTTP/1.1 404 Not Found"))}


# -- PROPFIND and PROPPATCH (§9.1, §9.2) ---------------------------------------------------------------


@pytest.mark.rfc("4918", "9.1/depth", "9.1.1")
@pytest.mark.parametrize(
    ("depth", "status", "count"), [("0", 207, 1), ("1", 207, 3), ("infinity", 403, 0), ("", 403, 0)]
)
def test_depths_of_propfind(tree, depth, status, count):
    answer = tree.request("PROPFIND", f"{HOME}/d/", ALLPROP, depth=depth)
    assert (answer.status, answer.body.count(b"<D:response>")) == (status, count)


@pytest.mark.rfc("4918", "9.1.1", "16/propfind-finite-depth")
def test_a_propfind_without_end_is_refused_by_its_name(tree):
    answer = tree.request("PROPFIND", f"{HOME}/", ALLPROP, depth="infinity")
    assert (answer.status, answer.condition) == (403, "{DAV:}propfind-finite-depth")


@pytest.mark.rfc("4918", "9.1/no-body")
def test_propfind_without_a_body_asks_for_all_properties(tree):
    with_body = tree.request("PROPFIND", f"{HOME}/a", ALLPROP, depth="0").multistatus[f"{HOME}/a"].found
    without = tree.request("PROPFIND", f"{HOME}/a", depth="0").multistatus[f"{HOME}/a"].found
    assert set(without) == set(with_body)


@pytest.mark.rfc("4918", "9.2", "9.2/order", "14.19", "14.23")
@pytest.mark.parametrize(
    ("instructions", "left"),
    [
        ((setting("<x:p>1</x:p>"), removing("<x:p/>")), None),
        ((removing("<x:p/>"), setting("<x:p>1</x:p>")), "1"),
        ((setting("<x:p>1</x:p>"), setting("<x:p>2</x:p>")), "2"),
        ((setting("<x:p>1</x:p>"), removing("<x:p>1</x:p>")), None),
    ],
)
def test_instructions_are_followed_in_their_order(tree, instructions, left):
    assert tree.proppatch(f"{HOME}/a", update(*instructions)).status == 207
    kept = value(tree, f"{HOME}/a", f"{{{X}}}p")
    assert (None if kept is None else kept.text) == left


@pytest.mark.rfc("4918", "9.2/atomic", "9.2/multistatus")
def test_of_a_proppatch_all_is_done_or_nothing(tree):
    answer = tree.proppatch(f"{HOME}/a", update(setting("<x:p>1</x:p>"), setting("<getetag>x</getetag>")))
    assert answer.multistatus[f"{HOME}/a"].missing == {f"{{{X}}}p": 424, "{DAV:}getetag": 403}
    assert value(tree, f"{HOME}/a", f"{{{X}}}p") is None


# -- MKCOL, DELETE, COPY and MOVE (§9.3, §9.6, §9.8, §9.9) ---------------------------------------------


@pytest.mark.rfc("4918", "9.3", "9.3/mapped", "9.3/ancestors", "9.3/body", "8.4", "12")
@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/new/", b"", 201),
        ("/a", b"", 405),
        ("/d/", b"", 405),
        ("/none/new/", b"", 409),
        ("/new/", b"what is this", 415),
    ],
)
def test_mkcol(tree, path, body, status):
    headers = {"content_type": "text/plain"} if body else {}
    assert tree.request("MKCOL", HOME + path, body, **headers).status == status
    assert (f"{HOME}/none/" in paths(tree, f"{HOME}/")) is False


@pytest.mark.rfc("4918", "9.6.1/deep", "9.6.1", "9.6")
def test_a_deleted_collection_takes_all_along(tree):
    assert tree.delete(f"{HOME}/d/").status == 204
    assert [tree.get(HOME + path).status for path in ("/d/", "/d/b", "/d/e/", "/d/e/f")] == [404] * 4


@pytest.mark.rfc("4918", "9.6.1/consistent", "9.9.2/consistent")
@pytest.mark.parametrize("method", ["DELETE", "MOVE"])
def test_where_a_member_stays_all_above_it_stays(tree, method):
    tree.request("LOCK", f"{HOME}/d/e/f", LOCKINFO)
    assert tree.request(method, f"{HOME}/d/", destination=f"{HOME}/moved/").status in {207, 423}
    assert tree.get(f"{HOME}/d/e/f").status == 200


@pytest.mark.rfc("4918", "9.8.2", "9.8.3/infinity", "9.9.1", "9.9.2/deep", "9.9.2")
@pytest.mark.parametrize("method", ["COPY", "MOVE"])
def test_members_and_dead_properties_come_along(tree, method):
    for path in ("/d/", "/d/e/f"):
        tree.proppatch(HOME + path, update(setting(f"<x:p>{path}</x:p>")))
    assert tree.request(method, f"{HOME}/d/", destination=f"{HOME}/new/").status == 201
    assert [value(tree, HOME + path, f"{{{X}}}p").text for path in ("/new/", "/new/e/f")] == ["/d/", "/d/e/f"]
    assert tree.get(f"{HOME}/d/e/f").status == (200 if method == "COPY" else 404)


@pytest.mark.rfc("4918", "9.8.3/zero")
def test_a_shallow_copy_is_a_collection_without_members(tree):
    tree.proppatch(f"{HOME}/d/", update(setting("<x:p>1</x:p>")))
    assert tree.request("COPY", f"{HOME}/d/", destination=f"{HOME}/new/", depth="0").status == 201
    assert paths(tree, f"{HOME}/new/") == [f"{HOME}/new/"]
    assert value(tree, f"{HOME}/new/", f"{{{X}}}p").text == "1"


@pytest.mark.rfc("4918", "9.8.3/consistent")
def test_a_copy_of_which_a_member_finds_no_room_leaves_nothing(house, person):
    carol = person("carol", quota=10)
    carol.request("MKCOL", "/files/carol/d")
    for name in ("a", "b"):
        carol.put(f"/files/carol/d/{name}", b"123")
    answer = carol.request("COPY", "/files/carol/d/", destination="/files/carol/e/")
    assert answer.status == 507
    assert carol.propfind("/files/carol/e/").status == 404


@pytest.mark.rfc("4918", "9.8.4/membership", "9.9.3")
@pytest.mark.parametrize("method", ["COPY", "MOVE"])
def test_what_is_overwritten_is_replaced_and_not_merged_with(tree, method):
    tree.request("MKCOL", f"{HOME}/old/")
    tree.put(f"{HOME}/old/x", b"1")
    assert tree.request(method, f"{HOME}/d/", destination=f"{HOME}/old/").status == 204
    assert paths(tree, f"{HOME}/old/") == [f"{HOME}/old/", f"{HOME}/old/b", f"{HOME}/old/e/"]


@pytest.mark.rfc("4918", "9.8.5", "9.9.4")
@pytest.mark.parametrize("method", ["COPY", "MOVE"])
@pytest.mark.parametrize(("destination", "status"), [("/none/a", 409), ("/a/b", 409), ("/d/new", 201), ("/d/b", 204)])
def test_statuses_of_copy_and_move(tree, method, destination, status):
    tree.put(f"{HOME}/source", b"2")
    assert tree.request(method, f"{HOME}/source", destination=HOME + destination).status == status


@pytest.mark.rfc("4918", "9.7.1", "12")
def test_put_makes_no_collections(tree):
    assert tree.put(f"{HOME}/none/a", b"1").status == 409
    assert f"{HOME}/none/" not in paths(tree, f"{HOME}/")


@pytest.mark.rfc("4918", "20.6")
def test_xml_that_grows_by_entities_is_refused(tree):
    bomb = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><propfind xmlns="DAV:">&b;</propfind>'
    assert tree.request("PROPFIND", f"{HOME}/a", bomb, depth="0").status in {400, 403}
