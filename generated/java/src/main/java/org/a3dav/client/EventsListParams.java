package org.a3dav.client;

/**
 * What can be said to {@link EventsService#list}.
 *
 * @param from The beginning of the range; without it, from the earliest.
 * @param to The end of the range, which is not part of it; without it, to the latest.
 * @param expand Whether each instance is an entry of its own; needs `from` and `to`.
 * @param text What title, description or location must contain, whatever the case.
 * @param component The kind of component.
 * @param uid The UID that it must have.
 * @param data Whether entries have `data`; without, a list is much quicker.
 * @param limit How many entries a page has at most.
 * @param cursor What `next` of the page before said; without it, the first page.
 */
public record EventsListParams(
    Opt<String> from,
    Opt<String> to,
    Opt<Boolean> expand,
    Opt<String> text,
    Opt<CalendarComponent> component,
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
        made.from = this.from;
        made.to = this.to;
        made.expand = this.expand;
        made.text = this.text;
        made.component = this.component;
        made.uid = this.uid;
        made.data = this.data;
        made.limit = this.limit;
        made.cursor = this.cursor;
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<String> from = Opt.absent();
        private Opt<String> to = Opt.absent();
        private Opt<Boolean> expand = Opt.absent();
        private Opt<String> text = Opt.absent();
        private Opt<CalendarComponent> component = Opt.absent();
        private Opt<String> uid = Opt.absent();
        private Opt<Boolean> data = Opt.absent();
        private Opt<Long> limit = Opt.absent();
        private Opt<String> cursor = Opt.absent();

        private Builder() {}

        public Builder from(String from) {
            this.from = Opt.of(from);
            return this;
        }

        public Builder from(Opt<String> from) {
            this.from = from;
            return this;
        }

        public Builder to(String to) {
            this.to = Opt.of(to);
            return this;
        }

        public Builder to(Opt<String> to) {
            this.to = to;
            return this;
        }

        public Builder expand(boolean expand) {
            this.expand = Opt.of(expand);
            return this;
        }

        public Builder expand(Opt<Boolean> expand) {
            this.expand = expand;
            return this;
        }

        public Builder text(String text) {
            this.text = Opt.of(text);
            return this;
        }

        public Builder text(Opt<String> text) {
            this.text = text;
            return this;
        }

        public Builder component(CalendarComponent component) {
            this.component = Opt.of(component);
            return this;
        }

        public Builder component(Opt<CalendarComponent> component) {
            this.component = component;
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

        public EventsListParams build() {
            return new EventsListParams(
                this.from,
                this.to,
                this.expand,
                this.text,
                this.component,
                this.uid,
                this.data,
                this.limit,
                this.cursor
            );
        }
    }
}
