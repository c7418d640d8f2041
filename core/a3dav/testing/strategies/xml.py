"""XML bodies out of a grammar: mostly as their RFC has them, now and then with what nobody expects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from hypothesis import strategies as st

from a3dav.testing.strategies.lines import Text, mostly

PREFIXES = {
    "D": "DAV:",
    "C": "urn:ietf:params:xml:ns:caldav",
    "A": "urn:ietf:params:xml:ns:carddav",
    "S": "http://calendarserver.org/ns/",
}


@dataclass(frozen=True)
class Rule:
    """What an element holds: what it `needs`, `least` to `most` of these children, or text.

    Attributes and what is needed are left out now and then.
    """

    children: tuple[str, ...] = ()
    text: Text | None = None
    attributes: Mapping[str, Text] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    least: int = 0
    most: int = 3


Grammar = Mapping[str, Rule]
DEPTH = 6
_NOISE = (
    "<X:x xmlns:X='urn:x'>y</X:x>", "<D:href/>", "<!-- c -->", "<?p i?>", "<![CDATA[<a>]]>", "&#0;", "&#1;", "&a;", "<",
    "&lt;", "<D:prop/>", "<D:all/>", "<x xmlns=''/>", "\u00e9", "\ufffe", "<D:href>/%2e%2e/</D:href>", "<C:x C:y='z'/>",
)  # fmt: skip
_HEADS = (
    "", '<?xml version="1.0"?>', '<?xml version="1.0" encoding="utf-8"?>\n', "\ufeff", '<?xml version="1.1"?>',
    '<!DOCTYPE a [<!ENTITY a "b">]>', '<?xml version="1.0" encoding="utf-16"?>', " ",
)  # fmt: skip


class _Elements:
    """Strategies of elements, each made once; what stands behind a dot tells rules of one name apart."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._made: dict[tuple[str, int], Text] = {}

    def of(self, name: str, depth: int = DEPTH) -> Text:
        """One that has no rule is empty."""
        if (name, depth) not in self._made:
            self._made[name, depth] = st.deferred(lambda: self._make(name, depth))
        return self._made[name, depth]

    def _make(self, name: str, depth: int) -> Text:
        rule = self._grammar.get(name, Rule())
        attributes = st.tuples(*(_attribute(key, values) for key, values in rule.attributes.items())).map("".join)
        tag = st.just(name.partition(".")[0])
        return st.builds("<{0}{1}>{2}</{0}>".format, tag, attributes, self._content(rule, depth))

    def _content(self, rule: Rule, depth: int) -> Text:
        noise = mostly(st.just(""), st.sampled_from(_NOISE), once_in=60)
        if rule.text is not None:
            return st.builds("{}{}".format, rule.text.map(lambda text: escape(_printable(text))), noise)
        if depth == 0:
            return noise
        needed = st.tuples(*(mostly(self.of(name, depth - 1), st.just(""), once_in=40) for name in rule.needs))
        return st.builds("{}{}{}".format, needed.map("".join), self._chosen(rule, depth), noise)

    def _chosen(self, rule: Rule, depth: int) -> Text:
        if not rule.children:
            return st.just("")
        children = [self.of(name, depth - 1) for name in rule.children]
        child = st.sampled_from(range(len(children))).flatmap(children.__getitem__)
        return st.lists(child, min_size=rule.least, max_size=rule.most).map("".join)


def _attribute(name: str, values: Text) -> Text:
    given = values.map(lambda value: f" {name}={quoteattr(_printable(value))}")
    return mostly(given, st.just(""), once_in=20)


def _printable(text: str) -> str:
    """Without what ends a parser's work at once, which a body holds often enough by its noise."""
    return "".join(letter for letter in text if letter.isprintable())


def document(grammar: Grammar, *names: str) -> st.SearchStrategy[bytes]:
    """A body with one of these elements at its root."""
    elements = _Elements(grammar)
    root = st.sampled_from(names).flatmap(elements.of)
    heads = mostly(st.sampled_from(_HEADS[:3]), st.sampled_from(_HEADS), once_in=20)
    return st.builds(_document, heads, root, st.sampled_from([""] * 40 + ["\n", "<a/>", "\x00"]))


def _document(head: str, root: str, tail: str) -> bytes:
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in PREFIXES.items())
    name, rest = root[1:].split(">", 1) if ">" in root else (root[1:], "")
    return f"{head}<{name}{declared}>{rest}{tail}".encode("utf-8", "surrogatepass")
