package org.a3dav.client;

import java.util.List;

/**
 * What can be said to {@link ChangesService#list}.
 *
 * @param limit How many entries a page has at most.
 * @param cursor The `cursor` or `next` of a page before, or the one of a change; without it, the beginning.
 * @param tail Tells no changes, and the cursor behind the latest.
 * @param collection The ids of collections whose changes alone are told; they may be any that one may read.
 */
public record ChangesListParams(
    Opt<Long> limit,
    Opt<String> cursor,
    Opt<Boolean> tail,
    Opt<List<String>> collection
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
        made.tail = this.tail;
        made.collection = this.collection;
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<Long> limit = Opt.absent();
        private Opt<String> cursor = Opt.absent();
        private Opt<Boolean> tail = Opt.absent();
        private Opt<List<String>> collection = Opt.absent();

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

        public Builder tail(boolean tail) {
            this.tail = Opt.of(tail);
            return this;
        }

        public Builder tail(Opt<Boolean> tail) {
            this.tail = tail;
            return this;
        }

        public Builder collection(List<String> collection) {
            this.collection = Opt.of(collection);
            return this;
        }

        public Builder collection(Opt<List<String>> collection) {
            this.collection = collection;
            return this;
        }

        public ChangesListParams build() {
            return new ChangesListParams(
                this.limit,
                this.cursor,
                this.tail,
                this.collection
            );
        }
    }
}
