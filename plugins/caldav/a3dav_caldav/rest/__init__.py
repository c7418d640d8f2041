"""The operations of the REST API on calendars and events."""
