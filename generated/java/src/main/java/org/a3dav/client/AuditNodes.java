package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An act that was noted: a write, a login, a refusal, an act of an administrator.
 *
 * @param outcome ok, failed or denied.
 * @param href Where what it was about stands now.
 * @param actor Null where it was erased, or nobody's account.
 * @param extra Members that are not known here.
 */
public record AuditNodes(
    Opt<Timestamp> at,
    String action,
    String outcome,
    Opt<String> href,
    Opt<AuditNodesActor> actor,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<AuditNodes> CODEC = Codec.of(AuditNodes::fromJson, "at", "action", "outcome", "href", "actor");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AuditNodes fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new AuditNodes(
            in.nullable("at", Codecs.TIMESTAMP),
            in.required("action", Codecs.TEXT),
            in.required("outcome", Codecs.TEXT),
            in.nullable("href", Codecs.TEXT),
            in.nullable("actor", AuditNodesActor.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .nullable("at", this.at, Codecs.TIMESTAMP)
            .required("action", this.action, Codecs.TEXT)
            .required("outcome", this.outcome, Codecs.TEXT)
            .nullable("href", this.href, Codecs.TEXT)
            .nullable("actor", this.actor, AuditNodesActor.CODEC)
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
        made.at = this.at;
        made.action = this.action;
        made.outcome = this.outcome;
        made.href = this.href;
        made.actor = this.actor;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<Timestamp> at = Opt.ofNull();
        private String action;
        private String outcome;
        private Opt<String> href = Opt.ofNull();
        private Opt<AuditNodesActor> actor = Opt.ofNull();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder at(Timestamp at) {
            this.at = Opt.of(at);
            return this;
        }

        public Builder at(Opt<Timestamp> at) {
            this.at = at;
            return this;
        }

        public Builder action(String action) {
            this.action = action;
            return this;
        }

        public Builder outcome(String outcome) {
            this.outcome = outcome;
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

        public Builder actor(AuditNodesActor actor) {
            this.actor = Opt.of(actor);
            return this;
        }

        public Builder actor(Opt<AuditNodesActor> actor) {
            this.actor = actor;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public AuditNodes build() {
            return new AuditNodes(
                this.at,
                Objects.requireNonNull(this.action, "action"),
                Objects.requireNonNull(this.outcome, "outcome"),
                this.href,
                this.actor,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
