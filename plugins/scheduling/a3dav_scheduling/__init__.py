"""Calendar scheduling (RFC 6638, RFC 5546, RFC 6047), free-busy, rooms and delegation."""
