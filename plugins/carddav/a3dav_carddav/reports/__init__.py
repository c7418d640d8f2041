"""The reports of RFC 6352 §8."""
