package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which principals; what is left out does not select.
 *
 * @param text What name, display name or address contain.
 * @param extra Members that are not known here.
 */
public record PrincipalFilter(
    Opt<Boolean> disabled,
    Opt<GraphKind> kind,
    Opt<String> memberOf,
    Opt<GraphRole> role,
    Opt<String> text,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<PrincipalFilter> CODEC = Codec.of(PrincipalFilter::fromJson);

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PrincipalFilter fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new PrincipalFilter(
            in.optional("disabled", Codecs.BOOLEAN),
            in.optional("kind", GraphKind.CODEC),
            in.optional("memberOf", Codecs.TEXT),
            in.optional("role", GraphRole.CODEC),
            in.optional("text", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .optional("disabled", this.disabled, Codecs.BOOLEAN)
            .optional("kind", this.kind, GraphKind.CODEC)
            .optional("memberOf", this.memberOf, Codecs.TEXT)
            .optional("role", this.role, GraphRole.CODEC)
            .optional("text", this.text, Codecs.TEXT)
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
        made.disabled = this.disabled;
        made.kind = this.kind;
        made.memberOf = this.memberOf;
        made.role = this.role;
        made.text = this.text;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<Boolean> disabled = Opt.absent();
        private Opt<GraphKind> kind = Opt.absent();
        private Opt<String> memberOf = Opt.absent();
        private Opt<GraphRole> role = Opt.absent();
        private Opt<String> text = Opt.absent();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder disabled(boolean disabled) {
            this.disabled = Opt.of(disabled);
            return this;
        }

        public Builder disabled(Opt<Boolean> disabled) {
            this.disabled = disabled;
            return this;
        }

        public Builder kind(GraphKind kind) {
            this.kind = Opt.of(kind);
            return this;
        }

        public Builder kind(Opt<GraphKind> kind) {
            this.kind = kind;
            return this;
        }

        public Builder memberOf(String memberOf) {
            this.memberOf = Opt.of(memberOf);
            return this;
        }

        public Builder memberOf(Opt<String> memberOf) {
            this.memberOf = memberOf;
            return this;
        }

        public Builder role(GraphRole role) {
            this.role = Opt.of(role);
            return this;
        }

        public Builder role(Opt<GraphRole> role) {
            this.role = role;
            return this;
        }

        public Builder text(String text) {
            this.text = Opt.of(text);
            return this;
        }

        public Builder text(Opt<String> text) {
            this.text = text;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public PrincipalFilter build() {
            return new PrincipalFilter(
                this.disabled,
                this.kind,
                this.memberOf,
                this.role,
                this.text,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
