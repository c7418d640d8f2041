"""Plugin `scheduling`: calendar scheduling for a3dav: iTIP and iMIP, free-busy, rooms, delegation (RFC 6638, 5546, 6047)."""
