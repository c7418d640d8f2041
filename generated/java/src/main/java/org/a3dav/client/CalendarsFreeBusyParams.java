package org.a3dav.client;

import java.util.Objects;

/**
 * What can be said to {@link CalendarsService#freeBusy}.
 *
 * @param from The beginning of the range.
 * @param to The end of the range, which is not part of it.
 */
public record CalendarsFreeBusyParams(
    String from,
    String to
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
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String from;
        private String to;

        private Builder() {}

        public Builder from(String from) {
            this.from = from;
            return this;
        }

        public Builder to(String to) {
            this.to = to;
            return this;
        }

        public CalendarsFreeBusyParams build() {
            return new CalendarsFreeBusyParams(
                Objects.requireNonNull(this.from, "query:from"),
                Objects.requireNonNull(this.to, "query:to")
            );
        }
    }
}
