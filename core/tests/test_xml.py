"""XML in and out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from a3dav.errors import BadRequest, Forbidden
from a3dav.xml.reading import read_xml
from a3dav.xml.writing import Prefixes, error_document, escape

BILLION_LAUGHS = b'<!DOCTYPE a [<!ENTITY b "xxxxxxxxxx"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><a xmlns="DAV:">&c;</a>'
EXTERNAL = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'


@pytest.mark.parametrize(
    "body",
    [BILLION_LAUGHS, b"<!DOCTYPE a><a/>", b"<a>&nbsp;</a>", b"", b"<a><b></a>", b"\xff\xfe", b"<a" * 99],
)
def test_hostile_and_broken_xml_is_refused(body):
    with pytest.raises(BadRequest):
        read_xml(body)


@pytest.mark.rfc("4918", "16/no-external-entities")
@pytest.mark.parametrize("body", [EXTERNAL, b'<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><a/>'])
def test_what_refers_to_other_documents_is_refused_by_name(body):
    with pytest.raises(Forbidden) as refused:
        read_xml(body)
    assert refused.value.condition == "{DAV:}no-external-entities"


@pytest.mark.rfc("4918", "8.2/malformed")
@pytest.mark.parametrize("body", [b'<a xmlns:D=":" :="" xmlns="/"/>', b'<a xmlns:b=":"/>', b"<a:b/>", b'<a b:c=""/>'])
def test_namespaces_that_are_used_wrongly_are_refused(body):
    with pytest.raises(BadRequest):
        read_xml(body)


def test_names_that_clients_make_up_are_forgotten():
    """libxml2 refuses every new name once a thread has met 350 MB of them."""
    kept = read_xml(b"<kept><inner/></kept>")
    for number in range(12):
        names = b"".join(b"<n%d-%d-%s/>" % (number, each, b"x" * 300) for each in range(4000))
        read_xml(b"<a>" + names + b"</a>")
    assert etree.memory_debugger.dict_size() < 40_000
    assert etree.tostring(kept) == b"<kept><inner/></kept>"
    assert kept.find("inner") is not None


def test_deep_nesting_is_refused():
    with pytest.raises(BadRequest, match="deeper than 8"):
        read_xml(b"<a>" * 9 + b"</a>" * 9, max_depth=8)


def test_comments_and_processing_instructions_are_dropped():
    assert [child.tag for child in read_xml(b"<a><!--x--><?y z?><b/></a>")] == ["b"]


@given(st.text())
def test_escaped_text_comes_back_from_a_parser(text):
    parsed = etree.fromstring(b"<a>" + escape(text) + b"</a>").text or ""
    assert len(parsed) == len(text)
    assert all(back == sent or back == "\ufffd" for back, sent in zip(parsed, text, strict=True))


def test_escaping_keeps_markup_and_carriage_returns():
    assert escape("a<b>&\r\n]]>") == b"a&lt;b&gt;&amp;&#13;\n]]&gt;"


def test_elements_use_the_bound_prefix_or_bring_their_own_namespace():
    prefixes = Prefixes({"D": "DAV:"})
    assert prefixes.element("{DAV:}href", b"/") == b"<D:href>/</D:href>"
    assert prefixes.element("{urn:x}y") == b'<x:y xmlns:x="urn:x"/>'
    assert etree.fromstring(prefixes.element("{urn:a&'b}y")).tag == "{urn:a&'b}y"


@pytest.mark.rfc("4918", "16")
def test_the_violated_condition_stands_alone_in_the_error():
    (condition,) = etree.fromstring(error_document(Forbidden(condition="{urn:x}no")))
    assert condition.tag == "{urn:x}no"
