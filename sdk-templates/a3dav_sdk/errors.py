"""What ends a command with one sentence."""

from __future__ import annotations


class SdkError(Exception):
    """Says what is wrong, and where."""
