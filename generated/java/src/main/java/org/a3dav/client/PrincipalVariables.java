package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/** The variables of {@link GraphQl#principal}. */
public record PrincipalVariables(
    String name
) implements Model {
    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("name", this.name, Codecs.TEXT)
            .done();
    }

    /** Begins one of which nothing is said yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins one like this. */
    public Builder toBuilder() {
        Builder made = new Builder();
        made.name = this.name;
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String name;

        private Builder() {}

        public Builder name(String name) {
            this.name = name;
            return this;
        }

        public PrincipalVariables build() {
            return new PrincipalVariables(
                Objects.requireNonNull(this.name, "name")
            );
        }
    }
}
