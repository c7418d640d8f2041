package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A person, a group or whatever else has a card.
 *
 * @param id Identifies an object for as long as it exists.
 * @param name The last segment of its path in CardDAV.
 * @param href Its path in CardDAV.
 * @param collection Identifies an object for as long as it exists.
 * @param etag Its entity tag, for If-Match.
 * @param size The bytes of its vCard.
 * @param created A moment in UTC (RFC 3339).
 * @param modified A moment in UTC (RFC 3339).
 * @param uid Its UID, of a UUID without its URN.
 * @param data A Card of JSContact (RFC 9553). The members here are those that most programs want; others may be sent
 *     and are told.
 * @param extra Members that are not known here.
 */
public record Contact(
    String id,
    String name,
    String href,
    String collection,
    String etag,
    long size,
    Timestamp created,
    Timestamp modified,
    Opt<String> uid,
    Opt<JsContact> data,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<Contact> CODEC = Codec.of(Contact::fromJson, "id", "name", "href", "collection", "etag", "size", "created", "modified", "uid");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Contact fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new Contact(
            in.required("id", Codecs.TEXT),
            in.required("name", Codecs.TEXT),
            in.required("href", Codecs.TEXT),
            in.required("collection", Codecs.TEXT),
            in.required("etag", Codecs.TEXT),
            in.required("size", Codecs.INTEGER),
            in.required("created", Codecs.TIMESTAMP),
            in.required("modified", Codecs.TIMESTAMP),
            in.nullable("uid", Codecs.TEXT),
            in.optional("data", JsContact.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("id", this.id, Codecs.TEXT)
            .required("name", this.name, Codecs.TEXT)
            .required("href", this.href, Codecs.TEXT)
            .required("collection", this.collection, Codecs.TEXT)
            .required("etag", this.etag, Codecs.TEXT)
            .required("size", this.size, Codecs.INTEGER)
            .required("created", this.created, Codecs.TIMESTAMP)
            .required("modified", this.modified, Codecs.TIMESTAMP)
            .nullable("uid", this.uid, Codecs.TEXT)
            .optional("data", this.data, JsContact.CODEC)
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
        made.name = this.name;
        made.href = this.href;
        made.collection = this.collection;
        made.etag = this.etag;
        made.size = this.size;
        made.created = this.created;
        made.modified = this.modified;
        made.uid = this.uid;
        made.data = this.data;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String id;
        private String name;
        private String href;
        private String collection;
        private String etag;
        private Long size;
        private Timestamp created;
        private Timestamp modified;
        private Opt<String> uid = Opt.ofNull();
        private Opt<JsContact> data = Opt.absent();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder id(String id) {
            this.id = id;
            return this;
        }

        public Builder name(String name) {
            this.name = name;
            return this;
        }

        public Builder href(String href) {
            this.href = href;
            return this;
        }

        public Builder collection(String collection) {
            this.collection = collection;
            return this;
        }

        public Builder etag(String etag) {
            this.etag = etag;
            return this;
        }

        public Builder size(long size) {
            this.size = size;
            return this;
        }

        public Builder created(Timestamp created) {
            this.created = created;
            return this;
        }

        public Builder modified(Timestamp modified) {
            this.modified = modified;
            return this;
        }

        public Builder uid(String uid) {
            this.uid = Opt.of(uid);
            return this;
        }

        public Builder uid(Opt<String> uid) {
            this.uid = uid;
            return this;
        }

        public Builder data(JsContact data) {
            this.data = Opt.of(data);
            return this;
        }

        public Builder data(Opt<JsContact> data) {
            this.data = data;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public Contact build() {
            return new Contact(
                Objects.requireNonNull(this.id, "id"),
                Objects.requireNonNull(this.name, "name"),
                Objects.requireNonNull(this.href, "href"),
                Objects.requireNonNull(this.collection, "collection"),
                Objects.requireNonNull(this.etag, "etag"),
                Objects.requireNonNull(this.size, "size"),
                Objects.requireNonNull(this.created, "created"),
                Objects.requireNonNull(this.modified, "modified"),
                this.uid,
                this.data,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
