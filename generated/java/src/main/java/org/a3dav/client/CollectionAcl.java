package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An entry of an access control list (RFC 3744): whom it is about, and what it grants or denies.
 *
 * @param extra Members that are not known here.
 */
public record CollectionAcl(
    String principal,
    boolean grants,
    boolean inverted,
    List<String> privileges,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<CollectionAcl> CODEC = Codec.of(CollectionAcl::fromJson, "principal", "grants", "inverted", "privileges");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CollectionAcl fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new CollectionAcl(
            in.required("principal", Codecs.TEXT),
            in.required("grants", Codecs.BOOLEAN),
            in.required("inverted", Codecs.BOOLEAN),
            in.required("privileges", Codecs.list(Codecs.TEXT)),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("principal", this.principal, Codecs.TEXT)
            .required("grants", this.grants, Codecs.BOOLEAN)
            .required("inverted", this.inverted, Codecs.BOOLEAN)
            .required("privileges", this.privileges, Codecs.list(Codecs.TEXT))
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
        made.principal = this.principal;
        made.grants = this.grants;
        made.inverted = this.inverted;
        made.privileges = this.privileges;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String principal;
        private Boolean grants;
        private Boolean inverted;
        private List<String> privileges;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder principal(String principal) {
            this.principal = principal;
            return this;
        }

        public Builder grants(boolean grants) {
            this.grants = grants;
            return this;
        }

        public Builder inverted(boolean inverted) {
            this.inverted = inverted;
            return this;
        }

        public Builder privileges(List<String> privileges) {
            this.privileges = privileges;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public CollectionAcl build() {
            return new CollectionAcl(
                Objects.requireNonNull(this.principal, "principal"),
                Objects.requireNonNull(this.grants, "grants"),
                Objects.requireNonNull(this.inverted, "inverted"),
                Objects.requireNonNull(this.privileges, "privileges"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
