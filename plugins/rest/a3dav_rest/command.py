"""`a3dav api`."""

from __future__ import annotations

import click
import yaml

from a3dav.cli.options import common, house_of
from a3dav.config import RawSettings
from a3dav_rest.downlevel import as_3_1
from a3dav_rest.merging import Document
from a3dav_rest.service import service_of

WIDTH = 120


@click.group()
def api() -> None:
    """The REST API."""


@api.command("document")
@click.option("--version", type=click.Choice(["3.2", "3.1"]), default="3.2", show_default=True, help="Of OpenAPI.")
@common
def api_document(raw: RawSettings, version: str) -> None:
    """Print the OpenAPI document of what the enabled plugins serve."""
    with house_of(raw) as house:
        document = service_of(house).api.document
    click.echo(text_of(document if version == "3.2" else as_3_1(document)), nl=False)


def text_of(document: Document) -> str:
    written: str = yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH)
    return written


class _Dumper(yaml.SafeDumper):
    """Writes what stands in two places twice, and texts of several lines as such."""

    def ignore_aliases(self, _: object) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)
