"""The reports of WebDAV itself, one module each."""
