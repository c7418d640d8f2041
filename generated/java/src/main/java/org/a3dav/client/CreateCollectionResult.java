package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Changes, made in the order in which they were sent; each stands or falls alone.
 *
 * @param createCollection In a home or another collection.
 * @param extra Members that are not known here.
 */
public record CreateCollectionResult(
    Opt<CreateCollection> createCollection,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<CreateCollectionResult> CODEC = Codec.of(CreateCollectionResult::fromJson, "createCollection");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CreateCollectionResult fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new CreateCollectionResult(
            in.nullable("createCollection", CreateCollection.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .nullable("createCollection", this.createCollection, CreateCollection.CODEC)
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
        made.createCollection = this.createCollection;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<CreateCollection> createCollection = Opt.ofNull();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder createCollection(CreateCollection createCollection) {
            this.createCollection = Opt.of(createCollection);
            return this;
        }

        public Builder createCollection(Opt<CreateCollection> createCollection) {
            this.createCollection = createCollection;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public CreateCollectionResult build() {
            return new CreateCollectionResult(
                this.createCollection,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
