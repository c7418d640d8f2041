"""Plugin `push`."""
