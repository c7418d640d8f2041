package org.a3dav.client;

import java.util.Objects;

/**
 * What can be said to {@link ContactsService#replace}.
 *
 * @param ifMatch The entity tags one of which the object must have, or `*` for whatever is there; 428 without.
 */
public record ContactsReplaceParams(
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

        public ContactsReplaceParams build() {
            return new ContactsReplaceParams(
                Objects.requireNonNull(this.ifMatch, "header:If-Match")
            );
        }
    }
}
