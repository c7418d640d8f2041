"""One class for each service, sync and async."""
