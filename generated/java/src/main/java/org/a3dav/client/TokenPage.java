package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A page of tokens.
 *
 * @param items The tokens.
 * @param next Null; there is one page.
 * @param extra Members that are not known here.
 */
public record TokenPage(
    List<Token> items,
    Opt<String> next,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<TokenPage> CODEC = Codec.of(TokenPage::fromJson, "items", "next");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TokenPage fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new TokenPage(
            in.required("items", Codecs.list(Token.CODEC)),
            in.nullable("next", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("items", this.items, Codecs.list(Token.CODEC))
            .nullable("next", this.next, Codecs.TEXT)
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
        made.items = this.items;
        made.next = this.next;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private List<Token> items;
        private Opt<String> next = Opt.ofNull();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder items(List<Token> items) {
            this.items = items;
            return this;
        }

        public Builder next(String next) {
            this.next = Opt.of(next);
            return this;
        }

        public Builder next(Opt<String> next) {
            this.next = next;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public TokenPage build() {
            return new TokenPage(
                Objects.requireNonNull(this.items, "items"),
                this.next,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
