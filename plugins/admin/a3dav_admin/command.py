"""`a3dav graphql`."""

from __future__ import annotations

import click

from a3dav.cli.options import common, house_of
from a3dav.config import RawSettings


@click.group()
def graphql() -> None:
    """The graph that administrators ask."""


@graphql.command("schema")
@common
def graphql_schema(raw: RawSettings) -> None:
    """Print the schema, with what the enabled plugins add to it."""
    from a3dav_admin.schema import schema_of, text_of

    with house_of(raw) as house:
        click.echo(text_of(schema_of(house).graph), nl=False)
