"""The headers If, Overwrite and Depth, and what a refusal says, rule by rule (RFC 4918 §10, §12, §16)."""

import pytest

from a3dav.testing.access import grant, set_acl
from a3dav.testing.locks import LOCKINFO

HOME = "/files/alice"
HERE = f"http://localhost{HOME}"
STRANGE = "urn:uuid:00000000-0000-0000-0000-000000000000"


def lock(client, path, **headers):
    return client.request("LOCK", path, LOCKINFO, **headers).headers["lock-token"].strip("<>")


@pytest.fixture
def tree(alice):
    """A file `a`, and a collection `d` with a file `b`."""
    alice.put(f"{HOME}/a", b"1")
    alice.request("MKCOL", f"{HOME}/d/")
    alice.put(f"{HOME}/d/b", b"1")
    return alice


@pytest.fixture
def known(tree):
    """What an If header may say: the token of a lock on `a`, its ETag, and what is neither."""
    return {
        "token": lock(tree, f"{HOME}/a"),
        "etag": tree.get(f"{HOME}/a").headers["etag"],
        "other": '"no-such-tag"',
        "strange": STRANGE,
        "here": HERE,
    }


@pytest.mark.rfc("4918", "10.4.1", "10.4.2", "10.4.3", "10.4.6", "10.4.7", "10.4.8", "10.4.4")
@pytest.mark.parametrize(
    ("header", "status"),
    [
        ("(<{token}>)", 204),
        ("(<{token}> [{etag}])", 204),
        ("(<{token}> [{other}])", 412),
        ("(<{token}> [{other}]) (<{token}>)", 204),
        ("([{other}]) (<{token}> [{etag}])", 204),
        ("(<{strange}>)", 412),
        ("(<{token}> Not <{strange}>)", 204),
        ("(Not <{token}>)", 412),
        ("(<{token}>) (Not <DAV:no-lock>)", 204),
        ("([{other}]) (Not <DAV:no-lock>)", 423),
        ("(<DAV:no-lock>)", 412),
        ("([W/{etag}] <{token}>)", 412),
        ("<{here}/a> (<{token}>)", 204),
        ("</files/alice/a> (<{token}>)", 204),
        ("<{here}/d/b> ([{etag}]) <{here}/a> (<{token}>)", 204),
        ("<{here}/a> ([{other}]) <{here}/d/> (Not <{strange}>)", 423),
    ],
)
def test_what_an_if_header_says_of_a_locked_file(tree, known, header, status):
    assert tree.put(f"{HOME}/a", b"2", **{"if": header.format(**known)}).status == status


@pytest.mark.rfc("4918", "10.4.2")
@pytest.mark.parametrize("header", ["()", "(<a>", "[x]", "(Not)", "<http://localhost/> ", "(<a>) <b>", "(x)"])
def test_an_if_header_that_is_none_is_a_bad_request(tree, header):
    assert tree.put(f"{HOME}/a", b"2", **{"if": header}).status == 400


@pytest.mark.rfc("4918", "10.4.9")
def test_a_tag_names_the_resource_that_a_copy_overwrites(tree):
    tree.put(f"{HOME}/c", b"old")
    token = lock(tree, f"{HOME}/c")
    tagged = f"<{HERE}/c> (<{token}>)"
    assert tree.request("COPY", f"{HOME}/a", destination=f"{HOME}/c", **{"if": f"(<{token}>)"}).status == 412
    assert tree.request("COPY", f"{HOME}/a", destination=f"{HOME}/c", **{"if": tagged}).status == 204


@pytest.mark.rfc("4918", "10.4.10")
def test_the_token_of_a_collection_holds_for_its_members(tree):
    token = lock(tree, f"{HOME}/d/", depth="infinity")
    assert tree.delete(f"{HOME}/d/b", **{"if": f"<{HERE}/d/> (<{token}>)"}).status == 204


@pytest.mark.rfc("4918", "10.4.11")
@pytest.mark.parametrize(("header", "status"), [('(["4217"])', 412), ('(Not ["4217"])', 201)])
def test_an_etag_matches_nothing_where_nothing_is(tree, header, status):
    assert tree.put(f"{HOME}/new", b"1", **{"if": header}).status == status


@pytest.mark.rfc("4918", "12.1", "10.6/default", "10.6/precondition", "9.8.4/false", "9.8.4")
@pytest.mark.parametrize("method", ["COPY", "MOVE"])
@pytest.mark.parametrize(("overwrite", "status", "kept"), [("F", 412, b"old"), ("T", 204, b"1"), ("", 204, b"1")])
def test_overwrite(tree, method, overwrite, status, kept):
    tree.put(f"{HOME}/c", b"old")
    assert tree.request(method, f"{HOME}/a", destination=f"{HOME}/c", overwrite=overwrite).status == status
    assert tree.get(f"{HOME}/c").body == kept


@pytest.mark.rfc("4918", "10.6")
def test_overwrite_is_t_or_f(tree):
    assert tree.request("COPY", f"{HOME}/a", destination=f"{HOME}/c", overwrite="maybe").status == 400


@pytest.mark.rfc("4918", "10.6/rights-first", "8.1", "8.5")
@pytest.mark.parametrize(
    ("method", "headers"),
    [
        ("COPY", {"destination": f"{HOME}/c", "overwrite": "F"}),
        ("PUT", {"if": f"(<{STRANGE}>)"}),
        ("PUT", {"if_match": '"x"'}),
        ("DELETE", {"if_match": '"x"'}),
        ("MKCOL", {"content_type": "text/plain"}),
    ],
)
def test_rights_come_before_conditions(tree, bob, method, headers):
    tree.put(f"{HOME}/c", b"old")
    set_acl(tree, f"{HOME}/a", grant("/principals/users/bob/", "read"))
    path = f"{HOME}/new" if method == "MKCOL" else f"{HOME}/a"
    assert bob.request(method, path, b"x", **headers).status == 403


@pytest.mark.rfc("4918", "10.1", "18.1", "18.2", "18.3")
@pytest.mark.parametrize("path", ["/", "/files/", f"{HOME}/", f"{HOME}/a", "/principals/users/alice/"])
def test_options_names_the_classes_everywhere(tree, path):
    classes = {name.strip() for name in tree.request("OPTIONS", path).headers["dav"].split(",")}
    assert classes >= {"1", "2", "3"}


@pytest.mark.rfc("4918", "10.2")
@pytest.mark.parametrize("depth", ["0", "1", "infinity"])
def test_depth_is_ignored_of_what_has_no_members(tree, depth):
    assert list(tree.propfind(f"{HOME}/a", "{DAV:}getetag", depth=depth).multistatus) == [f"{HOME}/a"]
    assert tree.request("COPY", f"{HOME}/a", destination=f"{HOME}/{depth}", depth=depth).status in {201, 400}


@pytest.mark.rfc("4918", "9.8", "9.9")
@pytest.mark.parametrize("method", ["COPY", "MOVE"])
def test_copy_and_move_need_a_destination(tree, method):
    assert tree.request(method, f"{HOME}/a").status == 400


@pytest.mark.rfc("4918", "16", "14.5")
@pytest.mark.parametrize(
    ("method", "path", "body", "headers", "status", "condition"),
    [
        ("PROPFIND", "/", "", {"depth": "infinity"}, 403, "propfind-finite-depth"),
        ("PROPFIND", "/a", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', {}, 403, "no-external-entities"),
        ("UNLOCK", "/a", "", {"lock_token": f"<{STRANGE}>"}, 409, "lock-token-matches-request-uri"),
    ],
)  # fmt: skip
def test_a_condition_stands_alone_in_the_error(tree, method, path, body, headers, status, condition):
    answer = tree.request(method, HOME + path, body, **headers)
    assert (answer.status, answer.condition) == (status, f"{{DAV:}}{condition}")


@pytest.mark.rfc("4918", "16/cannot-modify-protected-property", "15.6", "9.2.1", "9.2/multistatus")
@pytest.mark.parametrize(
    "name", ["getetag", "lockdiscovery", "supportedlock", "getcontentlength", "resourcetype", "creationdate"]
)
def test_a_protected_property_is_not_set(tree, name):
    body = (
        f'<propertyupdate xmlns="DAV:"><set><prop><{name}>x</{name}><x:p xmlns:x="urn:x">1</x:p></prop></set>'
        "</propertyupdate>"
    )
    answer = tree.proppatch(f"{HOME}/a", body)
    statuses = answer.multistatus[f"{HOME}/a"].missing
    assert statuses == {f"{{DAV:}}{name}": 403, "{urn:x}p": 424}
    assert answer.xml.find(".//{DAV:}error/{DAV:}cannot-modify-protected-property") is not None
