"""Words, and the names that languages make of them."""
