"""Hypothesis strategies for what strangers send: mostly almost right, now and then not at all."""
