package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What the server takes, in bytes.
 *
 * @param objectSize The largest event or contact.
 * @param fileSize The largest file; null without a limit.
 * @param importSize The largest file of events or contacts to import.
 * @param extra Members that are not known here.
 */
public record SessionLimits(
    long objectSize,
    Opt<Long> fileSize,
    long importSize,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<SessionLimits> CODEC = Codec.of(SessionLimits::fromJson, "objectSize", "fileSize", "importSize");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SessionLimits fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new SessionLimits(
            in.required("objectSize", Codecs.INTEGER),
            in.nullable("fileSize", Codecs.INTEGER),
            in.required("importSize", Codecs.INTEGER),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("objectSize", this.objectSize, Codecs.INTEGER)
            .nullable("fileSize", this.fileSize, Codecs.INTEGER)
            .required("importSize", this.importSize, Codecs.INTEGER)
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
        made.objectSize = this.objectSize;
        made.fileSize = this.fileSize;
        made.importSize = this.importSize;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Long objectSize;
        private Opt<Long> fileSize = Opt.ofNull();
        private Long importSize;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder objectSize(long objectSize) {
            this.objectSize = objectSize;
            return this;
        }

        public Builder fileSize(long fileSize) {
            this.fileSize = Opt.of(fileSize);
            return this;
        }

        public Builder fileSize(Opt<Long> fileSize) {
            this.fileSize = fileSize;
            return this;
        }

        public Builder importSize(long importSize) {
            this.importSize = importSize;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public SessionLimits build() {
            return new SessionLimits(
                Objects.requireNonNull(this.objectSize, "objectSize"),
                this.fileSize,
                Objects.requireNonNull(this.importSize, "importSize"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
