package org.a3dav.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** JSON whose numbers come back with the value they had. */
final class Json {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder(factory())
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .nodeFactory(NODES)
        .build();

    private Json() {}

    private static JsonFactory factory() {
        StreamReadConstraints limits = StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build();
        return JsonFactory.builder().streamReadConstraints(limits).disable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
    }

    static JsonNode read(byte[] content) {
        try {
            JsonNode found = MAPPER.readTree(content);
            if (found.isMissingNode()) {
                throw new Mismatch("there is no JSON");
            }
            return found;
        } catch (IOException e) {
            String reason = e instanceof JsonProcessingException told ? told.getOriginalMessage() : e.getMessage();
            throw new Mismatch("this is no JSON: " + reason);
        }
    }

    static JsonNode read(String content) {
        return read(content.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] write(JsonNode value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new Mismatch("this cannot be written as JSON: " + e.getOriginalMessage());
        }
    }

    /** The variant that a member tells, or without such a member the first that fits; null when none does. */
    @SafeVarargs
    static <U> U variant(JsonNode json, String member, Choice<? extends U>... choices) {
        if (!member.isEmpty() && !json.path(member).isTextual()) {
            return null;
        }
        for (Choice<? extends U> choice : choices) {
            if (!member.isEmpty()) {
                if (choice.tags().contains(json.path(member).textValue())) {
                    return choice.reading().apply(json);
                }
            } else if (choice.fits().test(json)) {
                try {
                    return choice.reading().apply(json);
                } catch (Mismatch e) {
                    continue;
                }
            }
        }
        return null;
    }

    /** One of the types of a union. */
    record Choice<U>(List<String> tags, Predicate<JsonNode> fits, Function<JsonNode, U> reading) {}

    static <T, U> Choice<U> choice(Codec<T> codec, Function<T, U> wrap, String... tags) {
        return new Choice<>(List.of(tags), codec::fits, json -> wrap.apply(codec.read(json)));
    }
}
