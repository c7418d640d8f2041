# Rendered from the description of the interface; not for editing.
"""What this package is called, and where the interface is."""

from __future__ import annotations

NAME = "a3dav-client"
VERSION = "0.1.0"
USER_AGENT = "a3dav-client-python/0.1.0"
ENVIRONMENT = "A3DAV"
BASE_PATH = "/api/v1"
GRAPH_PATH = "/graphql"
