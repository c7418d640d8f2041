package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An app password to make.
 *
 * @param label What it is for.
 * @param scope What it may be used for.
 * @param days Until it expires; null for never.
 * @param extra Members that are not known here.
 */
public record NewAppPassword(
    String label,
    NewAppPasswordScope scope,
    Opt<Long> days,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<NewAppPassword> CODEC = Codec.of(NewAppPassword::fromJson, "label", "scope");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NewAppPassword fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new NewAppPassword(
            in.required("label", Codecs.TEXT),
            in.required("scope", NewAppPasswordScope.CODEC),
            in.optional("days", Codecs.INTEGER),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("label", this.label, Codecs.TEXT)
            .required("scope", this.scope, NewAppPasswordScope.CODEC)
            .optional("days", this.days, Codecs.INTEGER)
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
        made.label = this.label;
        made.scope = this.scope;
        made.days = this.days;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String label;
        private NewAppPasswordScope scope;
        private Opt<Long> days = Opt.absent();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder label(String label) {
            this.label = label;
            return this;
        }

        public Builder scope(NewAppPasswordScope scope) {
            this.scope = scope;
            return this;
        }

        public Builder days(long days) {
            this.days = Opt.of(days);
            return this;
        }

        public Builder days(Opt<Long> days) {
            this.days = days;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public NewAppPassword build() {
            return new NewAppPassword(
                Objects.requireNonNull(this.label, "label"),
                Objects.requireNonNull(this.scope, "scope"),
                this.days,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
