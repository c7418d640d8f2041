package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What became of an object of a file.
 *
 * @param href Where it is or would be in DAV.
 * @param uid Its UID.
 * @param status 201 for created, 204 for updated, 304 for unchanged, else why it was refused.
 * @param error A sentence.
 * @param condition The precondition that does not hold, as `{namespace}name`.
 * @param extra Members that are not known here.
 */
public record ImportedObject(
    String href,
    String uid,
    long status,
    Opt<String> error,
    Opt<String> condition,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<ImportedObject> CODEC = Codec.of(ImportedObject::fromJson, "href", "uid", "status");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ImportedObject fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new ImportedObject(
            in.required("href", Codecs.TEXT),
            in.required("uid", Codecs.TEXT),
            in.required("status", Codecs.INTEGER),
            in.optional("error", Codecs.TEXT),
            in.optional("condition", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("href", this.href, Codecs.TEXT)
            .required("uid", this.uid, Codecs.TEXT)
            .required("status", this.status, Codecs.INTEGER)
            .optional("error", this.error, Codecs.TEXT)
            .optional("condition", this.condition, Codecs.TEXT)
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
        made.href = this.href;
        made.uid = this.uid;
        made.status = this.status;
        made.error = this.error;
        made.condition = this.condition;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String href;
        private String uid;
        private Long status;
        private Opt<String> error = Opt.absent();
        private Opt<String> condition = Opt.absent();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder href(String href) {
            this.href = href;
            return this;
        }

        public Builder uid(String uid) {
            this.uid = uid;
            return this;
        }

        public Builder status(long status) {
            this.status = status;
            return this;
        }

        public Builder error(String error) {
            this.error = Opt.of(error);
            return this;
        }

        public Builder error(Opt<String> error) {
            this.error = error;
            return this;
        }

        public Builder condition(String condition) {
            this.condition = Opt.of(condition);
            return this;
        }

        public Builder condition(Opt<String> condition) {
            this.condition = condition;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public ImportedObject build() {
            return new ImportedObject(
                Objects.requireNonNull(this.href, "href"),
                Objects.requireNonNull(this.uid, "uid"),
                Objects.requireNonNull(this.status, "status"),
                this.error,
                this.condition,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
