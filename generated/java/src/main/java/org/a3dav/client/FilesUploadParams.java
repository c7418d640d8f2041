package org.a3dav.client;

import java.util.Objects;

/**
 * What can be said to {@link FilesService#upload}.
 *
 * @param folder The folder; without it, the one that holds all others of whoever asks.
 * @param name The name of the file.
 */
public record FilesUploadParams(
    Opt<String> folder,
    String name
) {
    /** Begins one of which nothing is said yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins one like this. */
    public Builder toBuilder() {
        Builder made = new Builder();
        made.folder = this.folder;
        made.name = this.name;
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<String> folder = Opt.absent();
        private String name;

        private Builder() {}

        public Builder folder(String folder) {
            this.folder = Opt.of(folder);
            return this;
        }

        public Builder folder(Opt<String> folder) {
            this.folder = folder;
            return this;
        }

        public Builder name(String name) {
            this.name = name;
            return this;
        }

        public FilesUploadParams build() {
            return new FilesUploadParams(
                this.folder,
                Objects.requireNonNull(this.name, "query:name")
            );
        }
    }
}
