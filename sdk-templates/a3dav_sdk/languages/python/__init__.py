"""Python, sync and async."""
