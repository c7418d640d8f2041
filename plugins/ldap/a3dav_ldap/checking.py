"""What works of the directory, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from a3dav.errors import A3davError
from a3dav_ldap.connecting import close, open_connection
from a3dav_ldap.directory import Directory
from a3dav_ldap.errors import DirectoryAway


def examined(directory: Directory) -> Iterator[str]:
    """Raises A3davError where nothing more can be looked at."""
    settings = directory.settings
    reached = 0
    for url in settings.urls:
        try:
            connection = open_connection(settings, url)
        except DirectoryAway as error:
            yield str(error)
            continue
        reached += 1
        secured = bool(connection.server.ssl or connection.tls_started)
        close(connection)
        yield f"{url} answers, {'secured by TLS' if secured else 'in clear text'}"
    if not reached:
        raise A3davError("no server of the directory answers; look at urls, start_tls and ca_file in [plugins.ldap]")
    people = directory.count(settings.base, settings.people_filter)
    yield f"{settings.bind_dn or 'nobody'} is let in, and sees {people} people below {settings.base}"
    if settings.group_filter:
        groups = directory.count(settings.groups_below, settings.group_filter)
        yield f"there are {groups} groups below {settings.groups_below}"
    else:
        yield "groups are not asked for (group_filter is empty)"
