package org.a3dav.client;

/**
 * What can be said to {@link ContactsService#list}.
 *
 * @param text What a name, address, number, organization, title or note must contain, whatever the case.
 * @param email The mail address that it must have.
 * @param uid The UID that it must have.
 * @param data Whether entries have `data`; without, a list is much quicker.
 * @param limit How many entries a page has at most.
 * @param cursor What `next` of the page before said; without it, the first page.
 */
public record ContactsListParams(
    Opt<String> text,
    Opt<String> email,
    Opt<String> uid,
    Opt<Boolean> data,
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
        made.email = this.email;
        made.uid = this.uid;
        made.data = this.data;
        made.limit = this.limit;
        made.cursor = this.cursor;
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<String> text = Opt.absent();
        private Opt<String> email = Opt.absent();
        private Opt<String> uid = Opt.absent();
        private Opt<Boolean> data = Opt.absent();
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

        public Builder email(String email) {
            this.email = Opt.of(email);
            return this;
        }

        public Builder email(Opt<String> email) {
            this.email = email;
            return this;
        }

        public Builder uid(String uid) {
            this.uid = Opt.of(uid);
            return this;
        }

        public Builder uid(Opt<String> uid) {
            this.uid = uid;
            return this;
        }

        public Builder data(boolean data) {
            this.data = Opt.of(data);
            return this;
        }

        public Builder data(Opt<Boolean> data) {
            this.data = data;
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

        public ContactsListParams build() {
            return new ContactsListParams(
                this.text,
                this.email,
                this.uid,
                this.data,
                this.limit,
                this.cursor
            );
        }
    }
}
