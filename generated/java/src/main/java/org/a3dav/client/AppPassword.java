package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A password of its own for one client.
 *
 * @param id Identifies an object for as long as it exists.
 * @param label What it is for.
 * @param scope What an app password may be used for.
 * @param created A moment in UTC (RFC 3339).
 * @param expires When it ends; null for never.
 * @param lastUsed To the hour or so; null before it was used.
 * @param extra Members that are not known here.
 */
public record AppPassword(
    String id,
    String label,
    AppPasswordScope scope,
    Timestamp created,
    Opt<Timestamp> expires,
    Opt<Timestamp> lastUsed,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<AppPassword> CODEC = Codec.of(AppPassword::fromJson, "id", "label", "scope", "created", "expires", "lastUsed");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AppPassword fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new AppPassword(
            in.required("id", Codecs.TEXT),
            in.required("label", Codecs.TEXT),
            in.required("scope", AppPasswordScope.CODEC),
            in.required("created", Codecs.TIMESTAMP),
            in.nullable("expires", Codecs.TIMESTAMP),
            in.nullable("lastUsed", Codecs.TIMESTAMP),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("id", this.id, Codecs.TEXT)
            .required("label", this.label, Codecs.TEXT)
            .required("scope", this.scope, AppPasswordScope.CODEC)
            .required("created", this.created, Codecs.TIMESTAMP)
            .nullable("expires", this.expires, Codecs.TIMESTAMP)
            .nullable("lastUsed", this.lastUsed, Codecs.TIMESTAMP)
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
        made.label = this.label;
        made.scope = this.scope;
        made.created = this.created;
        made.expires = this.expires;
        made.lastUsed = this.lastUsed;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String id;
        private String label;
        private AppPasswordScope scope;
        private Timestamp created;
        private Opt<Timestamp> expires = Opt.ofNull();
        private Opt<Timestamp> lastUsed = Opt.ofNull();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder id(String id) {
            this.id = id;
            return this;
        }

        public Builder label(String label) {
            this.label = label;
            return this;
        }

        public Builder scope(AppPasswordScope scope) {
            this.scope = scope;
            return this;
        }

        public Builder created(Timestamp created) {
            this.created = created;
            return this;
        }

        public Builder expires(Timestamp expires) {
            this.expires = Opt.of(expires);
            return this;
        }

        public Builder expires(Opt<Timestamp> expires) {
            this.expires = expires;
            return this;
        }

        public Builder lastUsed(Timestamp lastUsed) {
            this.lastUsed = Opt.of(lastUsed);
            return this;
        }

        public Builder lastUsed(Opt<Timestamp> lastUsed) {
            this.lastUsed = lastUsed;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public AppPassword build() {
            return new AppPassword(
                Objects.requireNonNull(this.id, "id"),
                Objects.requireNonNull(this.label, "label"),
                Objects.requireNonNull(this.scope, "scope"),
                Objects.requireNonNull(this.created, "created"),
                this.expires,
                this.lastUsed,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
