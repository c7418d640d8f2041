"""Content codings: who gets which, what the entity tags become, and that a conditional write still works."""

import asyncio
import gzip

import httpx
import pytest
from backports import zstd

from a3dav.door import door
from a3dav.door.app import Application
from a3dav.door.compression import preferred
from a3dav.testing.application import ask
from a3dav.testing.people import add_person

TEXT = b"every line of this text is like the one before\n" * 200


@pytest.fixture
def client(server, served_person):
    auth = (served_person.name, served_person.password)
    base = f"{server.url}files/{served_person.name}/"
    with httpx.Client(auth=auth, base_url=base, headers={"Accept-Encoding": "identity"}) as opened:
        yield opened


def raw(client, method, name, accepts, **options):
    """The answer with its body as it came over the wire."""
    request = client.build_request(method, name, headers={"Accept-Encoding": accepts, **options})
    answer = client.send(request, stream=True)
    return answer, b"".join(answer.iter_raw())


@pytest.mark.rfc("9110", "12.5.3")
@pytest.mark.parametrize(
    ("header", "coding"),
    [
        ("gzip", "gzip"), ("zstd", "zstd"), ("gzip, deflate, br, zstd", "zstd"), ("gzip;q=1.0, zstd;q=0.5", "gzip"),
        ("*", "zstd"), ("gzip;q=0", ""), ("", ""), ("identity", ""), ("br", ""), ("*;q=0", ""),
        ("gzip;q=0.5, identity;q=0.9", ""), ("GZIP", "gzip"), ("x-gzip", "gzip"), ("zstd;q=0, *", "gzip"),
        ("gzip;q=nonsense", "gzip"),
    ],
)  # fmt: skip
def test_the_client_chooses_the_coding(header, coding):
    assert preferred(header) == coding


@pytest.mark.rfc("9110", "8.4")
@pytest.mark.parametrize(("coding", "undo"), [("gzip", gzip.decompress), ("zstd", zstd.decompress)])
@pytest.mark.parametrize("copies", [1, 300])
def test_a_text_comes_compressed_and_whole(client, coding, undo, copies):
    assert client.put("a.txt", content=TEXT * copies, headers={"Content-Type": "text/plain"}).status_code == 201
    answer, body = raw(client, "GET", "a.txt", coding)
    assert (answer.headers["content-encoding"], answer.headers["vary"]) == (coding, "Accept-Encoding")
    assert len(body) < len(TEXT * copies) / 10
    assert undo(body) == TEXT * copies


def test_an_answer_that_is_remembered_is_packed_once(make_house, monkeypatch):
    house, packed_bodies = make_house(), []
    alice = add_person(house, "alice")
    alice.put("/files/alice/a.txt", TEXT, content_type="text/plain")

    async def pack(content, coding, in_thread):
        packed_bodies.append(coding)
        return gzip.compress(content)

    monkeypatch.setattr(door, "packed", pack)
    application = Application(house)

    async def ask_often(times):
        return [
            await ask(application, alice, "GET", "/files/alice/a.txt", accept_encoding="gzip") for _ in range(times)
        ]

    answers = asyncio.run(ask_often(4))
    alice.put("/files/alice/a.txt", TEXT * 2, content_type="text/plain")
    answers += asyncio.run(ask_often(3))
    assert [gzip.decompress(body) for _, _, body in answers] == [TEXT] * 4 + [TEXT * 2] * 3
    assert 2 <= len(packed_bodies) <= 4


def test_a_multistatus_comes_compressed(client):
    for number in range(20):
        client.put(f"{number}", content=b"x")
    answer, body = raw(client, "PROPFIND", "", "gzip", Depth="1")
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(body).count(b"<D:response>") == 21


@pytest.mark.rfc("9110", "12.5.5")
def test_a_cache_is_told_that_the_answer_depends_on_the_coding(client):
    client.put("a.txt", content=TEXT, headers={"Content-Type": "text/plain"})
    answer, body = raw(client, "GET", "a.txt", "identity")
    assert (answer.headers["vary"], "content-encoding" in answer.headers, body) == ("Accept-Encoding", False, TEXT)


@pytest.mark.parametrize(("kind", "content"), [("text/plain", b"short"), ("image/png", TEXT)])
def test_what_would_not_shrink_is_sent_as_it_is(client, kind, content):
    client.put("a", content=content, headers={"Content-Type": kind})
    answer, body = raw(client, "GET", "a", "gzip")
    assert ("content-encoding" in answer.headers, body) == (False, content)


@pytest.mark.rfc("9110", "14.2")
def test_a_range_is_one_of_the_plain_bytes(client):
    client.put("a.txt", content=TEXT, headers={"Content-Type": "text/plain"})
    answer, body = raw(client, "GET", "a.txt", "gzip", Range="bytes=0-2999")
    assert (answer.status_code, "content-encoding" in answer.headers, body) == (206, False, TEXT[:3000])


@pytest.mark.rfc("9110", "8.8.3.3")
def test_each_form_has_a_strong_tag_of_its_own(client):
    plain = client.put("a.txt", content=TEXT, headers={"Content-Type": "text/plain"}).headers["etag"]
    tags = {raw(client, "GET", "a.txt", coding)[0].headers["etag"] for coding in ("identity", "gzip", "zstd")}
    assert len(tags) == 3
    assert plain in tags
    assert not any(tag.startswith("W/") for tag in tags)


@pytest.mark.rfc("9110", "13.1.1")
@pytest.mark.parametrize("coding", ["gzip", "zstd"])
def test_a_conditional_write_works_with_the_tag_of_a_compressed_answer(client, coding):
    client.put("a.txt", content=TEXT, headers={"Content-Type": "text/plain"})
    tag = raw(client, "GET", "a.txt", coding)[0].headers["etag"]
    assert client.put("a.txt", content=b"new", headers={"If-Match": tag}).status_code == 204
    assert client.put("a.txt", content=b"newer", headers={"If-Match": tag}).status_code == 412


@pytest.mark.rfc("4918", "10.4")
def test_an_if_header_takes_the_tag_of_a_compressed_answer(client):
    client.put("a.txt", content=TEXT, headers={"Content-Type": "text/plain"})
    tag = raw(client, "GET", "a.txt", "gzip")[0].headers["etag"]
    assert client.put("a.txt", content=b"new", headers={"If": f"([{tag}])"}).status_code == 204


@pytest.mark.rfc("9110", "15.4.5")
def test_an_unchanged_compressed_answer_is_304_with_its_own_tag(client):
    client.put("a.txt", content=TEXT, headers={"Content-Type": "text/plain"})
    tag = raw(client, "GET", "a.txt", "gzip")[0].headers["etag"]
    answer, _ = raw(client, "GET", "a.txt", "gzip", **{"If-None-Match": tag})
    assert (answer.status_code, answer.headers["etag"], answer.headers["vary"]) == (304, tag, "Accept-Encoding")


def test_a_head_says_what_a_get_would_say(client):
    client.put("a.txt", content=TEXT, headers={"Content-Type": "text/plain"})
    answer, body = raw(client, "HEAD", "a.txt", "gzip")
    assert (answer.headers["content-encoding"], answer.headers["etag"][-6:], body) == ("gzip", '-gzip"', b"")


def test_a_name_that_only_ends_like_a_coding_is_no_tag(alice):
    etag = alice.put("/files/alice/a", "x").headers["etag"]
    assert alice.put("/files/alice/a", "y", if_match=f'{etag[:-1]}-br"').status == 412
