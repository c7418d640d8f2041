package org.a3dav.client;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Elements as a document of XML, with all namespaces at its root. */
final class XmlWriter {
    private static final Map<String, String> PREFIXES = Map.of(
        "DAV:", "D", "urn:ietf:params:xml:ns:caldav", "C", "urn:ietf:params:xml:ns:carddav", "CR",
        "http://www.w3.org/XML/1998/namespace", "xml");

    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private final StringBuilder made = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");

    private XmlWriter() {}

    static byte[] write(DavElement root) {
        XmlWriter writer = new XmlWriter();
        writer.collect(root);
        writer.element(root, true);
        return writer.made.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void collect(DavElement element) {
        collect(element.name());
        element.attributes().keySet().forEach(this::collect);
        element.children().forEach(this::collect);
    }

    private void collect(DavName name) {
        if (!name.namespace().isEmpty() && !prefixes.containsKey(name.namespace())) {
            prefixes.put(name.namespace(), PREFIXES.getOrDefault(name.namespace(), "n" + prefixes.size()));
        }
    }

    private String qualified(DavName name) {
        if (!name.local().matches("[\\p{L}_][\\p{L}\\p{M}\\p{N}_.\\-·]*")) {
            throw ApiException.misused("\"" + name.local() + "\" is no name of XML");
        }
        return name.namespace().isEmpty() ? name.local() : prefixes.get(name.namespace()) + ":" + name.local();
    }

    private void element(DavElement element, boolean isRoot) {
        String name = qualified(element.name());
        made.append('<').append(name);
        if (isRoot) {
            prefixes.forEach((namespace, prefix) -> {
                if (!prefix.equals("xml")) {
                    attribute("xmlns:" + prefix, namespace);
                }
            });
        }
        element.attributes().forEach((attribute, value) -> attribute(qualified(attribute), value));
        if (element.nodes().isEmpty()) {
            made.append("/>");
            return;
        }
        made.append('>');
        for (DavElement.Node node : element.nodes()) {
            if (node instanceof DavElement.Child child) {
                element(child.element(), false);
            } else if (node instanceof DavElement.Characters characters) {
                escape(characters.text());
            }
        }
        made.append("</").append(name).append('>');
    }

    private void attribute(String name, String value) {
        made.append(' ').append(name).append("=\"");
        escape(value);
        made.append('"');
    }

    private void escape(String text) {
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '<' -> made.append("&lt;");
                case '>' -> made.append("&gt;");
                case '&' -> made.append("&amp;");
                case '"' -> made.append("&quot;");
                case '\r' -> made.append("&#13;");
                case '\n', '\t' -> made.append(letter == '\n' ? "&#10;" : "&#9;");
                default -> {
                    boolean isSurrogate = letter >= 0xd800 && letter <= 0xdfff;
                    if (letter < 0x20 || isSurrogate || letter == 0xfffe || letter == 0xffff) {
                        throw ApiException.misused(String.format("U+%04X cannot stand in XML", letter));
                    }
                    made.appendCodePoint(letter);
                }
            }
        });
    }
}
