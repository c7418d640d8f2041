package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A problem of RFC 9457.
 *
 * @param type {@code about:blank} unless the server says another one
 * @param title empty unless said
 * @param status 0 unless said
 * @param detail empty unless said
 * @param instance empty unless said
 * @param extensions the other members, as they came
 */
public record ProblemDetails(
    String type, String title, int status, String detail, String instance, Map<String, JsonNode> extensions) {
    /** A member of another type than RFC 9457 §3.1 says is left among the extensions. */
    static ProblemDetails read(byte[] body) {
        Map<String, JsonNode> given = new LinkedHashMap<>();
        try {
            Codecs.object(Json.read(body)).fields().forEachRemaining(one -> given.put(one.getKey(), one.getValue()));
        } catch (Mismatch e) {
            return null;
        }
        JsonNode status = given.get("status");
        int told = status != null && status.isInt() ? given.remove("status").intValue() : 0;
        return new ProblemDetails(
            take(given, "type", "about:blank"), take(given, "title", ""), told, take(given, "detail", ""),
            take(given, "instance", ""), Collections.unmodifiableMap(given));
    }

    private static String take(Map<String, JsonNode> given, String name, String otherwise) {
        JsonNode found = given.get(name);
        return found != null && found.isTextual() ? given.remove(name).textValue() : otherwise;
    }
}
