"""Zstandard of the standard library, or of the package that brings it to older Pythons."""

import sys

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

__all__ = ["zstd"]
