"""Backups: one file with the rows, the large bodies and the keys of a store, for any engine."""
