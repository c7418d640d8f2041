package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Changes, made in the order in which they were sent; each stands or falls alone.
 *
 * @param setDisabled Refuses all sign-ins of an account, whose data stays, or lets it sign in again.
 * @param extra Members that are not known here.
 */
public record SetDisabledResult(
    Opt<SetDisabled> setDisabled,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<SetDisabledResult> CODEC = Codec.of(SetDisabledResult::fromJson, "setDisabled");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SetDisabledResult fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new SetDisabledResult(
            in.nullable("setDisabled", SetDisabled.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .nullable("setDisabled", this.setDisabled, SetDisabled.CODEC)
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
        made.setDisabled = this.setDisabled;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<SetDisabled> setDisabled = Opt.ofNull();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder setDisabled(SetDisabled setDisabled) {
            this.setDisabled = Opt.of(setDisabled);
            return this;
        }

        public Builder setDisabled(Opt<SetDisabled> setDisabled) {
            this.setDisabled = setDisabled;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public SetDisabledResult build() {
            return new SetDisabledResult(
                this.setDisabled,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
