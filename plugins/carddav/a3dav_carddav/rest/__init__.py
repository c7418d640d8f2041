"""The operations of the REST API on address books and contacts."""
