"""Multistatus answers of servers that nobody vouches for."""

from __future__ import annotations

from hypothesis import strategies as st

from a3dav.testing.strategies.bodies import LIVE
from a3dav.testing.strategies.lines import Text, mostly, texts
from a3dav.testing.strategies.paths import urls
from a3dav.testing.strategies.xml import Grammar, Rule, document

_statuses: Text = mostly(
    st.sampled_from(["HTTP/1.1 200 OK", "HTTP/1.1 404 Not Found", "HTTP/1.1 507 a"]),
    st.sampled_from(["", "200", "HTTP/1.1 \u0662\u0660\u0660 OK", "HTTP/1.1 99999", "HTTP/1.1"]) | texts,
)
GRAMMAR: Grammar = {
    "D:multistatus": Rule(("D:response", "D:response", "D:sync-token"), most=4),
    "D:response": Rule(("D:propstat", "D:status", "D:href", "D:error"), needs=("D:href", "D:propstat")),
    "D:propstat": Rule(needs=("D:prop", "D:status")),
    "D:prop": Rule((*LIVE, "D:href", "D:getetag.text", "D:getcontentlength.text", "D:resourcetype.set"), most=4),
    "D:getetag.text": Rule(text=texts),
    "D:getcontentlength.text": Rule(text=st.sampled_from(["1", "-1", "\u0661", "9" * 40, ""])),
    "D:resourcetype.set": Rule(("D:collection", "C:calendar")),
    "D:status": Rule(text=_statuses),
    "D:href": Rule(text=urls),
    "D:sync-token": Rule(text=texts),
}
answers = document(GRAMMAR, "D:multistatus")
