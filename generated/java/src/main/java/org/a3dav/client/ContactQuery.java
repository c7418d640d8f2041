package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What contacts must be.
 *
 * @param data Whether entries have `data`.
 * @param text What a name, address, number, organization, title or note must contain.
 * @param email The mail address that it must have.
 * @param phone Digits that one of its numbers must contain, however they are written.
 * @param uid The UID that it must have.
 * @param kind What it is.
 * @param categories Categories that it must have, all of them.
 * @param extra Members that are not known here.
 */
public record ContactQuery(
    Opt<Boolean> data,
    Opt<String> text,
    Opt<String> email,
    Opt<String> phone,
    Opt<String> uid,
    Opt<ContactQueryKind> kind,
    Opt<List<String>> categories,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<ContactQuery> CODEC = Codec.of(ContactQuery::fromJson);

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ContactQuery fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new ContactQuery(
            in.optional("data", Codecs.BOOLEAN),
            in.optional("text", Codecs.TEXT),
            in.optional("email", Codecs.TEXT),
            in.optional("phone", Codecs.TEXT),
            in.optional("uid", Codecs.TEXT),
            in.optional("kind", ContactQueryKind.CODEC),
            in.optional("categories", Codecs.list(Codecs.TEXT)),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .optional("data", this.data, Codecs.BOOLEAN)
            .optional("text", this.text, Codecs.TEXT)
            .optional("email", this.email, Codecs.TEXT)
            .optional("phone", this.phone, Codecs.TEXT)
            .optional("uid", this.uid, Codecs.TEXT)
            .optional("kind", this.kind, ContactQueryKind.CODEC)
            .optional("categories", this.categories, Codecs.list(Codecs.TEXT))
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
        made.data = this.data;
        made.text = this.text;
        made.email = this.email;
        made.phone = this.phone;
        made.uid = this.uid;
        made.kind = this.kind;
        made.categories = this.categories;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<Boolean> data = Opt.absent();
        private Opt<String> text = Opt.absent();
        private Opt<String> email = Opt.absent();
        private Opt<String> phone = Opt.absent();
        private Opt<String> uid = Opt.absent();
        private Opt<ContactQueryKind> kind = Opt.absent();
        private Opt<List<String>> categories = Opt.absent();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder data(boolean data) {
            this.data = Opt.of(data);
            return this;
        }

        public Builder data(Opt<Boolean> data) {
            this.data = data;
            return this;
        }

        public Builder text(String text) {
            this.text = Opt.of(text);
            return this;
        }

        public Builder text(Opt<String> text) {
            this.text = text;
            return this;
        }

        public Builder email(String email) {
            this.email = Opt.of(email);
            return this;
        }

        public Builder email(Opt<String> email) {
            this.email = email;
            return this;
        }

        public Builder phone(String phone) {
            this.phone = Opt.of(phone);
            return this;
        }

        public Builder phone(Opt<String> phone) {
            this.phone = phone;
            return this;
        }

        public Builder uid(String uid) {
            this.uid = Opt.of(uid);
            return this;
        }

        public Builder uid(Opt<String> uid) {
            this.uid = uid;
            return this;
        }

        public Builder kind(ContactQueryKind kind) {
            this.kind = Opt.of(kind);
            return this;
        }

        public Builder kind(Opt<ContactQueryKind> kind) {
            this.kind = kind;
            return this;
        }

        public Builder categories(List<String> categories) {
            this.categories = Opt.of(categories);
            return this;
        }

        public Builder categories(Opt<List<String>> categories) {
            this.categories = categories;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public ContactQuery build() {
            return new ContactQuery(
                this.data,
                this.text,
                this.email,
                this.phone,
                this.uid,
                this.kind,
                this.categories,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
