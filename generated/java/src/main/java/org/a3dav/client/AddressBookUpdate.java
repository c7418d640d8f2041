package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What to change of an address book.
 *
 * @param displayName The name to show.
 * @param description What it is for.
 * @param extra Members that are not known here.
 */
public record AddressBookUpdate(
    Opt<String> displayName,
    Opt<String> description,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<AddressBookUpdate> CODEC = Codec.of(AddressBookUpdate::fromJson);

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AddressBookUpdate fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new AddressBookUpdate(
            in.optional("displayName", Codecs.TEXT),
            in.optional("description", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .optional("displayName", this.displayName, Codecs.TEXT)
            .optional("description", this.description, Codecs.TEXT)
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
        made.displayName = this.displayName;
        made.description = this.description;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<String> displayName = Opt.absent();
        private Opt<String> description = Opt.absent();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder displayName(String displayName) {
            this.displayName = Opt.of(displayName);
            return this;
        }

        public Builder displayName(Opt<String> displayName) {
            this.displayName = displayName;
            return this;
        }

        public Builder description(String description) {
            this.description = Opt.of(description);
            return this;
        }

        public Builder description(Opt<String> description) {
            this.description = description;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public AddressBookUpdate build() {
            return new AddressBookUpdate(
                this.displayName,
                this.description,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
