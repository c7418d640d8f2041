"""WebDAV access control (RFC 3744) for a3dav."""
