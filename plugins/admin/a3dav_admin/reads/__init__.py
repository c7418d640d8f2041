"""What the graph asks the store, many subjects at once."""
