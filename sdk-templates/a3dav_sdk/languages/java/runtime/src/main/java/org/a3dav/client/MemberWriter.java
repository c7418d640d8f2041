package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Writes the members of an object in the order in which they are given. */
final class MemberWriter {
    private final ObjectNode made = Json.NODES.objectNode();

    <T> MemberWriter required(String name, T value, Codec<T> codec) {
        made.set(name, codec.write(value));
        return this;
    }

    <T> MemberWriter nullable(String name, Opt<T> value, Codec<T> codec) {
        made.set(name, value instanceof Opt.Value<T> held ? codec.write(held.value()) : Json.NODES.nullNode());
        return this;
    }

    <T> MemberWriter optional(String name, Opt<T> value, Codec<T> codec) {
        return value.isAbsent() ? this : nullable(name, value, codec);
    }

    <T> MemberWriter extra(Map<String, T> values, Codec<T> codec) {
        values.forEach((name, value) -> {
            if (!made.has(name)) {
                made.set(name, codec.write(value));
            }
        });
        return this;
    }

    JsonNode done() {
        return made;
    }
}
