package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Who is signed in, and by what.
 *
 * @param account The account of whoever asks.
 * @param credential What this request was signed in with.
 * @param limits What the server takes, in bytes.
 * @param extra Members that are not known here.
 */
public record Session(
    SessionAccount account,
    SessionCredential credential,
    SessionLimits limits,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<Session> CODEC = Codec.of(Session::fromJson, "account", "credential", "limits");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Session fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new Session(
            in.required("account", SessionAccount.CODEC),
            in.required("credential", SessionCredential.CODEC),
            in.required("limits", SessionLimits.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("account", this.account, SessionAccount.CODEC)
            .required("credential", this.credential, SessionCredential.CODEC)
            .required("limits", this.limits, SessionLimits.CODEC)
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
        made.credential = this.credential;
        made.limits = this.limits;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private SessionAccount account;
        private SessionCredential credential;
        private SessionLimits limits;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder account(SessionAccount account) {
            this.account = account;
            return this;
        }

        public Builder credential(SessionCredential credential) {
            this.credential = credential;
            return this;
        }

        public Builder limits(SessionLimits limits) {
            this.limits = limits;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public Session build() {
            return new Session(
                Objects.requireNonNull(this.account, "account"),
                Objects.requireNonNull(this.credential, "credential"),
                Objects.requireNonNull(this.limits, "limits"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
