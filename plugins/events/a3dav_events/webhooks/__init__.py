"""Webhooks: changes, sent to other servers."""
