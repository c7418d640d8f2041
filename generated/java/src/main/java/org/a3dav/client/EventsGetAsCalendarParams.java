package org.a3dav.client;

/**
 * What can be said to {@link EventsService#getAsCalendar}.
 *
 * @param ifNoneMatch The entity tags none of which the object must have, or `*`.
 * @param ifMatch The entity tags one of which the object must have, or `*` for whatever is there.
 */
public record EventsGetAsCalendarParams(
    Opt<String> ifNoneMatch,
    Opt<String> ifMatch
) {
    /** Begins one of which nothing is said yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins one like this. */
    public Builder toBuilder() {
        Builder made = new Builder();
        made.ifNoneMatch = this.ifNoneMatch;
        made.ifMatch = this.ifMatch;
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<String> ifNoneMatch = Opt.absent();
        private Opt<String> ifMatch = Opt.absent();

        private Builder() {}

        public Builder ifNoneMatch(String ifNoneMatch) {
            this.ifNoneMatch = Opt.of(ifNoneMatch);
            return this;
        }

        public Builder ifNoneMatch(Opt<String> ifNoneMatch) {
            this.ifNoneMatch = ifNoneMatch;
            return this;
        }

        public Builder ifMatch(String ifMatch) {
            this.ifMatch = Opt.of(ifMatch);
            return this;
        }

        public Builder ifMatch(Opt<String> ifMatch) {
            this.ifMatch = ifMatch;
            return this;
        }

        public EventsGetAsCalendarParams build() {
            return new EventsGetAsCalendarParams(
                this.ifNoneMatch,
                this.ifMatch
            );
        }
    }
}
