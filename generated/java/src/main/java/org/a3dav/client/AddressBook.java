package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An address book, without what it holds.
 *
 * @param id Identifies an object for as long as it exists.
 * @param name The last segment of its path in CardDAV.
 * @param href Its path in CardDAV.
 * @param displayName The name to show.
 * @param owner Whose something is.
 * @param mine Whether it belongs to whoever asks.
 * @param default_ Whether every account has it from the start.
 * @param rights What whoever asks may do with it.
 * @param created A moment in UTC (RFC 3339).
 * @param description What it is for.
 * @param extra Members that are not known here.
 */
public record AddressBook(
    String id,
    String name,
    String href,
    String displayName,
    Owner owner,
    boolean mine,
    boolean default_,
    List<Right> rights,
    Timestamp created,
    Opt<String> description,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<AddressBook> CODEC = Codec.of(AddressBook::fromJson, "id", "name", "href", "displayName", "owner", "mine", "default", "rights", "created", "description");

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AddressBook fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new AddressBook(
            in.required("id", Codecs.TEXT),
            in.required("name", Codecs.TEXT),
            in.required("href", Codecs.TEXT),
            in.required("displayName", Codecs.TEXT),
            in.required("owner", Owner.CODEC),
            in.required("mine", Codecs.BOOLEAN),
            in.required("default", Codecs.BOOLEAN),
            in.required("rights", Codecs.list(Right.CODEC)),
            in.required("created", Codecs.TIMESTAMP),
            in.nullable("description", Codecs.TEXT),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .required("id", this.id, Codecs.TEXT)
            .required("name", this.name, Codecs.TEXT)
            .required("href", this.href, Codecs.TEXT)
            .required("displayName", this.displayName, Codecs.TEXT)
            .required("owner", this.owner, Owner.CODEC)
            .required("mine", this.mine, Codecs.BOOLEAN)
            .required("default", this.default_, Codecs.BOOLEAN)
            .required("rights", this.rights, Codecs.list(Right.CODEC))
            .required("created", this.created, Codecs.TIMESTAMP)
            .nullable("description", this.description, Codecs.TEXT)
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
        made.name = this.name;
        made.href = this.href;
        made.displayName = this.displayName;
        made.owner = this.owner;
        made.mine = this.mine;
        made.default_ = this.default_;
        made.rights = this.rights;
        made.created = this.created;
        made.description = this.description;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private String id;
        private String name;
        private String href;
        private String displayName;
        private Owner owner;
        private Boolean mine;
        private Boolean default_;
        private List<Right> rights;
        private Timestamp created;
        private Opt<String> description = Opt.ofNull();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder id(String id) {
            this.id = id;
            return this;
        }

        public Builder name(String name) {
            this.name = name;
            return this;
        }

        public Builder href(String href) {
            this.href = href;
            return this;
        }

        public Builder displayName(String displayName) {
            this.displayName = displayName;
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

        public Builder default_(boolean default_) {
            this.default_ = default_;
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

        public AddressBook build() {
            return new AddressBook(
                Objects.requireNonNull(this.id, "id"),
                Objects.requireNonNull(this.name, "name"),
                Objects.requireNonNull(this.href, "href"),
                Objects.requireNonNull(this.displayName, "displayName"),
                Objects.requireNonNull(this.owner, "owner"),
                Objects.requireNonNull(this.mine, "mine"),
                Objects.requireNonNull(this.default_, "default"),
                Objects.requireNonNull(this.rights, "rights"),
                Objects.requireNonNull(this.created, "created"),
                this.description,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
