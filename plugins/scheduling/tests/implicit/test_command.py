"""`a3dav scheduling mode` and `modes`, for administrators."""

import pytest
from click.testing import CliRunner

from a3dav.cli import complete


@pytest.fixture
def a3dav(house, store_settings):
    """Runs a command on the store of the house: its exit code and what it says."""

    def run(*arguments):
        given = {**store_settings, "A3DAV_SERVER__DATA_DIR": str(house.store.data_dir)}
        done = CliRunner().invoke(complete(), ["scheduling", *arguments], env=given)
        return done.exit_code, f"{done.output}{done.exception or ''}"

    return run


@pytest.fixture(autouse=True)
def accounts(alice, person):
    person("hall", kind="room")
    person("wardens", kind="group")


def test_a_room_is_automatic_until_somebody_says_otherwise(a3dav):
    assert [word in a3dav("modes")[1] for word in ("hall", "automatic", "alice")] == [True, True, False]
    assert a3dav("mode", "hall", "manual", "--approver", "wardens")[0] == 0
    said = a3dav("modes")[1]
    assert [word in said for word in ("manual", "wardens", "automatic")] == [True, True, False]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["hall", "manual"], "--approver"),
        (["hall", "automatic", "--approver", "alice"], "--approver"),
        (["hall", "manual", "--approver", "hall"], "cannot answer"),
        (["hall", "manual", "--approver", "nobody"], "there is no account"),
        (["wardens", "automatic"], "has no calendars"),
        (["hall", "sometimes"], "sometimes"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_cure(a3dav, arguments, said):
    code, text = a3dav("mode", *arguments)
    assert code != 0
    assert said in text
