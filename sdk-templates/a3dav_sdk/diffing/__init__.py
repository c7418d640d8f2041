"""What changed between two models, and what that means for each language."""
