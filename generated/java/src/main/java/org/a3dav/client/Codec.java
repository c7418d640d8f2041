package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/** How a type stands in JSON. Reading throws a Mismatch. */
interface Codec<T> {
    T read(JsonNode json);

    JsonNode write(T value);

    /** Tells whether null of JSON is a value of it. */
    default boolean takesNull() {
        return false;
    }

    /** Tells, without reading it, whether an object has what it must have. */
    default boolean fits(JsonNode json) {
        return true;
    }

    static <T extends Model> Codec<T> of(Function<JsonNode, T> reading, String... required) {
        return new ModelCodec<>(reading, required);
    }

    /** An object, which the names of its required members tell from others; without names, any value. */
    record ModelCodec<T extends Model>(Function<JsonNode, T> reading, String... required) implements Codec<T> {
        @Override
        public T read(JsonNode json) {
            return reading.apply(json);
        }

        @Override
        public JsonNode write(T value) {
            return value.toJson();
        }

        @Override
        public boolean fits(JsonNode json) {
            for (String name : required) {
                if (!json.has(name)) {
                    return false;
                }
            }
            return true;
        }
    }
}
