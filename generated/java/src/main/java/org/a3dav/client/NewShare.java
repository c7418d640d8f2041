package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What to give somebody.
 *
 * @param access What they may do.
 * @param summary What the invitation calls it.
 * @param extra Members that are not known here.
 */
public record NewShare(
    NewShareAccess access,
    Opt<String> summary,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<NewShare> CODEC = Codec.of(NewShare::fromJson, "access");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NewShare fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new NewShare(
            in.required("access", NewShareAccess.CODEC),
            in.optional("summary", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("access", this.access, NewShareAccess.CODEC)
            .optional("summary", this.summary, Codecs.TEXT)
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
        made.access = this.access;
        made.summary = this.summary;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private NewShareAccess access;
        private Opt<String> summary = Opt.absent();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder access(NewShareAccess access) {
            this.access = access;
            return this;
        }

        public Builder summary(String summary) {
            this.summary = Opt.of(summary);
            return this;
        }

        public Builder summary(Opt<String> summary) {
            this.summary = summary;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public NewShare build() {
            return new NewShare(
                Objects.requireNonNull(this.access, "access"),
                this.summary,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
