"""Who is let in: rates, blocks, and what all workers of a host know of them."""
