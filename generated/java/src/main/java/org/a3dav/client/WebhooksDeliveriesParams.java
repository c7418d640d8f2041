package org.a3dav.client;

/**
 * What can be said to {@link WebhooksService#deliveries}.
 *
 * @param limit How many entries a page has at most.
 * @param cursor What `next` of the page before said; without it, the first page.
 */
public record WebhooksDeliveriesParams(
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
        made.limit = this.limit;
        made.cursor = this.cursor;
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<Long> limit = Opt.absent();
        private Opt<String> cursor = Opt.absent();

        private Builder() {}

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

        public WebhooksDeliveriesParams build() {
            return new WebhooksDeliveriesParams(
                this.limit,
                this.cursor
            );
        }
    }
}
