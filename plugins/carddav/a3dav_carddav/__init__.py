"""CardDAV (RFC 6352) for a3dav."""
