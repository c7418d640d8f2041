package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/** The variables of {@link GraphQl#collection}. */
public record CollectionVariables(
    String id
) implements Model {
    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("id", this.id, Codecs.TEXT)
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
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String id;

        private Builder() {}

        public Builder id(String id) {
            this.id = id;
            return this;
        }

        public CollectionVariables build() {
            return new CollectionVariables(
                Objects.requireNonNull(this.id, "id")
            );
        }
    }
}
