package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A folder or a file, without what it holds.
 *
 * @param id Identifies an object for as long as it exists.
 * @param kind What it is.
 * @param name The last segment of its path; empty for the folder that holds all others.
 * @param folder The folder that it is in; null for the one that holds all others.
 * @param href Its path in WebDAV.
 * @param owner Whose something is.
 * @param mine Whether it belongs to whoever asks.
 * @param rights What whoever asks may do with it.
 * @param created A moment in UTC (RFC 3339).
 * @param modified A moment in UTC (RFC 3339).
 * @param mediaType The media type of a file.
 * @param size The bytes of a file.
 * @param etag The entity tag of a file, for `If-Match`.
 * @param extra Members that are not known here.
 */
public record File(
    String id,
    FileKind kind,
    String name,
    Opt<String> folder,
    String href,
    Owner owner,
    boolean mine,
    List<Right> rights,
    Timestamp created,
    Timestamp modified,
    Opt<String> mediaType,
    Opt<Long> size,
    Opt<String> etag,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<File> CODEC = Codec.of(File::fromJson, "id", "kind", "name", "folder", "href", "owner", "mine", "rights", "created", "modified", "mediaType", "size", "etag");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static File fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new File(
            in.required("id", Codecs.TEXT),
            in.required("kind", FileKind.CODEC),
            in.required("name", Codecs.TEXT),
            in.nullable("folder", Codecs.TEXT),
            in.required("href", Codecs.TEXT),
            in.required("owner", Owner.CODEC),
            in.required("mine", Codecs.BOOLEAN),
            in.required("rights", Codecs.list(Right.CODEC)),
            in.required("created", Codecs.TIMESTAMP),
            in.required("modified", Codecs.TIMESTAMP),
            in.nullable("mediaType", Codecs.TEXT),
            in.nullable("size", Codecs.INTEGER),
            in.nullable("etag", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("id", this.id, Codecs.TEXT)
            .required("kind", this.kind, FileKind.CODEC)
            .required("name", this.name, Codecs.TEXT)
            .nullable("folder", this.folder, Codecs.TEXT)
            .required("href", this.href, Codecs.TEXT)
            .required("owner", this.owner, Owner.CODEC)
            .required("mine", this.mine, Codecs.BOOLEAN)
            .required("rights", this.rights, Codecs.list(Right.CODEC))
            .required("created", this.created, Codecs.TIMESTAMP)
            .required("modified", this.modified, Codecs.TIMESTAMP)
            .nullable("mediaType", this.mediaType, Codecs.TEXT)
            .nullable("size", this.size, Codecs.INTEGER)
            .nullable("etag", this.etag, Codecs.TEXT)
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
        made.id = this.id;
        made.kind = this.kind;
        made.name = this.name;
        made.folder = this.folder;
        made.href = this.href;
        made.owner = this.owner;
        made.mine = this.mine;
        made.rights = this.rights;
        made.created = this.created;
        made.modified = this.modified;
        made.mediaType = this.mediaType;
        made.size = this.size;
        made.etag = this.etag;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String id;
        private FileKind kind;
        private String name;
        private Opt<String> folder = Opt.ofNull();
        private String href;
        private Owner owner;
        private Boolean mine;
        private List<Right> rights;
        private Timestamp created;
        private Timestamp modified;
        private Opt<String> mediaType = Opt.ofNull();
        private Opt<Long> size = Opt.ofNull();
        private Opt<String> etag = Opt.ofNull();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder id(String id) {
            this.id = id;
            return this;
        }

        public Builder kind(FileKind kind) {
            this.kind = kind;
            return this;
        }

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

        public Builder href(String href) {
            this.href = href;
            return this;
        }

        public Builder owner(Owner owner) {
            this.owner = owner;
            return this;
        }

        public Builder mine(boolean mine) {
            this.mine = mine;
            return this;
        }

        public Builder rights(List<Right> rights) {
            this.rights = rights;
            return this;
        }

        public Builder created(Timestamp created) {
            this.created = created;
            return this;
        }

        public Builder modified(Timestamp modified) {
            this.modified = modified;
            return this;
        }

        public Builder mediaType(String mediaType) {
            this.mediaType = Opt.of(mediaType);
            return this;
        }

        public Builder mediaType(Opt<String> mediaType) {
            this.mediaType = mediaType;
            return this;
        }

        public Builder size(long size) {
            this.size = Opt.of(size);
            return this;
        }

        public Builder size(Opt<Long> size) {
            this.size = size;
            return this;
        }

        public Builder etag(String etag) {
            this.etag = Opt.of(etag);
            return this;
        }

        public Builder etag(Opt<String> etag) {
            this.etag = etag;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public File build() {
            return new File(
                Objects.requireNonNull(this.id, "id"),
                Objects.requireNonNull(this.kind, "kind"),
                Objects.requireNonNull(this.name, "name"),
                this.folder,
                Objects.requireNonNull(this.href, "href"),
                Objects.requireNonNull(this.owner, "owner"),
                Objects.requireNonNull(this.mine, "mine"),
                Objects.requireNonNull(this.rights, "rights"),
                Objects.requireNonNull(this.created, "created"),
                Objects.requireNonNull(this.modified, "modified"),
                this.mediaType,
                this.size,
                this.etag,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
