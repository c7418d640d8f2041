package org.a3dav.client;

import java.util.Objects;

/**
 * What can be said to {@link FilesService#replace}.
 *
 * @param ifMatch The entity tags one of which the object must have, or `*` for whatever is there; 428 without.
 */
public record FilesReplaceParams(
    String ifMatch
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
        private String ifMatch;

        private Builder() {}

        public Builder ifMatch(String ifMatch) {
            this.ifMatch = ifMatch;
            return this;
        }

        public FilesReplaceParams build() {
            return new FilesReplaceParams(
                Objects.requireNonNull(this.ifMatch, "header:If-Match")
            );
        }
    }
}
