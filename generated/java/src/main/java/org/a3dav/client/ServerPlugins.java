package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A part of the server.
 *
 * @param distribution Where it comes from; empty for what is built in.
 * @param extra Members that are not known here.
 */
public record ServerPlugins(
    String name,
    String version,
    boolean enabled,
    String distribution,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<ServerPlugins> CODEC = Codec.of(ServerPlugins::fromJson, "name", "version", "enabled", "distribution");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ServerPlugins fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new ServerPlugins(
            in.required("name", Codecs.TEXT),
            in.required("version", Codecs.TEXT),
            in.required("enabled", Codecs.BOOLEAN),
            in.required("distribution", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("name", this.name, Codecs.TEXT)
            .required("version", this.version, Codecs.TEXT)
            .required("enabled", this.enabled, Codecs.BOOLEAN)
            .required("distribution", this.distribution, Codecs.TEXT)
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
        made.version = this.version;
        made.enabled = this.enabled;
        made.distribution = this.distribution;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String name;
        private String version;
        private Boolean enabled;
        private String distribution;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder name(String name) {
            this.name = name;
            return this;
        }

        public Builder version(String version) {
            this.version = version;
            return this;
        }

        public Builder enabled(boolean enabled) {
            this.enabled = enabled;
            return this;
        }

        public Builder distribution(String distribution) {
            this.distribution = distribution;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public ServerPlugins build() {
            return new ServerPlugins(
                Objects.requireNonNull(this.name, "name"),
                Objects.requireNonNull(this.version, "version"),
                Objects.requireNonNull(this.enabled, "enabled"),
                Objects.requireNonNull(this.distribution, "distribution"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
