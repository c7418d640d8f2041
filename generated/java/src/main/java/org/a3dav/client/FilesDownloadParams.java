package org.a3dav.client;

/**
 * What can be said to {@link FilesService#download}.
 *
 * @param range The part that is wanted, in bytes.
 * @param ifRange The entity tag, or the date, of the version that a range is wanted of; the whole is sent of another
 *     one.
 * @param ifMatch The entity tags one of which the object must have, or `*` for whatever is there.
 * @param ifNoneMatch The entity tags none of which the object must have, or `*`.
 */
public record FilesDownloadParams(
    Opt<String> range,
    Opt<String> ifRange,
    Opt<String> ifMatch,
    Opt<String> ifNoneMatch
) {
    /** Begins one of which nothing is said yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins one like this. */
    public Builder toBuilder() {
        Builder made = new Builder();
        made.range = this.range;
        made.ifRange = this.ifRange;
        made.ifMatch = this.ifMatch;
        made.ifNoneMatch = this.ifNoneMatch;
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<String> range = Opt.absent();
        private Opt<String> ifRange = Opt.absent();
        private Opt<String> ifMatch = Opt.absent();
        private Opt<String> ifNoneMatch = Opt.absent();

        private Builder() {}

        public Builder range(String range) {
            this.range = Opt.of(range);
            return this;
        }

        public Builder range(Opt<String> range) {
            this.range = range;
            return this;
        }

        public Builder ifRange(String ifRange) {
            this.ifRange = Opt.of(ifRange);
            return this;
        }

        public Builder ifRange(Opt<String> ifRange) {
            this.ifRange = ifRange;
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

        public Builder ifNoneMatch(String ifNoneMatch) {
            this.ifNoneMatch = Opt.of(ifNoneMatch);
            return this;
        }

        public Builder ifNoneMatch(Opt<String> ifNoneMatch) {
            this.ifNoneMatch = ifNoneMatch;
            return this;
        }

        public FilesDownloadParams build() {
            return new FilesDownloadParams(
                this.range,
                this.ifRange,
                this.ifMatch,
                this.ifNoneMatch
            );
        }
    }
}
