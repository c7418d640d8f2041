"""CalDAV (RFC 4791) for a3dav."""
