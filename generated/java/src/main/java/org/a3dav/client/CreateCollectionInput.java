package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An object of the interface.
 *
 * @param extra Members that are not known here.
 */
public record CreateCollectionInput(
    String collection,
    Opt<String> displayName,
    String kind,
    String name,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<CreateCollectionInput> CODEC = Codec.of(CreateCollectionInput::fromJson, "collection", "kind", "name");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CreateCollectionInput fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new CreateCollectionInput(
            in.required("collection", Codecs.TEXT),
            in.optional("displayName", Codecs.TEXT),
            in.required("kind", Codecs.TEXT),
            in.required("name", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("collection", this.collection, Codecs.TEXT)
            .optional("displayName", this.displayName, Codecs.TEXT)
            .required("kind", this.kind, Codecs.TEXT)
            .required("name", this.name, Codecs.TEXT)
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
        made.displayName = this.displayName;
        made.kind = this.kind;
        made.name = this.name;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String collection;
        private Opt<String> displayName = Opt.absent();
        private String kind;
        private String name;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder collection(String collection) {
            this.collection = collection;
            return this;
        }

        public Builder displayName(String displayName) {
            this.displayName = Opt.of(displayName);
            return this;
        }

        public Builder displayName(Opt<String> displayName) {
            this.displayName = displayName;
            return this;
        }

        public Builder kind(String kind) {
            this.kind = kind;
            return this;
        }

        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public CreateCollectionInput build() {
            return new CreateCollectionInput(
                Objects.requireNonNull(this.collection, "collection"),
                this.displayName,
                Objects.requireNonNull(this.kind, "kind"),
                Objects.requireNonNull(this.name, "name"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
