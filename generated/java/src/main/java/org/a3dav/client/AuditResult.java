package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Administrators and auditors ask for everything, everybody else for what is their own.
 *
 * @param audit The audit trail, the newest first.
 * @param extra Members that are not known here.
 */
public record AuditResult(
    Audit audit,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<AuditResult> CODEC = Codec.of(AuditResult::fromJson, "audit");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AuditResult fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new AuditResult(
            in.required("audit", Audit.CODEC),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("audit", this.audit, Audit.CODEC)
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
        made.audit = this.audit;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Audit audit;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder audit(Audit audit) {
            this.audit = audit;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public AuditResult build() {
            return new AuditResult(
                Objects.requireNonNull(this.audit, "audit"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
