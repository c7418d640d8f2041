"""JavaScript: modules that run as they are, with types in comments."""
