package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;

/** The variables of {@link GraphQl#principals}. */
public record PrincipalsVariables(
    Opt<Long> first,
    Opt<String> after,
    Opt<PrincipalFilter> filter
) implements Model {
    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .optional("first", this.first, Codecs.INTEGER)
            .optional("after", this.after, Codecs.TEXT)
            .optional("filter", this.filter, PrincipalFilter.CODEC)
            .done();
    }

    /** Begins one of which nothing is said yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins one like this. */
    public Builder toBuilder() {
        Builder made = new Builder();
        made.first = this.first;
        made.after = this.after;
        made.filter = this.filter;
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<Long> first = Opt.absent();
        private Opt<String> after = Opt.absent();
        private Opt<PrincipalFilter> filter = Opt.absent();

        private Builder() {}

        public Builder first(long first) {
            this.first = Opt.of(first);
            return this;
        }

        public Builder first(Opt<Long> first) {
            this.first = first;
            return this;
        }

        public Builder after(String after) {
            this.after = Opt.of(after);
            return this;
        }

        public Builder after(Opt<String> after) {
            this.after = after;
            return this;
        }

        public Builder filter(PrincipalFilter filter) {
            this.filter = Opt.of(filter);
            return this;
        }

        public Builder filter(Opt<PrincipalFilter> filter) {
            this.filter = filter;
            return this;
        }

        public PrincipalsVariables build() {
            return new PrincipalsVariables(
                this.first,
                this.after,
                this.filter
            );
        }
    }
}
