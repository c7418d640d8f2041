"""Copies accounts from other servers: discovery, transport, state and the report."""
