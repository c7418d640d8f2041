"""What is refused of a body that its schema allows."""

from __future__ import annotations

from a3dav.errors import UnprocessableContent


def invalid(pointer: str, sentence: str) -> UnprocessableContent:
    """A refusal that names the place in the body."""
    told = {"errors": [{"pointer": pointer, "detail": sentence}]}
    return UnprocessableContent(
        f"the body is not what it must be: {pointer} {sentence}", problem="invalid-body", members=told
    )
