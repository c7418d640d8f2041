"""The part of the REST API that is about sharing."""

from __future__ import annotations

from pathlib import Path

from a3dav.registries import ApiPart
from a3dav_sharing.rest import invitations, shares

PART = ApiPart(Path(__file__).with_name("sharing.yaml"), {**shares.ACTIONS, **invitations.ACTIONS})
