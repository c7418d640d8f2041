"""vCards of versions 3.0 and 4.0, and of those that nobody keeps."""

from __future__ import annotations

from hypothesis import strategies as st

from a3dav.testing.strategies.lines import Lines, Text, block, line, mostly, several, texts, written

structured: Text = st.lists(texts, max_size=8).map(";".join)
properties: Text = st.one_of(
    line(st.sampled_from(["FN", "NICKNAME", "NOTE", "CATEGORIES", "UID", "REV", "KIND", "X-A", "fn"]), texts),
    line(st.sampled_from(["N", "ADR", "ORG", "GENDER", "CLIENTPIDMAP"]), structured),
    line(st.sampled_from(["EMAIL", "TEL", "URL", "IMPP", "MEMBER"]), st.just("mailto:a@example.org") | texts),
    line(st.sampled_from(["PHOTO", "KEY"]), st.sampled_from(["data:image/png;base64,AAAA", "AAAA", "http://a/"])),
    line(st.sampled_from(["BDAY", "ANNIVERSARY"]), st.sampled_from(["19800101", "--0229", "1980-01-01", "circa 1800"])),
    mostly(st.just("X-B:c"), line(texts, texts)),
)
versions: Text = mostly(
    st.sampled_from(["VERSION:3.0", "VERSION:4.0"]), st.sampled_from(["VERSION:2.1", "VERSION:", "VERSION: 4.0", ""])
)
card_lines: Lines = block(
    mostly(st.just("VCARD"), st.sampled_from(["vcard", "VCALENDAR", "VCARD "]), once_in=40),
    versions,
    mostly(st.just("FN:Alice"), st.just("")),
    several(properties, 6),
    mostly(st.just(""), st.just("BEGIN:VCARD\nEND:VCARD"), once_in=40),
)
cards = written(card_lines)
"""An address object, or what a client takes for one."""
files_of_cards = written(several(card_lines, 3))
