"""`a3dav acl`, for administrators."""

import pytest
from click.testing import CliRunner

from a3dav.cli import complete
from a3dav.testing.access import entries_of, grant, share

HOME, NOTE, BOB = "/files/alice/", "/files/alice/note", "/principals/users/bob/"


@pytest.fixture
def a3dav(house, store_settings):
    """Runs a command on the store of the house: its exit code and what it says."""

    def run(*arguments):
        given = {**store_settings, "A3DAV_SERVER__DATA_DIR": str(house.store.data_dir)}
        done = CliRunner().invoke(complete(), ["acl", *arguments], env=given)
        return done.exit_code, f"{done.output}{done.exception or ''}"

    return run


@pytest.fixture(autouse=True)
def note(alice, bob):
    alice.put(NOTE, b"1")


def test_what_is_granted_is_granted_beside_what_there_is(alice, bob, a3dav):
    share(alice, NOTE, grant("authenticated", "read-acl"))
    assert a3dav("grant", NOTE, "bob", "read", "read-free-busy")[0] == 0
    assert [(whom, names) for whom, _, names, _ in entries_of(alice, NOTE)[1:]] == [
        ("authenticated", {"read-acl"}),
        (BOB, {"read", "read-free-busy"}),
    ]
    assert bob.get(NOTE).status == 200


def test_all_that_is_about_somebody_is_revoked(alice, bob, a3dav):
    share(alice, NOTE, grant(BOB, "read"), grant("authenticated", "read-acl"), grant(BOB, "write"))
    assert a3dav("revoke", NOTE, "bob")[0] == 0
    assert [whom for whom, *_ in entries_of(alice, NOTE)[1:]] == ["authenticated"]


def test_a_list_is_shown_with_what_is_inherited(alice, a3dav):
    share(alice, HOME, grant(BOB, "read", invert=True))
    share(alice, NOTE, grant("all", "write"))
    code, text = a3dav("show", NOTE)
    lines = [[cell.strip() for cell in line.strip("│|").split("│")] for line in text.splitlines() if "grants " in line]
    assert code == 0
    assert lines[1:] == [
        ["owner", "grants", "all", "always"],
        ["all", "grants", "write", NOTE],
        ["all but bob", "grants", "read", HOME],
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("grant", NOTE, "eve", "read"), "there is no account 'eve'"),
        (("grant", NOTE, "bob", "fly"), "there is no privilege 'fly'"),
        (("grant", "/files/alice/nothing", "bob", "read"), "/files/alice/nothing is no calendar"),
        (("grant", "/principals/users/alice/", "bob", "read"), "is no calendar"),
        (("grant", NOTE, "unauthenticated", "read"), "nobody is answered here without signing in"),
        (("revoke", NOTE, "bob"), "no entry of /files/alice/note is about bob"),
    ],
)
def test_what_cannot_be_done_is_said(a3dav, arguments, said):
    code, text = a3dav(*arguments)
    assert code != 0
    assert said in " ".join(text.split())
