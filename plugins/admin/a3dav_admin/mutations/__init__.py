"""What administrators and owners change."""
