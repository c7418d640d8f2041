"""Managed attachments of calendar objects (RFC 8607)."""
