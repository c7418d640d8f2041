package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * That something changed.
 *
 * @param cursor The place in the feed behind this change.
 * @param type What happened to what. What is moved is deleted in one place and created, with the same id, in another;
 *     a collection of somebody else that appears among one's own is shared, and one that goes is unshared.
 * @param id Identifies an object for as long as it exists.
 * @param collection Identifies an object for as long as it exists.
 * @param account Identifies an object for as long as it exists.
 * @param href Where it is
 * @param etag Its entity tag as it is now, in its quotes; null for a collection, which has none, and where it is
 *     gone.
 * @param time When it happened.
 * @param extra Members that are not known here.
 */
public record Change(
    String cursor,
    ChangeType type,
    String id,
    String collection,
    String account,
    String href,
    Opt<String> etag,
    Timestamp time,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<Change> CODEC = Codec.of(Change::fromJson, "cursor", "type", "id", "collection", "account", "href", "etag", "time");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Change fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new Change(
            in.required("cursor", Codecs.TEXT),
            in.required("type", ChangeType.CODEC),
            in.required("id", Codecs.TEXT),
            in.required("collection", Codecs.TEXT),
            in.required("account", Codecs.TEXT),
            in.required("href", Codecs.TEXT),
            in.nullable("etag", Codecs.TEXT),
            in.required("time", Codecs.TIMESTAMP),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("cursor", this.cursor, Codecs.TEXT)
            .required("type", this.type, ChangeType.CODEC)
            .required("id", this.id, Codecs.TEXT)
            .required("collection", this.collection, Codecs.TEXT)
            .required("account", this.account, Codecs.TEXT)
            .required("href", this.href, Codecs.TEXT)
            .nullable("etag", this.etag, Codecs.TEXT)
            .required("time", this.time, Codecs.TIMESTAMP)
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
        made.cursor = this.cursor;
        made.type = this.type;
        made.id = this.id;
        made.collection = this.collection;
        made.account = this.account;
        made.href = this.href;
        made.etag = this.etag;
        made.time = this.time;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String cursor;
        private ChangeType type;
        private String id;
        private String collection;
        private String account;
        private String href;
        private Opt<String> etag = Opt.ofNull();
        private Timestamp time;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder cursor(String cursor) {
            this.cursor = cursor;
            return this;
        }

        public Builder type(ChangeType type) {
            this.type = type;
            return this;
        }

        public Builder id(String id) {
            this.id = id;
            return this;
        }

        public Builder collection(String collection) {
            this.collection = collection;
            return this;
        }

        public Builder account(String account) {
            this.account = account;
            return this;
        }

        public Builder href(String href) {
            this.href = href;
            return this;
        }

        public Builder etag(String etag) {
            this.etag = Opt.of(etag);
            return this;
        }

        public Builder etag(Opt<String> etag) {
            this.etag = etag;
            return this;
        }

        public Builder time(Timestamp time) {
            this.time = time;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public Change build() {
            return new Change(
                Objects.requireNonNull(this.cursor, "cursor"),
                Objects.requireNonNull(this.type, "type"),
                Objects.requireNonNull(this.id, "id"),
                Objects.requireNonNull(this.collection, "collection"),
                Objects.requireNonNull(this.account, "account"),
                Objects.requireNonNull(this.href, "href"),
                this.etag,
                Objects.requireNonNull(this.time, "time"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
