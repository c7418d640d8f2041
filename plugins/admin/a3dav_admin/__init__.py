"""Administration over GraphQL."""
