package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/** The variables of {@link GraphQl#createAppPassword}. */
public record CreateAppPasswordVariables(
    CreateAppPasswordInput input
) implements Model {
    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("input", this.input, CreateAppPasswordInput.CODEC)
            .done();
    }

    /** Begins one of which nothing is said yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins one like this. */
    public Builder toBuilder() {
        Builder made = new Builder();
        made.input = this.input;
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private CreateAppPasswordInput input;

        private Builder() {}

        public Builder input(CreateAppPasswordInput input) {
            this.input = input;
            return this;
        }

        public CreateAppPasswordVariables build() {
            return new CreateAppPasswordVariables(
                Objects.requireNonNull(this.input, "input")
            );
        }
    }
}
