"""Tokens, the change feed and webhooks."""
