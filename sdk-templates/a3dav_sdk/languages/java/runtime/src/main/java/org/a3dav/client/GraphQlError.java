package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * One of the errors in an answer of GraphQL.
 *
 * @param message for people
 * @param path leads to what is null because of it: names, and the numbers of places in lists
 * @param extensions what else the server says
 */
public record GraphQlError(String message, List<JsonNode> path, Map<String, JsonNode> extensions) {
    static GraphQlError read(JsonNode json) {
        List<JsonNode> path = json.path("path").isArray() ? Codecs.list(Codecs.ANY).read(json.get("path")) : List.of();
        Map<String, JsonNode> more =
            json.path("extensions").isObject() ? Codecs.map(Codecs.ANY).read(json.get("extensions")) : Map.of();
        return new GraphQlError(json.path("message").asText(), path, more);
    }
}
