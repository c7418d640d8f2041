package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How OpenAPI says that a parameter is written. */
record Style(String name, boolean explode) {
    private static final Map<String, String> BETWEEN = Map.of("spaceDelimited", "%20", "pipeDelimited", "%7C");

    /** The texts of a value: one of a scalar, one each of a list, name and text by turns of an object. */
    record Parts(List<String> texts, boolean isList, boolean isObject, String json) {
        static Parts of(JsonNode value) {
            List<String> texts = new ArrayList<>();
            if (value.isArray()) {
                value.forEach(item -> texts.add(textOf(item)));
            } else if (value.isObject()) {
                Map<String, JsonNode> members = new TreeMap<>();
                value.fields().forEachRemaining(one -> members.put(one.getKey(), one.getValue()));
                members.forEach((name, member) -> texts.addAll(List.of(name, textOf(member))));
            } else {
                texts.add(textOf(value));
            }
            return new Parts(texts, value.isArray(), value.isObject(), jsonOf(value));
        }

        String text() {
            return isList || isObject ? json : texts.get(0);
        }

        List<String> escaped() {
            return texts.stream().map(Style::escape).toList();
        }
    }

    private static String textOf(JsonNode value) {
        return value.isContainerNode() ? jsonOf(value) : value.isNull() ? "" : value.asText();
    }

    private static String jsonOf(JsonNode value) {
        return new String(Json.write(value), StandardCharsets.UTF_8);
    }

    /** Percent-encodes all but the unreserved characters of RFC 3986. */
    static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }

    private static List<String> pairs(List<String> texts, String between) {
        List<String> made = new ArrayList<>();
        for (int i = 0; i + 1 < texts.size(); i += 2) {
            made.add(texts.get(i) + between + texts.get(i + 1));
        }
        return made;
    }

    String segment(String parameter, Parts parts) {
        boolean isNamed = explode && parts.isObject();
        List<String> escaped = isNamed ? pairs(parts.escaped(), "=") : parts.escaped();
        if (name.equals("label")) {
            return "." + String.join(explode ? "." : ",", escaped);
        }
        if (!name.equals("matrix")) {
            return String.join(",", escaped);
        }
        String own = ";" + parameter + "=";
        return isNamed ? ";" + String.join(";", escaped) : own + String.join(explode && parts.isList() ? own : ",", escaped);
    }

    List<String> fields(String parameter, JsonNode value) {
        Parts parts = Parts.of(value);
        String field = escape(parameter);
        if (name.equals("json")) {
            return List.of(field + "=" + escape(parts.json()));
        }
        List<String> escaped = parts.escaped();
        if (parts.isObject() && name.equals("deepObject")) {
            return pairs(escaped, "%5D=").stream().map(one -> field + "%5B" + one).toList();
        }
        if (parts.isObject() && explode) {
            return pairs(escaped, "=");
        }
        if (parts.isList() && explode) {
            return escaped.stream().map(one -> field + "=" + one).toList();
        }
        return parts.isList() && escaped.isEmpty()
            ? List.of()
            : List.of(field + "=" + String.join(BETWEEN.getOrDefault(name, ","), escaped));
    }

    String line(JsonNode value) {
        Parts parts = Parts.of(value);
        if (name.equals("json")) {
            return parts.json();
        }
        return String.join(",", parts.isObject() && explode ? pairs(parts.texts(), "=") : parts.texts());
    }
}
