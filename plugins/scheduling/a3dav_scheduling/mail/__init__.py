"""Scheduling by mail in both directions (RFC 6047)."""
