"""Plugin `attachments`."""
