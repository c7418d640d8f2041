package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A folder to make.
 *
 * @param name The name of a folder or a file, in 255 bytes of UTF-8 at most; slashes, dots alone, and characters that
 *     cannot be seen are refused.
 * @param folder Identifies an object for as long as it exists.
 * @param extra Members that are not known here.
 */
public record NewFolder(
    String name,
    Opt<String> folder,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<NewFolder> CODEC = Codec.of(NewFolder::fromJson, "name");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NewFolder fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new NewFolder(
            in.required("name", Codecs.TEXT),
            in.optional("folder", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("name", this.name, Codecs.TEXT)
            .optional("folder", this.folder, Codecs.TEXT)
            .extra(this.extra, Codecs.ANY)
            .done();
    }

    /** Begins one of which nothing is said yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins one like this. */
    public Builder toBuilder() {
        Builder made = new Builder();
        made.name = this.name;
        made.folder = this.folder;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String name;
        private Opt<String> folder = Opt.absent();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder name(String name) {
            this.name = name;
            return this;
        }

        public Builder folder(String folder) {
            this.folder = Opt.of(folder);
            return this;
        }

        public Builder folder(Opt<String> folder) {
            this.folder = folder;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public NewFolder build() {
            return new NewFolder(
                Objects.requireNonNull(this.name, "name"),
                this.folder,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
