package org.a3dav.client;

/**
 * What can be said to {@link AccountsService#list}.
 *
 * @param kind Those of this sort alone.
 * @param role Those with this role alone.
 * @param disabled Those alone that may not sign in, or those that may.
 * @param text What name, display name or address have to contain, without regard to case.
 * @param limit How many entries a page has at most.
 * @param cursor What `next` of the page before said; without it, the first page.
 */
public record AccountsListParams(
    Opt<PrincipalKind> kind,
    Opt<Role> role,
    Opt<Boolean> disabled,
    Opt<String> text,
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
        made.kind = this.kind;
        made.role = this.role;
        made.disabled = this.disabled;
        made.text = this.text;
        made.limit = this.limit;
        made.cursor = this.cursor;
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<PrincipalKind> kind = Opt.absent();
        private Opt<Role> role = Opt.absent();
        private Opt<Boolean> disabled = Opt.absent();
        private Opt<String> text = Opt.absent();
        private Opt<Long> limit = Opt.absent();
        private Opt<String> cursor = Opt.absent();

        private Builder() {}

        public Builder kind(PrincipalKind kind) {
            this.kind = Opt.of(kind);
            return this;
        }

        public Builder kind(Opt<PrincipalKind> kind) {
            this.kind = kind;
            return this;
        }

        public Builder role(Role role) {
            this.role = Opt.of(role);
            return this;
        }

        public Builder role(Opt<Role> role) {
            this.role = role;
            return this;
        }

        public Builder disabled(boolean disabled) {
            this.disabled = Opt.of(disabled);
            return this;
        }

        public Builder disabled(Opt<Boolean> disabled) {
            this.disabled = disabled;
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

        public AccountsListParams build() {
            return new AccountsListParams(
                this.kind,
                this.role,
                this.disabled,
                this.text,
                this.limit,
                this.cursor
            );
        }
    }
}
