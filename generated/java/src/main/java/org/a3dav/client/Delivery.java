package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A message of a webhook, and what became of it.
 *
 * @param id Identifies an object for as long as it exists.
 * @param type The type of the message.
 * @param created When it was made.
 * @param state What became of it.
 * @param attempts How often that was tried.
 * @param attempted When it was tried last.
 * @param status The status of the last answer; null where none came.
 * @param excerpt The beginning of the last answer, or why there was none.
 * @param extra Members that are not known here.
 */
public record Delivery(
    String id,
    String type,
    Timestamp created,
    DeliveryState state,
    long attempts,
    Opt<Timestamp> attempted,
    Opt<Long> status,
    Opt<String> excerpt,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<Delivery> CODEC = Codec.of(Delivery::fromJson, "id", "type", "created", "state", "attempts", "attempted", "status", "excerpt");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Delivery fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new Delivery(
            in.required("id", Codecs.TEXT),
            in.required("type", Codecs.TEXT),
            in.required("created", Codecs.TIMESTAMP),
            in.required("state", DeliveryState.CODEC),
            in.required("attempts", Codecs.INTEGER),
            in.nullable("attempted", Codecs.TIMESTAMP),
            in.nullable("status", Codecs.INTEGER),
            in.nullable("excerpt", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("id", this.id, Codecs.TEXT)
            .required("type", this.type, Codecs.TEXT)
            .required("created", this.created, Codecs.TIMESTAMP)
            .required("state", this.state, DeliveryState.CODEC)
            .required("attempts", this.attempts, Codecs.INTEGER)
            .nullable("attempted", this.attempted, Codecs.TIMESTAMP)
            .nullable("status", this.status, Codecs.INTEGER)
            .nullable("excerpt", this.excerpt, Codecs.TEXT)
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
        made.type = this.type;
        made.created = this.created;
        made.state = this.state;
        made.attempts = this.attempts;
        made.attempted = this.attempted;
        made.status = this.status;
        made.excerpt = this.excerpt;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String id;
        private String type;
        private Timestamp created;
        private DeliveryState state;
        private Long attempts;
        private Opt<Timestamp> attempted = Opt.ofNull();
        private Opt<Long> status = Opt.ofNull();
        private Opt<String> excerpt = Opt.ofNull();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder id(String id) {
            this.id = id;
            return this;
        }

        public Builder type(String type) {
            this.type = type;
            return this;
        }

        public Builder created(Timestamp created) {
            this.created = created;
            return this;
        }

        public Builder state(DeliveryState state) {
            this.state = state;
            return this;
        }

        public Builder attempts(long attempts) {
            this.attempts = attempts;
            return this;
        }

        public Builder attempted(Timestamp attempted) {
            this.attempted = Opt.of(attempted);
            return this;
        }

        public Builder attempted(Opt<Timestamp> attempted) {
            this.attempted = attempted;
            return this;
        }

        public Builder status(long status) {
            this.status = Opt.of(status);
            return this;
        }

        public Builder status(Opt<Long> status) {
            this.status = status;
            return this;
        }

        public Builder excerpt(String excerpt) {
            this.excerpt = Opt.of(excerpt);
            return this;
        }

        public Builder excerpt(Opt<String> excerpt) {
            this.excerpt = excerpt;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public Delivery build() {
            return new Delivery(
                Objects.requireNonNull(this.id, "id"),
                Objects.requireNonNull(this.type, "type"),
                Objects.requireNonNull(this.created, "created"),
                Objects.requireNonNull(this.state, "state"),
                Objects.requireNonNull(this.attempts, "attempts"),
                this.attempted,
                this.status,
                this.excerpt,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
