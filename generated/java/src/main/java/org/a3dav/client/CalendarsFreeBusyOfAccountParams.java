package org.a3dav.client;

import java.util.Objects;

/**
 * What can be said to {@link CalendarsService#freeBusyOfAccount}.
 *
 * @param from The beginning of the range.
 * @param to The end of the range, which is not part of it.
 * @param account The identifier of somebody who lets others see when they are busy.
 */
public record CalendarsFreeBusyOfAccountParams(
    String from,
    String to,
    Opt<String> account
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
        made.account = this.account;
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String from;
        private String to;
        private Opt<String> account = Opt.absent();

        private Builder() {}

        public Builder from(String from) {
            this.from = from;
            return this;
        }

        public Builder to(String to) {
            this.to = to;
            return this;
        }

        public Builder account(String account) {
            this.account = Opt.of(account);
            return this;
        }

        public Builder account(Opt<String> account) {
            this.account = account;
            return this;
        }

        public CalendarsFreeBusyOfAccountParams build() {
            return new CalendarsFreeBusyOfAccountParams(
                Objects.requireNonNull(this.from, "query:from"),
                Objects.requireNonNull(this.to, "query:to"),
                this.account
            );
        }
    }
}
