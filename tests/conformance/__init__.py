"""Suites of others against a running server."""
