"""Secret links: a calendar or an address book to read for everybody who knows its address."""
