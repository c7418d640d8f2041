"""Plugin `scheduling`."""
