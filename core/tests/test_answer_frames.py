"""Answers as bytes that processes and hosts hand one another."""

import pytest

from a3dav.caches.frames import framed, unframed

TOLD = (207, b"<D:multistatus/>\x00\xff", (("Vary", "Accept"), ("Preference-Applied", "return=minimal")), "text/xml")


@pytest.mark.parametrize(
    "told", [TOLD, (200, b"", (), ""), (207, bytes(100_000), (("X-Na\u00efve", "\u20ac"),), "a/b")]
)
def test_an_answer_comes_back_as_it_was(told):
    assert unframed(framed(told)) == told


@pytest.mark.parametrize("frame", [b"", b"x", b"\0\0\0\x02[]", b"\0\0\0\x04null", b"\xff\xff\xff\xff[207]"])
def test_bytes_that_are_no_answer_are_refused(frame):
    with pytest.raises(ValueError, match=r"truncated|Expected|malformed"):
        unframed(frame)
