package org.a3dav.client;

/**
 * What can be said to {@link CalendarsService#import_}.
 *
 * @param ifExists What to do with an object whose UID is there already.
 */
public record CalendarsImport_Params(
    Opt<IfExists> ifExists
) {
    /** Begins one of which nothing is said yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins one like this. */
    public Builder toBuilder() {
        Builder made = new Builder();
        made.ifExists = this.ifExists;
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<IfExists> ifExists = Opt.absent();

        private Builder() {}

        public Builder ifExists(IfExists ifExists) {
            this.ifExists = Opt.of(ifExists);
            return this;
        }

        public Builder ifExists(Opt<IfExists> ifExists) {
            this.ifExists = ifExists;
            return this;
        }

        public CalendarsImport_Params build() {
            return new CalendarsImport_Params(
                this.ifExists
            );
        }
    }
}
