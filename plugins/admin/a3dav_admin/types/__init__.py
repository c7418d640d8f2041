"""What there is in the graph, as the schema has it."""
