"""Clients in many languages from one description."""
