"""Trash and history: who changed what, and how to have it back."""
