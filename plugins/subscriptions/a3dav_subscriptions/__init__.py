"""Calendars fetched from elsewhere, and the birthdays of one's contacts."""
