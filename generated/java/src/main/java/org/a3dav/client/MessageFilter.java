package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which messages; what is left out does not select.
 *
 * @param extra Members that are not known here.
 */
public record MessageFilter(
    Opt<String> kind,
    Opt<GraphMessageState> state,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<MessageFilter> CODEC = Codec.of(MessageFilter::fromJson);

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MessageFilter fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new MessageFilter(
            in.optional("kind", Codecs.TEXT),
            in.optional("state", GraphMessageState.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .optional("kind", this.kind, Codecs.TEXT)
            .optional("state", this.state, GraphMessageState.CODEC)
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
        made.kind = this.kind;
        made.state = this.state;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<String> kind = Opt.absent();
        private Opt<GraphMessageState> state = Opt.absent();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder kind(String kind) {
            this.kind = Opt.of(kind);
            return this;
        }

        public Builder kind(Opt<String> kind) {
            this.kind = kind;
            return this;
        }

        public Builder state(GraphMessageState state) {
            this.state = Opt.of(state);
            return this;
        }

        public Builder state(Opt<GraphMessageState> state) {
            this.state = state;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public MessageFilter build() {
            return new MessageFilter(
                this.kind,
                this.state,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
