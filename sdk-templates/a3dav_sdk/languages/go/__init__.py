"""Go: one package without dependencies."""
