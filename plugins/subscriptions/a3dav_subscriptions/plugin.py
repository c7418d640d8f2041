"""Plugin `subscriptions`: calendars fetched from elsewhere, and the birthdays of one's contacts."""
