"""Plugin `history`."""
