package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An object of the interface.
 *
 * @param extra Members that are not known here.
 */
public record CreateAppPassword(
    Opt<CreateAppPasswordNewAppPassword> newAppPassword,
    List<CreateAppPasswordErrors> errors,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<CreateAppPassword> CODEC = Codec.of(CreateAppPassword::fromJson, "newAppPassword", "errors");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CreateAppPassword fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new CreateAppPassword(
            in.nullable("newAppPassword", CreateAppPasswordNewAppPassword.CODEC),
            in.required("errors", Codecs.list(CreateAppPasswordErrors.CODEC)),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .nullable("newAppPassword", this.newAppPassword, CreateAppPasswordNewAppPassword.CODEC)
            .required("errors", this.errors, Codecs.list(CreateAppPasswordErrors.CODEC))
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
        made.newAppPassword = this.newAppPassword;
        made.errors = this.errors;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<CreateAppPasswordNewAppPassword> newAppPassword = Opt.ofNull();
        private List<CreateAppPasswordErrors> errors;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder newAppPassword(CreateAppPasswordNewAppPassword newAppPassword) {
            this.newAppPassword = Opt.of(newAppPassword);
            return this;
        }

        public Builder newAppPassword(Opt<CreateAppPasswordNewAppPassword> newAppPassword) {
            this.newAppPassword = newAppPassword;
            return this;
        }

        public Builder errors(List<CreateAppPasswordErrors> errors) {
            this.errors = errors;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public CreateAppPassword build() {
            return new CreateAppPassword(
                this.newAppPassword,
                Objects.requireNonNull(this.errors, "errors"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
