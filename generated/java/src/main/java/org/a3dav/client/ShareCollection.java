package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A home, a calendar, an address book or a folder.
 *
 * @param displayName DAV:displayname; empty where none was given.
 * @param extra Members that are not known here.
 */
public record ShareCollection(
    String id,
    String displayName,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<ShareCollection> CODEC = Codec.of(ShareCollection::fromJson, "id", "displayName");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ShareCollection fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new ShareCollection(
            in.required("id", Codecs.TEXT),
            in.required("displayName", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("id", this.id, Codecs.TEXT)
            .required("displayName", this.displayName, Codecs.TEXT)
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
        made.id = this.id;
        made.displayName = this.displayName;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String id;
        private String displayName;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder id(String id) {
            this.id = id;
            return this;
        }

        public Builder displayName(String displayName) {
            this.displayName = displayName;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public ShareCollection build() {
            return new ShareCollection(
                Objects.requireNonNull(this.id, "id"),
                Objects.requireNonNull(this.displayName, "displayName"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
