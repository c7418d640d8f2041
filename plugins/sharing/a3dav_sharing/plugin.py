"""Plugin `sharing`."""
