package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the members of an object, and keeps those that nobody asked for. */
final class MemberReader {
    private final JsonNode json;
    private final Set<String> known = new HashSet<>();

    MemberReader(JsonNode json) {
        this.json = Codecs.object(json);
    }

    <T> T required(String name, Codec<T> codec) {
        JsonNode found = member(name);
        if (found == null) {
            throw new Mismatch("the member " + name + " is missing");
        }
        if (found.isNull() && !codec.takesNull()) {
            throw new Mismatch("the member " + name + " is null");
        }
        return Codecs.readIn(name, found, codec);
    }

    <T> Opt<T> nullable(String name, Codec<T> codec) {
        if (!json.has(name)) {
            throw new Mismatch("the member " + name + " is missing");
        }
        return optional(name, codec);
    }

    <T> Opt<T> optional(String name, Codec<T> codec) {
        JsonNode found = member(name);
        if (found == null) {
            return Opt.absent();
        }
        return found.isNull() ? Opt.ofNull() : Opt.of(Codecs.readIn(name, found, codec));
    }

    private JsonNode member(String name) {
        known.add(name);
        return json.get(name);
    }

    <T> Map<String, T> extra(Codec<T> codec) {
        Map<String, T> found = new LinkedHashMap<>();
        json.fields().forEachRemaining(entry -> {
            if (!known.contains(entry.getKey())) {
                found.put(entry.getKey(), Codecs.readIn(entry.getKey(), entry.getValue(), codec));
            }
        });
        return Collections.unmodifiableMap(found);
    }
}
