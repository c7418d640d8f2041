"""Calendars, address books and folders shared with others, by invitation or by link."""
