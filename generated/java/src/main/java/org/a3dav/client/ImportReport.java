package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What became of the objects of a file.
 *
 * @param extra Members that are not known here.
 */
public record ImportReport(
    long created,
    long updated,
    long unchanged,
    long refused,
    List<ImportedObject> objects,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<ImportReport> CODEC = Codec.of(ImportReport::fromJson, "created", "updated", "unchanged", "refused", "objects");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ImportReport fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new ImportReport(
            in.required("created", Codecs.INTEGER),
            in.required("updated", Codecs.INTEGER),
            in.required("unchanged", Codecs.INTEGER),
            in.required("refused", Codecs.INTEGER),
            in.required("objects", Codecs.list(ImportedObject.CODEC)),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("created", this.created, Codecs.INTEGER)
            .required("updated", this.updated, Codecs.INTEGER)
            .required("unchanged", this.unchanged, Codecs.INTEGER)
            .required("refused", this.refused, Codecs.INTEGER)
            .required("objects", this.objects, Codecs.list(ImportedObject.CODEC))
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
        made.created = this.created;
        made.updated = this.updated;
        made.unchanged = this.unchanged;
        made.refused = this.refused;
        made.objects = this.objects;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Long created;
        private Long updated;
        private Long unchanged;
        private Long refused;
        private List<ImportedObject> objects;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder created(long created) {
            this.created = created;
            return this;
        }

        public Builder updated(long updated) {
            this.updated = updated;
            return this;
        }

        public Builder unchanged(long unchanged) {
            this.unchanged = unchanged;
            return this;
        }

        public Builder refused(long refused) {
            this.refused = refused;
            return this;
        }

        public Builder objects(List<ImportedObject> objects) {
            this.objects = objects;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public ImportReport build() {
            return new ImportReport(
                Objects.requireNonNull(this.created, "created"),
                Objects.requireNonNull(this.updated, "updated"),
                Objects.requireNonNull(this.unchanged, "unchanged"),
                Objects.requireNonNull(this.refused, "refused"),
                Objects.requireNonNull(this.objects, "objects"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
