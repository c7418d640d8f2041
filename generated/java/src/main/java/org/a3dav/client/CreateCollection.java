package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An object of the interface.
 *
 * @param extra Members that are not known here.
 */
public record CreateCollection(
    Opt<CreateCollection2> collection,
    List<CreateCollectionErrors> errors,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<CreateCollection> CODEC = Codec.of(CreateCollection::fromJson, "collection", "errors");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CreateCollection fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new CreateCollection(
            in.nullable("collection", CreateCollection2.CODEC),
            in.required("errors", Codecs.list(CreateCollectionErrors.CODEC)),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .nullable("collection", this.collection, CreateCollection2.CODEC)
            .required("errors", this.errors, Codecs.list(CreateCollectionErrors.CODEC))
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
        made.errors = this.errors;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<CreateCollection2> collection = Opt.ofNull();
        private List<CreateCollectionErrors> errors;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder collection(CreateCollection2 collection) {
            this.collection = Opt.of(collection);
            return this;
        }

        public Builder collection(Opt<CreateCollection2> collection) {
            this.collection = collection;
            return this;
        }

        public Builder errors(List<CreateCollectionErrors> errors) {
            this.errors = errors;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public CreateCollection build() {
            return new CreateCollection(
                this.collection,
                Objects.requireNonNull(this.errors, "errors"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
