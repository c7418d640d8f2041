package org.a3dav.client;

import java.util.Objects;

/**
 * What can be said to {@link EventsService#occurrences}.
 *
 * @param from The beginning of the range.
 * @param to The end of the range, which is not part of it.
 * @param limit How many entries a page has at most.
 * @param cursor What `next` of the page before said; without it, the first page.
 */
public record EventsOccurrencesParams(
    String from,
    String to,
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
        made.from = this.from;
        made.to = this.to;
        made.limit = this.limit;
        made.cursor = this.cursor;
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String from;
        private String to;
        private Opt<Long> limit = Opt.absent();
        private Opt<String> cursor = Opt.absent();

        private Builder() {}

        public Builder from(String from) {
            this.from = from;
            return this;
        }

        public Builder to(String to) {
            this.to = to;
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

        public EventsOccurrencesParams build() {
            return new EventsOccurrencesParams(
                Objects.requireNonNull(this.from, "query:from"),
                Objects.requireNonNull(this.to, "query:to"),
                this.limit,
                this.cursor
            );
        }
    }
}
