package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Changes, made in the order in which they were sent; each stands or falls alone.
 *
 * @param createAppPassword Makes a password of its own for one client.
 * @param extra Members that are not known here.
 */
public record CreateAppPasswordResult(
    Opt<CreateAppPassword> createAppPassword,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<CreateAppPasswordResult> CODEC = Codec.of(CreateAppPasswordResult::fromJson, "createAppPassword");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CreateAppPasswordResult fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new CreateAppPasswordResult(
            in.nullable("createAppPassword", CreateAppPassword.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .nullable("createAppPassword", this.createAppPassword, CreateAppPassword.CODEC)
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
        made.createAppPassword = this.createAppPassword;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<CreateAppPassword> createAppPassword = Opt.ofNull();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder createAppPassword(CreateAppPassword createAppPassword) {
            this.createAppPassword = Opt.of(createAppPassword);
            return this;
        }

        public Builder createAppPassword(Opt<CreateAppPassword> createAppPassword) {
            this.createAppPassword = createAppPassword;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public CreateAppPasswordResult build() {
            return new CreateAppPasswordResult(
                this.createAppPassword,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
