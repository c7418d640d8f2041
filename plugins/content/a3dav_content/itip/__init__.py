"""Scheduling by messages (iTIP, RFC 5546) as CalDAV servers do it (RFC 6638): functions of values, without a server."""
