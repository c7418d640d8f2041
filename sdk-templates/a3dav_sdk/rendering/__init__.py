"""Writes packages from the model."""
