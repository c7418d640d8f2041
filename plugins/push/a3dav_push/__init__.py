"""WebDAV-Push for a3dav."""
