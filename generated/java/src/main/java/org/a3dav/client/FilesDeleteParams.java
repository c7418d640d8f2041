package org.a3dav.client;

/**
 * What can be said to {@link FilesService#delete}.
 *
 * @param ifMatch The entity tags one of which the object must have, or `*` for whatever is there.
 */
public record FilesDeleteParams(
    Opt<String> ifMatch
) {
    /** Begins one of which nothing is said yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins one like this. */
    public Builder toBuilder() {
        Builder made = new Builder();
        made.ifMatch = this.ifMatch;
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<String> ifMatch = Opt.absent();

        private Builder() {}

        public Builder ifMatch(String ifMatch) {
            this.ifMatch = Opt.of(ifMatch);
            return this;
        }

        public Builder ifMatch(Opt<String> ifMatch) {
            this.ifMatch = ifMatch;
            return this;
        }

        public FilesDeleteParams build() {
            return new FilesDeleteParams(
                this.ifMatch
            );
        }
    }
}
