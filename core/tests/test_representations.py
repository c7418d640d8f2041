"""Forms of a resource by Accept: the stored bytes unless a client likes another form better."""

from dataclasses import replace

import pytest

from a3dav.errors import NotAcceptable
from a3dav.registries import Representation, ResourceType
from a3dav.representations import choose

FILE = "/files/alice/a.txt"
MISSING = "{urn:test}conversion"


def shout(body):
    return body.upper()


def fail(body):
    raise ValueError(f"{body!r} cannot be whispered")


LOUD = Representation("text/plain; tone=loud; charset=utf-8", "loud", shout)
JSON = Representation("application/plain+json", "json", fail)
KIND = ResourceType(
    "file",
    representations=(LOUD, JSON),
    stored_as=lambda body: ("text/plain; tone=" + ("loud" if body.isupper() else "soft"), "text/x-plain"),
    conversion_condition=MISSING,
)


@pytest.fixture
def alice(house, alice, monkeypatch):
    """Alice with a file that has other forms."""
    monkeypatch.setitem(house.types._types, "file", replace(house.types["file"], **forms()))
    assert alice.put(FILE, b"hello", content_type="text/plain").status == 201
    return alice


def forms():
    return {
        "representations": KIND.representations,
        "stored_as": KIND.stored_as,
        "conversion_condition": KIND.conversion_condition,
    }


@pytest.mark.rfc("9110", "12.5.1")
@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/plain", None),
        ("text/*, */*;q=0.1", None),
        ("TEXT/PLAIN; Tone=LOUD", LOUD),
        ('text/plain; tone="loud"; charset=utf-8', LOUD),
        ("text/plain;tone=loud, text/plain;tone=soft", None),
        ("text/plain;tone=loud, text/plain;tone=soft;q=0.9", LOUD),
        ("text/plain;tone=soft;q=0, text/plain", LOUD),
        ("application/plain+json, */*;q=0.5", JSON),
        ("application/*", JSON),
        ("text/x-plain", None),
        ("text/xml", None),
        ("text/plain;q=nonsense, application/plain+json;q=0.1", JSON),
        ("text/plain;q=nan, application/plain+json;q=0.1", JSON),
        ("text/plain;q=inf, application/plain+json;q=0.1", JSON),
        (",;,", None),
    ],
)
def test_the_most_welcome_form_is_chosen_and_of_equals_the_stored_one(accept, form):
    assert choose(KIND, accept, b"hello") is form


def test_stored_bytes_that_have_the_wanted_form_are_not_converted():
    assert choose(KIND, "text/plain;tone=loud", b"HELLO") is None


@pytest.mark.parametrize("accept", ["text/plain;tone=sad", "application/plain+xml", "text/plain;q=0, text/x-plain;q=0"])
def test_a_form_of_this_content_that_nobody_can_make_is_refused(accept):
    with pytest.raises(NotAcceptable) as refused:
        choose(replace(KIND, representations=()), accept, b"hello")
    assert refused.value.condition == MISSING


def test_a_kind_without_a_precondition_for_that_serves_what_it_has():
    assert choose(replace(KIND, conversion_condition=""), "text/plain;tone=sad", b"hello") is None


@pytest.mark.rfc("9110", "8.8.3")
def test_another_form_has_another_entity_tag_and_the_caches_are_told(alice):
    plain, loud = alice.get(FILE), alice.get(FILE, accept="text/plain;tone=loud")
    assert (plain.body, plain.headers["vary"], plain.headers["content-type"]) == (b"hello", "Accept", "text/plain")
    assert (loud.body, loud.headers["vary"], loud.headers["content-type"]) == (b"HELLO", "Accept", LOUD.media_type)
    assert loud.headers["etag"] == plain.headers["etag"][:-1] + '+loud"'


@pytest.mark.rfc("9110", "13.1.2")
def test_who_has_one_form_is_not_told_to_keep_it_for_the_other(alice):
    plain, loud = (alice.get(FILE, accept=tone).headers["etag"] for tone in ("*/*", "text/plain;tone=loud"))
    assert alice.get(FILE, accept="text/plain;tone=loud", if_none_match=plain).status == 200
    assert alice.get(FILE, accept="text/plain;tone=loud", if_none_match=loud).status == 304
    assert alice.get(FILE, accept="text/plain;tone=loud", if_none_match=f'"x", W/{loud[:-1]}-gzip"').status == 304
    assert alice.get(FILE, if_none_match=loud).status == 200
    assert alice.get(FILE, if_none_match=plain).status == 304


@pytest.mark.rfc("9110", "13.1.1")
def test_the_tag_of_any_form_names_the_version_for_a_write(alice):
    tag = alice.get(FILE, accept="text/plain;tone=loud").headers["etag"]
    assert alice.put(FILE, b"again", content_type="text/plain", if_match=tag[:-1] + '-zstd"').status == 204
    assert alice.put(FILE, b"late", content_type="text/plain", if_match=tag).status == 412


def test_a_range_is_of_the_chosen_form(alice):
    tag = alice.get(FILE, accept="text/plain;tone=loud").headers["etag"]
    part = alice.get(FILE, accept="text/plain;tone=loud", range="bytes=1-2", if_range=tag)
    assert (part.status, part.body, part.headers["content-range"]) == (206, b"EL", "bytes 1-2/5")
    assert alice.get(FILE, range="bytes=1-2", if_range=tag).status == 200


def test_head_tells_the_same_as_get(alice):
    answer = alice.request("HEAD", FILE, accept="text/plain;tone=loud")
    assert (answer.status, answer.headers["content-type"]) == (200, LOUD.media_type)


def test_content_that_cannot_be_converted_is_refused(alice):
    answer = alice.get(FILE, accept="application/plain+json")
    assert (answer.status, answer.condition, answer.headers["vary"]) == (406, MISSING, "Accept")


def test_a_large_body_is_converted_too(alice):
    alice.put(FILE, b"x" * 20_000, content_type="text/plain")
    assert alice.get(FILE, accept="text/plain;tone=loud").body == b"X" * 20_000
