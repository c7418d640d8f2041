"""Serving a home network over TLS without anybody's help: a certificate authority made here, and how to trust it."""
