package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Administrators and auditors ask for everything, everybody else for what is their own.
 *
 * @param collection A collection by its id; null where there is none that you may ask for.
 * @param extra Members that are not known here.
 */
public record CollectionResult(
    Opt<Collection> collection,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<CollectionResult> CODEC = Codec.of(CollectionResult::fromJson, "collection");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CollectionResult fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new CollectionResult(
            in.nullable("collection", Collection.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .nullable("collection", this.collection, Collection.CODEC)
            .extra(this.extra, Codecs.ANY)
            .done();
    }

    /** Begins one of which nothing is said yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins one like this. */
    public Builder toBuilder() {
        Builder made = new Builder();
        made.collection = this.collection;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<Collection> collection = Opt.ofNull();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder collection(Collection collection) {
            this.collection = Opt.of(collection);
            return this;
        }

        public Builder collection(Opt<Collection> collection) {
            this.collection = collection;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public CollectionResult build() {
            return new CollectionResult(
                this.collection,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
