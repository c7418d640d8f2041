"""The section `[plugins.admin]`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from a3dav.config.fields import setting


@dataclass(frozen=True, slots=True)
class AdminSettings:
    """GraphQL at /graphql: who may ask what, and how much at once."""

    introspection: Literal["everybody", "staff", "nobody"] = setting(
        "staff", "Who may ask for the schema: everybody who signs in, administrators and auditors, or nobody."
    )
    explorer: bool = setting(True, "Whether administrators and auditors get a page to ask with, by GET.")
    max_depth: int = setting(12, "How deep the fields of an operation may be nested.", minimum=1, maximum=100)
    max_cost: int = setting(
        50_000, "What an operation may cost: the fields it can give at most, pages multiplied.", minimum=1
    )
    max_page: int = setting(200, "How many edges a page has at most.", minimum=1, maximum=1000)
    max_mutations: int = setting(20, "How many changes one operation may make.", minimum=1, maximum=1000)
    max_body: int = setting(128 * 1024, "The largest request.", unit="bytes", minimum=1024)
    seconds: int = setting(20, "How long an operation may be worked on.", unit="seconds", minimum=1, maximum=600)
    operations: str = setting("", "A folder of operations, *.graphql, that may be asked for by their SHA-256.")
    only_operations: bool = setting(False, "Whether operations from that folder alone are answered.")
