"""What python-caldav has to know of this server, in the form of its compatibility_hints; empty when all is as it expects."""

A3DAV = {
    # RFC 6638 §3.2.10 has the tag change with every PUT, an attendee's own answer among them; the tester does not.
    "scheduling.schedule-tag.stable-partstat": {"support": "unsupported"},
}
BETTER = {
    "search.time-range.comp-type-optional": {"support": "full"},
    "search.text.comp-type-optional": {"support": "full"},
    "save.no-uid-conflict": {"support": "full"},
}
"""What python-caldav does not expect of a server, and can make use of."""
