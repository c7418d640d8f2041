package org.a3dav.client;

/**
 * What can be said to {@link InvitationsService#list}.
 *
 * @param state Those in this state alone.
 * @param limit How many entries a page has at most.
 * @param cursor What `next` of the page before said; without it, the first page.
 */
public record InvitationsListParams(
    Opt<InvitationState> state,
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
        made.state = this.state;
        made.limit = this.limit;
        made.cursor = this.cursor;
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<InvitationState> state = Opt.absent();
        private Opt<Long> limit = Opt.absent();
        private Opt<String> cursor = Opt.absent();

        private Builder() {}

        public Builder state(InvitationState state) {
            this.state = Opt.of(state);
            return this;
        }

        public Builder state(Opt<InvitationState> state) {
            this.state = state;
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

        public InvitationsListParams build() {
            return new InvitationsListParams(
                this.state,
                this.limit,
                this.cursor
            );
        }
    }
}
