"""Kinds of resources that others bring, by the names that they have in the store."""

CALENDAR, OBJECT = "calendar", "calendar-object"
ADDRESS_BOOK, CARD = "addressbook", "card"
