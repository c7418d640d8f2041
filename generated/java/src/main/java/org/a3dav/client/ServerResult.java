package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Administrators and auditors ask for everything, everybody else for what is their own.
 *
 * @param extra Members that are not known here.
 */
public record ServerResult(
    Server server,
    List<ServerPlugins> plugins,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<ServerResult> CODEC = Codec.of(ServerResult::fromJson, "server", "plugins");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ServerResult fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new ServerResult(
            in.required("server", Server.CODEC),
            in.required("plugins", Codecs.list(ServerPlugins.CODEC)),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("server", this.server, Server.CODEC)
            .required("plugins", this.plugins, Codecs.list(ServerPlugins.CODEC))
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
        made.server = this.server;
        made.plugins = this.plugins;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Server server;
        private List<ServerPlugins> plugins;
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder server(Server server) {
            this.server = server;
            return this;
        }

        public Builder plugins(List<ServerPlugins> plugins) {
            this.plugins = plugins;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public ServerResult build() {
            return new ServerResult(
                Objects.requireNonNull(this.server, "server"),
                Objects.requireNonNull(this.plugins, "plugins"),
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
