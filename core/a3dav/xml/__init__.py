"""XML in by one bounded reader, out as bytes."""
