package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What to make of it.
 *
 * @param state Whether to have it.
 * @param summary What to call it among one's own.
 * @param extra Members that are not known here.
 */
public record InvitationAnswer(
    InvitationAnswerState state,
    Opt<String> summary,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<InvitationAnswer> CODEC = Codec.of(InvitationAnswer::fromJson, "state");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static InvitationAnswer fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new InvitationAnswer(
            in.required("state", InvitationAnswerState.CODEC),
            in.optional("summary", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("state", this.state, InvitationAnswerState.CODEC)
            .optional("summary", this.summary, Codecs.TEXT)
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
        made.state = this.state;
        made.summary = this.summary;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private InvitationAnswerState state;
        private Opt<String> summary = Opt.absent();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder state(InvitationAnswerState state) {
            this.state = state;
            return this;
        }

        public Builder summary(String summary) {
            this.summary = Opt.of(summary);
            return this;
        }

        public Builder summary(Opt<String> summary) {
            this.summary = summary;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public InvitationAnswer build() {
            return new InvitationAnswer(
                Objects.requireNonNull(this.state, "state"),
                this.summary,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
