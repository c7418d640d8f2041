"""What python-caldav has to know of this server, in the form of its compatibility_hints; empty when all is as it expects."""

A3DAV = {"scheduling": {"support": "unsupported"}}
BETTER = {
    "search.time-range.comp-type-optional": {"support": "full"},
    "search.text.comp-type-optional": {"support": "full"},
    "save.no-uid-conflict": {"support": "full"},
}
"""What python-caldav does not expect of a server, and can make use of."""
