package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What somebody made of an invitation.
 *
 * @param account A person, a group, a room or a resource.
 * @param state What was made of it.
 * @param extra Members that are not known here.
 */
public record ShareAnswer(
    Principal account,
    InvitationState state,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<ShareAnswer> CODEC = Codec.of(ShareAnswer::fromJson, "account", "state");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ShareAnswer fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new ShareAnswer(
            in.required("account", Principal.CODEC),
            in.required("state", InvitationState.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("account", this.account, Principal.CODEC)
            .required("state", this.state, InvitationState.CODEC)
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
        made.state = this.state;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Principal account;
        private InvitationState state;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder account(Principal account) {
            this.account = account;
            return this;
        }

        public Builder state(InvitationState state) {
            this.state = state;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public ShareAnswer build() {
            return new ShareAnswer(
                Objects.requireNonNull(this.account, "account"),
                Objects.requireNonNull(this.state, "state"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
