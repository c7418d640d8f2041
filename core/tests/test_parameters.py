import pytest

from a3dav.errors import BadRequest
from a3dav.exchange import Request
from a3dav.parameters import parameters

KNOWN = {"start": None, "kind": ("a", "b")}


def read(query):
    return parameters(Request("GET", b"/", query=query), KNOWN)


def test_parameters_come_by_name_and_decoded():
    assert read("Start=2026%2D01&kind=B") == {"start": "2026-01", "kind": "B"}
    assert read("") == {}
    assert read("start") == {"start": ""}


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("colour=red", "'colour'"), ("start=1&START=2", "start"), ("kind=c", "kind"), ("start=%ff", "query"),
        ("start=1&" * 30, "query"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_them_is_named(query, named):
    with pytest.raises(BadRequest, match=named):
        read(query)
