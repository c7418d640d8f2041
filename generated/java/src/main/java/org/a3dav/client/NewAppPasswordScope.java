package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** What it may be used for. */
public record NewAppPasswordScope(String value) implements Model {
    static final Codec<NewAppPasswordScope> CODEC = Codec.of(NewAppPasswordScope::fromJson);

    public static final NewAppPasswordScope DAV = new NewAppPasswordScope("dav");

    public static final NewAppPasswordScope READ_ONLY = new NewAppPasswordScope("read-only");

    public static final NewAppPasswordScope API = new NewAppPasswordScope("api");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NewAppPasswordScope fromJson(JsonNode json) {
        return new NewAppPasswordScope(Codecs.TEXT.read(json));
    }

    @Override
    public JsonNode toJson() {
        return Codecs.TEXT.write(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
