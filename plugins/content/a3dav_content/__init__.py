"""iCalendar and vCard for plugins: tokenizer, filters, collations, partial data, recurrence, time ranges."""

__version__ = "0.1.0"
