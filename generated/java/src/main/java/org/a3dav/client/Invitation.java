package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What somebody offered to share.
 *
 * @param id Identifies an object for as long as it exists.
 * @param collection Identifies an object for as long as it exists.
 * @param kind What is shared.
 * @param owner A person, a group, a room or a resource.
 * @param access What a share gives: when somebody is busy, everything to read, or everything to read and to change.
 * @param summary What its owner calls it.
 * @param state What was made of it.
 * @param changed A moment in UTC (RFC 3339).
 * @param href Its path in DAV among one's own, once it is accepted.
 * @param extra Members that are not known here.
 */
public record Invitation(
    String id,
    String collection,
    InvitationKind kind,
    Principal owner,
    ShareAccess access,
    String summary,
    InvitationState state,
    Timestamp changed,
    Opt<String> href,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<Invitation> CODEC = Codec.of(Invitation::fromJson, "id", "collection", "kind", "owner", "access", "summary", "state", "changed", "href");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Invitation fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new Invitation(
            in.required("id", Codecs.TEXT),
            in.required("collection", Codecs.TEXT),
            in.required("kind", InvitationKind.CODEC),
            in.required("owner", Principal.CODEC),
            in.required("access", ShareAccess.CODEC),
            in.required("summary", Codecs.TEXT),
            in.required("state", InvitationState.CODEC),
            in.required("changed", Codecs.TIMESTAMP),
            in.nullable("href", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("id", this.id, Codecs.TEXT)
            .required("collection", this.collection, Codecs.TEXT)
            .required("kind", this.kind, InvitationKind.CODEC)
            .required("owner", this.owner, Principal.CODEC)
            .required("access", this.access, ShareAccess.CODEC)
            .required("summary", this.summary, Codecs.TEXT)
            .required("state", this.state, InvitationState.CODEC)
            .required("changed", this.changed, Codecs.TIMESTAMP)
            .nullable("href", this.href, Codecs.TEXT)
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
        made.collection = this.collection;
        made.kind = this.kind;
        made.owner = this.owner;
        made.access = this.access;
        made.summary = this.summary;
        made.state = this.state;
        made.changed = this.changed;
        made.href = this.href;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String id;
        private String collection;
        private InvitationKind kind;
        private Principal owner;
        private ShareAccess access;
        private String summary;
        private InvitationState state;
        private Timestamp changed;
        private Opt<String> href = Opt.ofNull();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder id(String id) {
            this.id = id;
            return this;
        }

        public Builder collection(String collection) {
            this.collection = collection;
            return this;
        }

        public Builder kind(InvitationKind kind) {
            this.kind = kind;
            return this;
        }

        public Builder owner(Principal owner) {
            this.owner = owner;
            return this;
        }

        public Builder access(ShareAccess access) {
            this.access = access;
            return this;
        }

        public Builder summary(String summary) {
            this.summary = summary;
            return this;
        }

        public Builder state(InvitationState state) {
            this.state = state;
            return this;
        }

        public Builder changed(Timestamp changed) {
            this.changed = changed;
            return this;
        }

        public Builder href(String href) {
            this.href = Opt.of(href);
            return this;
        }

        public Builder href(Opt<String> href) {
            this.href = href;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public Invitation build() {
            return new Invitation(
                Objects.requireNonNull(this.id, "id"),
                Objects.requireNonNull(this.collection, "collection"),
                Objects.requireNonNull(this.kind, "kind"),
                Objects.requireNonNull(this.owner, "owner"),
                Objects.requireNonNull(this.access, "access"),
                Objects.requireNonNull(this.summary, "summary"),
                Objects.requireNonNull(this.state, "state"),
                Objects.requireNonNull(this.changed, "changed"),
                this.href,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
