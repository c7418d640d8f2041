"""The reports of RFC 4791 §7."""
