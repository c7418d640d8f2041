package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An object of the interface.
 *
 * @param extra Members that are not known here.
 */
public record CreateAppPasswordInput(
    Opt<Long> days,
    String label,
    String principal,
    Opt<GraphAppScope> scope,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<CreateAppPasswordInput> CODEC = Codec.of(CreateAppPasswordInput::fromJson, "label", "principal");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CreateAppPasswordInput fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new CreateAppPasswordInput(
            in.optional("days", Codecs.INTEGER),
            in.required("label", Codecs.TEXT),
            in.required("principal", Codecs.TEXT),
            in.optional("scope", GraphAppScope.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .optional("days", this.days, Codecs.INTEGER)
            .required("label", this.label, Codecs.TEXT)
            .required("principal", this.principal, Codecs.TEXT)
            .optional("scope", this.scope, GraphAppScope.CODEC)
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
        made.days = this.days;
        made.label = this.label;
        made.principal = this.principal;
        made.scope = this.scope;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<Long> days = Opt.absent();
        private String label;
        private String principal;
        private Opt<GraphAppScope> scope = Opt.absent();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder days(long days) {
            this.days = Opt.of(days);
            return this;
        }

        public Builder days(Opt<Long> days) {
            this.days = days;
            return this;
        }

        public Builder label(String label) {
            this.label = label;
            return this;
        }

        public Builder principal(String principal) {
            this.principal = principal;
            return this;
        }

        public Builder scope(GraphAppScope scope) {
            this.scope = Opt.of(scope);
            return this;
        }

        public Builder scope(Opt<GraphAppScope> scope) {
            this.scope = scope;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public CreateAppPasswordInput build() {
            return new CreateAppPasswordInput(
                this.days,
                Objects.requireNonNull(this.label, "label"),
                Objects.requireNonNull(this.principal, "principal"),
                this.scope,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
