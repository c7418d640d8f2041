package org.a3dav.client;

/**
 * What can be said to {@link AccountsService#directory}.
 *
 * @param text What name, display name or address have to contain, without regard to case.
 * @param limit How many entries a page has at most.
 * @param cursor What `next` of the page before said; without it, the first page.
 */
public record AccountsDirectoryParams(
    Opt<String> text,
    Opt<Long> limit,
    Opt<String> cursor
) {
    /** Begins one of which nothing is said yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins one like this. */
    public Builder toBuilder() {
        Builder made = new Builder();
        made.text = this.text;
        made.limit = this.limit;
        made.cursor = this.cursor;
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<String> text = Opt.absent();
        private Opt<Long> limit = Opt.absent();
        private Opt<String> cursor = Opt.absent();

        private Builder() {}

        public Builder text(String text) {
            this.text = Opt.of(text);
            return this;
        }

        public Builder text(Opt<String> text) {
            this.text = text;
            return this;
        }

        public Builder limit(long limit) {
            this.limit = Opt.of(limit);
            return this;
        }

        public Builder limit(Opt<Long> limit) {
            this.limit = limit;
            return this;
        }

        public Builder cursor(String cursor) {
            this.cursor = Opt.of(cursor);
            return this;
        }

        public Builder cursor(Opt<String> cursor) {
            this.cursor = cursor;
            return this;
        }

        public AccountsDirectoryParams build() {
            return new AccountsDirectoryParams(
                this.text,
                this.limit,
                this.cursor
            );
        }
    }
}
