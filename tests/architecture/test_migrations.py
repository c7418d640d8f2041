"""Steps of the schema only add, so that a server of the release before goes on beside a store that was upgraded."""

import re

import pytest

from a3dav.plugins import BUILT_IN, installed, load
from a3dav.registries import MigrationRegistry

NEW_TABLE = re.compile(r"CREATE TABLE (\w+) \(.*\)", re.DOTALL)
NEW_INDEX = re.compile(r"CREATE (UNIQUE )?INDEX \w+ ON (\w+) \(([^()]|lower\(\w+\))*\)( WHERE .*)?")
NEW_COLUMN = re.compile(r"ALTER TABLE \w+ ADD COLUMN \w+ (BLOB|INTEGER|TEXT)( NOT NULL DEFAULT \S+| DEFAULT \S+)?")


def steps():
    registry = MigrationRegistry()
    load([*BUILT_IN, *installed()]).hook.a3dav_register_migrations(registry=registry)
    return [(line.line, number, step) for line in registry.entries for number, step in enumerate(line.steps, 1)]


def breaking(step):
    """The statements of a step that the code before it could stumble over."""
    made = {match[1] for match in map(NEW_TABLE.fullmatch, step) if match}
    return [statement for statement in step if not _adds(statement, made)]


def _adds(statement, made):
    index = NEW_INDEX.fullmatch(statement)
    if index is not None:
        return not index[1] or index[2] in made  # what was unique from the start hinders no older code
    return bool(NEW_TABLE.fullmatch(statement) or NEW_COLUMN.fullmatch(statement))


@pytest.mark.parametrize(("line", "number", "step"), steps(), ids=lambda value: str(value) if value else "")
def test_a_step_only_adds(line, number, step):
    assert breaking(step) == []


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE resources",
        "ALTER TABLE resources DROP COLUMN uid",
        "ALTER TABLE resources RENAME COLUMN uid TO id",
        "ALTER TABLE resources ADD COLUMN colour TEXT NOT NULL",
        "CREATE UNIQUE INDEX one_name ON resources (parent_id, name)",
        "UPDATE resources SET uid = NULL",
        "DELETE FROM versions",
    ],
)
def test_what_older_code_stumbles_over_is_noticed(statement):
    assert breaking((statement,)) == [statement]


@pytest.mark.parametrize(
    "step",
    [
        ("ALTER TABLE resources ADD COLUMN colour TEXT NOT NULL DEFAULT ''",),
        ("ALTER TABLE resources ADD COLUMN colour TEXT",),
        ("CREATE INDEX by_colour ON resources (colour)",),
        ("CREATE TABLE toys (id BLOB PRIMARY KEY)", "CREATE UNIQUE INDEX one_toy ON toys (id)"),
    ],
)
def test_what_only_adds_is_welcome(step):
    assert breaking(step) == []
