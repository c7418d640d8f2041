"""The reference page of all settings, for `a3dav.cli.page`."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from typing import Any

from a3dav.config.fields import Setting, settings_of
from a3dav.config.model import CORE_SECTIONS
from a3dav.config.values import accepted, is_size

_HEAD = """\
# Settings

This page is generated: `python -m a3dav.cli.page settings > docs/reference/settings.md` writes it anew.

a3dav runs without any setting. A file changes what it names: the one given with `--config`, else the one in
`A3DAV_CONFIG`, else `a3dav.toml`, `a3dav.yaml`, `a3dav.yml` or `a3dav.json` in the working folder or in
`/etc/a3dav`. The environment stands over the file, and an option of the command line over both.

```toml
[server]
port = 9090

[limits]
max_resource_size = "20 MiB"
```

In the environment a setting is `A3DAV_`, its section, two underscores and its key: `A3DAV_SERVER__PORT=9090`,
`A3DAV_PLUGINS__DISABLED=acl,carddav`. With `_FILE` behind the key the value is read from a file, as for a
secret: `A3DAV_STORAGE__URL_FILE=/run/secrets/url`. One line end at the end of that file is dropped.

A name that is not on this page, a value of another type and a number out of range are refused at the start.
Sizes in bytes may be written as `"10 MiB"`. `a3dav config show` prints every setting, its value and where it
came from.
"""


def settings_page(sections: Mapping[str, type[Any]]) -> str:
    """The page in Markdown; `sections` maps the names of plugins to their dataclasses."""
    named = CORE_SECTIONS | {f"plugins.{name}": kind for name, kind in sections.items()}
    return "\n".join([_HEAD, *("\n".join(_section(name, kind)) for name, kind in named.items())])


def _section(name: str, kind: type[Any]) -> Iterator[str]:
    yield f"## [{name}]\n"
    yield f"{inspect.cleandoc(kind.__doc__ or '')}\n"
    yield "| key | default | accepts | meaning |"
    yield "| --- | --- | --- | --- |"
    for setting in settings_of(kind).values():
        secret = ", kept secret" if setting.secret else ""
        cells = (f"`{setting.name}`", _default(setting), accepted(setting) + secret, setting.help)
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
    yield ""


def _default(setting: Setting) -> str:
    value = setting.default
    if value in ("", None, ()):
        return ""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, int) and is_size(setting):
        return f"`{_size(value)}`"
    return f"`{', '.join(value) if isinstance(value, tuple) else value}`"


def _size(count: int) -> str:
    for unit, size in (("GiB", 2**30), ("MiB", 2**20), ("KiB", 2**10)):
        if count and count % size == 0:
            return f"{count // size} {unit}"
    return str(count)
