package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What operations of GraphQL are made of. */
abstract class GraphQlCalls extends Calls {
    GraphQlCalls(Core core) {
        super(core);
    }

    /**
     * Asks a document of your own, once.
     *
     * @param operation the name of the operation in it, or empty where there is one alone
     * @param variables an object, or null
     */
    public JsonNode execute(String document, String operation, JsonNode variables, CallOption... options) {
        JsonNode given = variables == null ? Json.NODES.objectNode() : variables;
        return ask(Retry.NEVER, document, operation, given, Codecs.ANY, options);
    }

    <T> T ask(
        Retry retry, String document, String operation, JsonNode variables, Codec<T> codec, CallOption... options) {
        ObjectNode body = Json.NODES.objectNode().put("query", document);
        body.set("variables", variables);
        if (!operation.isEmpty()) {
            body.put("operationName", operation);
        }
        Request request = new Request("graphql." + operation, "POST", Identity.GRAPHQL_PATH, retry)
            .accept(MediaTypes.JSON)
            .header("GraphQL-Require-Preflight", "1")
            .json(body, Codecs.ANY, MediaTypes.JSON);
        Answer found;
        try {
            found = core.send(request, options);
        } catch (ApiException e) {
            throw refused(e, codec);
        }
        return readData(request, found, codec);
    }

    private static <T> T readData(Request request, Answer found, Codec<T> codec) {
        try {
            JsonNode json = Codecs.object(Json.read(found.body()));
            List<GraphQlError> errors = errors(json);
            if (!errors.isEmpty()) {
                throw ApiException.decode("", found, request).graphQl(found.status(), errors, data(json, codec));
            }
            if (!json.hasNonNull("data")) {
                throw new Mismatch("this is no answer of GraphQL");
            }
            return codec.read(json.get("data"));
        } catch (Mismatch e) {
            throw ApiException.decode(e.getMessage(), found, request);
        }
    }

    private static <T> ApiException refused(ApiException failure, Codec<T> codec) {
        try {
            JsonNode json = Codecs.object(Json.read(failure.body()));
            List<GraphQlError> errors = errors(json);
            return errors.isEmpty() ? failure : failure.graphQl(failure.status(), errors, data(json, codec));
        } catch (Mismatch e) {
            return failure;
        }
    }

    private static List<GraphQlError> errors(JsonNode json) {
        JsonNode errors = json.path("errors");
        return errors.isArray() ? Codecs.list(Codecs.ANY).read(errors).stream().map(GraphQlError::read).toList() : List.of();
    }

    /** What could be answered all the same: typed, as JSON when it is not of the type, or null. */
    private static <T> Object data(JsonNode json, Codec<T> codec) {
        if (!json.hasNonNull("data")) {
            return null;
        }
        try {
            return codec.read(json.get("data"));
        } catch (Mismatch e) {
            return json.get("data");
        }
    }
}
