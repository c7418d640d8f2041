"""Plugin `attachments`: managed attachments of calendar objects (RFC 8607)."""
