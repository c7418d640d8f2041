"""The model of an interface that every language renders."""
