package org.a3dav.client;

import java.util.List;

/**
 * What can be said to {@link ChangesService#stream}.
 *
 * @param lastEventId The `id` of the last event; without it and `cursor`, the stream begins now.
 * @param cursor The same for a first connection; Last-Event-ID goes before it.
 * @param collection The ids of collections whose changes alone are told; they may be any that one may read.
 */
public record ChangesStreamParams(
    Opt<String> lastEventId,
    Opt<String> cursor,
    Opt<List<String>> collection
) {
    /** Begins one of which nothing is said yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins one like this. */
    public Builder toBuilder() {
        Builder made = new Builder();
        made.lastEventId = this.lastEventId;
        made.cursor = this.cursor;
        made.collection = this.collection;
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<String> lastEventId = Opt.absent();
        private Opt<String> cursor = Opt.absent();
        private Opt<List<String>> collection = Opt.absent();

        private Builder() {}

        public Builder lastEventId(String lastEventId) {
            this.lastEventId = Opt.of(lastEventId);
            return this;
        }

        public Builder lastEventId(Opt<String> lastEventId) {
            this.lastEventId = lastEventId;
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

        public Builder collection(List<String> collection) {
            this.collection = Opt.of(collection);
            return this;
        }

        public Builder collection(Opt<List<String>> collection) {
            this.collection = collection;
            return this;
        }

        public ChangesStreamParams build() {
            return new ChangesStreamParams(
                this.lastEventId,
                this.cursor,
                this.collection
            );
        }
    }
}
