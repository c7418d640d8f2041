package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which acts; what is left out does not select.
 *
 * @param account Who acted, or what it was about.
 * @param until Before this moment.
 * @param extra Members that are not known here.
 */
public record AuditFilter(
    Opt<String> account,
    Opt<List<String>> actions,
    Opt<List<String>> outcomes,
    Opt<String> requestId,
    Opt<Timestamp> since,
    Opt<Timestamp> until,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<AuditFilter> CODEC = Codec.of(AuditFilter::fromJson);

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AuditFilter fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new AuditFilter(
            in.optional("account", Codecs.TEXT),
            in.optional("actions", Codecs.list(Codecs.TEXT)),
            in.optional("outcomes", Codecs.list(Codecs.TEXT)),
            in.optional("requestId", Codecs.TEXT),
            in.optional("since", Codecs.TIMESTAMP),
            in.optional("until", Codecs.TIMESTAMP),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .optional("account", this.account, Codecs.TEXT)
            .optional("actions", this.actions, Codecs.list(Codecs.TEXT))
            .optional("outcomes", this.outcomes, Codecs.list(Codecs.TEXT))
            .optional("requestId", this.requestId, Codecs.TEXT)
            .optional("since", this.since, Codecs.TIMESTAMP)
            .optional("until", this.until, Codecs.TIMESTAMP)
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
        made.account = this.account;
        made.actions = this.actions;
        made.outcomes = this.outcomes;
        made.requestId = this.requestId;
        made.since = this.since;
        made.until = this.until;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<String> account = Opt.absent();
        private Opt<List<String>> actions = Opt.absent();
        private Opt<List<String>> outcomes = Opt.absent();
        private Opt<String> requestId = Opt.absent();
        private Opt<Timestamp> since = Opt.absent();
        private Opt<Timestamp> until = Opt.absent();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder account(String account) {
            this.account = Opt.of(account);
            return this;
        }

        public Builder account(Opt<String> account) {
            this.account = account;
            return this;
        }

        public Builder actions(List<String> actions) {
            this.actions = Opt.of(actions);
            return this;
        }

        public Builder actions(Opt<List<String>> actions) {
            this.actions = actions;
            return this;
        }

        public Builder outcomes(List<String> outcomes) {
            this.outcomes = Opt.of(outcomes);
            return this;
        }

        public Builder outcomes(Opt<List<String>> outcomes) {
            this.outcomes = outcomes;
            return this;
        }

        public Builder requestId(String requestId) {
            this.requestId = Opt.of(requestId);
            return this;
        }

        public Builder requestId(Opt<String> requestId) {
            this.requestId = requestId;
            return this;
        }

        public Builder since(Timestamp since) {
            this.since = Opt.of(since);
            return this;
        }

        public Builder since(Opt<Timestamp> since) {
            this.since = since;
            return this;
        }

        public Builder until(Timestamp until) {
            this.until = Opt.of(until);
            return this;
        }

        public Builder until(Opt<Timestamp> until) {
            this.until = until;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public AuditFilter build() {
            return new AuditFilter(
                this.account,
                this.actions,
                this.outcomes,
                this.requestId,
                this.since,
                this.until,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
