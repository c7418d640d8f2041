package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a transaction wants done outside of the store.
 *
 * @param failure Why the last attempt failed.
 * @param due When it is tried next.
 * @param extra Members that are not known here.
 */
public record OutboxNodes(
    String id,
    String kind,
    GraphMessageState state,
    long attempts,
    String failure,
    Opt<Timestamp> created,
    Opt<Timestamp> due,
    Opt<OutboxNodesAccount> account,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<OutboxNodes> CODEC = Codec.of(OutboxNodes::fromJson, "id", "kind", "state", "attempts", "failure", "created", "due", "account");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OutboxNodes fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new OutboxNodes(
            in.required("id", Codecs.TEXT),
            in.required("kind", Codecs.TEXT),
            in.required("state", GraphMessageState.CODEC),
            in.required("attempts", Codecs.INTEGER),
            in.required("failure", Codecs.TEXT),
            in.nullable("created", Codecs.TIMESTAMP),
            in.nullable("due", Codecs.TIMESTAMP),
            in.nullable("account", OutboxNodesAccount.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("id", this.id, Codecs.TEXT)
            .required("kind", this.kind, Codecs.TEXT)
            .required("state", this.state, GraphMessageState.CODEC)
            .required("attempts", this.attempts, Codecs.INTEGER)
            .required("failure", this.failure, Codecs.TEXT)
            .nullable("created", this.created, Codecs.TIMESTAMP)
            .nullable("due", this.due, Codecs.TIMESTAMP)
            .nullable("account", this.account, OutboxNodesAccount.CODEC)
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
        made.kind = this.kind;
        made.state = this.state;
        made.attempts = this.attempts;
        made.failure = this.failure;
        made.created = this.created;
        made.due = this.due;
        made.account = this.account;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String id;
        private String kind;
        private GraphMessageState state;
        private Long attempts;
        private String failure;
        private Opt<Timestamp> created = Opt.ofNull();
        private Opt<Timestamp> due = Opt.ofNull();
        private Opt<OutboxNodesAccount> account = Opt.ofNull();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder id(String id) {
            this.id = id;
            return this;
        }

        public Builder kind(String kind) {
            this.kind = kind;
            return this;
        }

        public Builder state(GraphMessageState state) {
            this.state = state;
            return this;
        }

        public Builder attempts(long attempts) {
            this.attempts = attempts;
            return this;
        }

        public Builder failure(String failure) {
            this.failure = failure;
            return this;
        }

        public Builder created(Timestamp created) {
            this.created = Opt.of(created);
            return this;
        }

        public Builder created(Opt<Timestamp> created) {
            this.created = created;
            return this;
        }

        public Builder due(Timestamp due) {
            this.due = Opt.of(due);
            return this;
        }

        public Builder due(Opt<Timestamp> due) {
            this.due = due;
            return this;
        }

        public Builder account(OutboxNodesAccount account) {
            this.account = Opt.of(account);
            return this;
        }

        public Builder account(Opt<OutboxNodesAccount> account) {
            this.account = account;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public OutboxNodes build() {
            return new OutboxNodes(
                Objects.requireNonNull(this.id, "id"),
                Objects.requireNonNull(this.kind, "kind"),
                Objects.requireNonNull(this.state, "state"),
                Objects.requireNonNull(this.attempts, "attempts"),
                Objects.requireNonNull(this.failure, "failure"),
                this.created,
                this.due,
                this.account,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
