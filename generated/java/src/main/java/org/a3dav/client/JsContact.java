package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Card of JSContact (RFC 9553). The members here are those that most programs want; others may be sent and
 * are told.
 *
 * @param atType What it is.
 * @param version The version of JSContact, 1.0.
 * @param uid Its identifier in all systems; the server makes one for a new card without.
 * @param kind What sort of card it is.
 * @param created When it was made.
 * @param updated When it was changed.
 * @param language The language of its texts.
 * @param prodId What made it.
 * @param name The name.
 * @param nicknames Names among friends.
 * @param organizations Where they work.
 * @param titles Titles and roles.
 * @param emails Mail addresses.
 * @param phones Telephone numbers.
 * @param onlineServices Accounts elsewhere.
 * @param addresses Where they live.
 * @param anniversaries Birthdays and other days.
 * @param links Pages.
 * @param media Photos, logos and sounds.
 * @param members Of a group whom it has.
 * @param keywords Keywords by their text.
 * @param notes Notes.
 * @param relatedTo Who they belong to.
 * @param extra Members that are not known here.
 */
public record JsContact(
    Opt<String> atType,
    Opt<String> version,
    Opt<String> uid,
    Opt<JsContactKind> kind,
    Opt<String> created,
    Opt<String> updated,
    Opt<String> language,
    Opt<String> prodId,
    Opt<Map<String, JsonNode>> name,
    Opt<Map<String, Map<String, JsonNode>>> nicknames,
    Opt<Map<String, Map<String, JsonNode>>> organizations,
    Opt<Map<String, Map<String, JsonNode>>> titles,
    Opt<Map<String, Map<String, JsonNode>>> emails,
    Opt<Map<String, Map<String, JsonNode>>> phones,
    Opt<Map<String, Map<String, JsonNode>>> onlineServices,
    Opt<Map<String, Map<String, JsonNode>>> addresses,
    Opt<Map<String, Map<String, JsonNode>>> anniversaries,
    Opt<Map<String, Map<String, JsonNode>>> links,
    Opt<Map<String, Map<String, JsonNode>>> media,
    Opt<Map<String, Boolean>> members,
    Opt<Map<String, Boolean>> keywords,
    Opt<Map<String, Map<String, JsonNode>>> notes,
    Opt<Map<String, Map<String, JsonNode>>> relatedTo,
    Map<String, JsonNode> extra
) implements Model {
    static final Codec<JsContact> CODEC = Codec.of(JsContact::fromJson);

    /** Reads what a server sent, or what was kept. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static JsContact fromJson(JsonNode json) {
        MemberReader in = new MemberReader(json);
        return new JsContact(
            in.optional("@type", Codecs.TEXT),
            in.optional("version", Codecs.TEXT),
            in.optional("uid", Codecs.TEXT),
            in.optional("kind", JsContactKind.CODEC),
            in.optional("created", Codecs.TEXT),
            in.optional("updated", Codecs.TEXT),
            in.optional("language", Codecs.TEXT),
            in.optional("prodId", Codecs.TEXT),
            in.optional("name", Codecs.map(Codecs.ANY)),
            in.optional("nicknames", Codecs.map(Codecs.map(Codecs.ANY))),
            in.optional("organizations", Codecs.map(Codecs.map(Codecs.ANY))),
            in.optional("titles", Codecs.map(Codecs.map(Codecs.ANY))),
            in.optional("emails", Codecs.map(Codecs.map(Codecs.ANY))),
            in.optional("phones", Codecs.map(Codecs.map(Codecs.ANY))),
            in.optional("onlineServices", Codecs.map(Codecs.map(Codecs.ANY))),
            in.optional("addresses", Codecs.map(Codecs.map(Codecs.ANY))),
            in.optional("anniversaries", Codecs.map(Codecs.map(Codecs.ANY))),
            in.optional("links", Codecs.map(Codecs.map(Codecs.ANY))),
            in.optional("media", Codecs.map(Codecs.map(Codecs.ANY))),
            in.optional("members", Codecs.map(Codecs.BOOLEAN)),
            in.optional("keywords", Codecs.map(Codecs.BOOLEAN)),
            in.optional("notes", Codecs.map(Codecs.map(Codecs.ANY))),
            in.optional("relatedTo", Codecs.map(Codecs.map(Codecs.ANY))),
            in.extra(Codecs.ANY)
        );
    }

    @Override
    public JsonNode toJson() {
        return new MemberWriter()
            .optional("@type", this.atType, Codecs.TEXT)
            .optional("version", this.version, Codecs.TEXT)
            .optional("uid", this.uid, Codecs.TEXT)
            .optional("kind", this.kind, JsContactKind.CODEC)
            .optional("created", this.created, Codecs.TEXT)
            .optional("updated", this.updated, Codecs.TEXT)
            .optional("language", this.language, Codecs.TEXT)
            .optional("prodId", this.prodId, Codecs.TEXT)
            .optional("name", this.name, Codecs.map(Codecs.ANY))
            .optional("nicknames", this.nicknames, Codecs.map(Codecs.map(Codecs.ANY)))
            .optional("organizations", this.organizations, Codecs.map(Codecs.map(Codecs.ANY)))
            .optional("titles", this.titles, Codecs.map(Codecs.map(Codecs.ANY)))
            .optional("emails", this.emails, Codecs.map(Codecs.map(Codecs.ANY)))
            .optional("phones", this.phones, Codecs.map(Codecs.map(Codecs.ANY)))
            .optional("onlineServices", this.onlineServices, Codecs.map(Codecs.map(Codecs.ANY)))
            .optional("addresses", this.addresses, Codecs.map(Codecs.map(Codecs.ANY)))
            .optional("anniversaries", this.anniversaries, Codecs.map(Codecs.map(Codecs.ANY)))
            .optional("links", this.links, Codecs.map(Codecs.map(Codecs.ANY)))
            .optional("media", this.media, Codecs.map(Codecs.map(Codecs.ANY)))
            .optional("members", this.members, Codecs.map(Codecs.BOOLEAN))
            .optional("keywords", this.keywords, Codecs.map(Codecs.BOOLEAN))
            .optional("notes", this.notes, Codecs.map(Codecs.map(Codecs.ANY)))
            .optional("relatedTo", this.relatedTo, Codecs.map(Codecs.map(Codecs.ANY)))
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
        made.atType = this.atType;
        made.version = this.version;
        made.uid = this.uid;
        made.kind = this.kind;
        made.created = this.created;
        made.updated = this.updated;
        made.language = this.language;
        made.prodId = this.prodId;
        made.name = this.name;
        made.nicknames = this.nicknames;
        made.organizations = this.organizations;
        made.titles = this.titles;
        made.emails = this.emails;
        made.phones = this.phones;
        made.onlineServices = this.onlineServices;
        made.addresses = this.addresses;
        made.anniversaries = this.anniversaries;
        made.links = this.links;
        made.media = this.media;
        made.members = this.members;
        made.keywords = this.keywords;
        made.notes = this.notes;
        made.relatedTo = this.relatedTo;
        made.extra.putAll(this.extra);
        return made;
    }

    /** Makes one, member by member. */
    public static final class Builder {
        private Opt<String> atType = Opt.absent();
        private Opt<String> version = Opt.absent();
        private Opt<String> uid = Opt.absent();
        private Opt<JsContactKind> kind = Opt.absent();
        private Opt<String> created = Opt.absent();
        private Opt<String> updated = Opt.absent();
        private Opt<String> language = Opt.absent();
        private Opt<String> prodId = Opt.absent();
        private Opt<Map<String, JsonNode>> name = Opt.absent();
        private Opt<Map<String, Map<String, JsonNode>>> nicknames = Opt.absent();
        private Opt<Map<String, Map<String, JsonNode>>> organizations = Opt.absent();
        private Opt<Map<String, Map<String, JsonNode>>> titles = Opt.absent();
        private Opt<Map<String, Map<String, JsonNode>>> emails = Opt.absent();
        private Opt<Map<String, Map<String, JsonNode>>> phones = Opt.absent();
        private Opt<Map<String, Map<String, JsonNode>>> onlineServices = Opt.absent();
        private Opt<Map<String, Map<String, JsonNode>>> addresses = Opt.absent();
        private Opt<Map<String, Map<String, JsonNode>>> anniversaries = Opt.absent();
        private Opt<Map<String, Map<String, JsonNode>>> links = Opt.absent();
        private Opt<Map<String, Map<String, JsonNode>>> media = Opt.absent();
        private Opt<Map<String, Boolean>> members = Opt.absent();
        private Opt<Map<String, Boolean>> keywords = Opt.absent();
        private Opt<Map<String, Map<String, JsonNode>>> notes = Opt.absent();
        private Opt<Map<String, Map<String, JsonNode>>> relatedTo = Opt.absent();
        private final Map<String, JsonNode> extra = new LinkedHashMap<>();

        private Builder() {}

        public Builder atType(String atType) {
            this.atType = Opt.of(atType);
            return this;
        }

        public Builder atType(Opt<String> atType) {
            this.atType = atType;
            return this;
        }

        public Builder version(String version) {
            this.version = Opt.of(version);
            return this;
        }

        public Builder version(Opt<String> version) {
            this.version = version;
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

        public Builder kind(JsContactKind kind) {
            this.kind = Opt.of(kind);
            return this;
        }

        public Builder kind(Opt<JsContactKind> kind) {
            this.kind = kind;
            return this;
        }

        public Builder created(String created) {
            this.created = Opt.of(created);
            return this;
        }

        public Builder created(Opt<String> created) {
            this.created = created;
            return this;
        }

        public Builder updated(String updated) {
            this.updated = Opt.of(updated);
            return this;
        }

        public Builder updated(Opt<String> updated) {
            this.updated = updated;
            return this;
        }

        public Builder language(String language) {
            this.language = Opt.of(language);
            return this;
        }

        public Builder language(Opt<String> language) {
            this.language = language;
            return this;
        }

        public Builder prodId(String prodId) {
            this.prodId = Opt.of(prodId);
            return this;
        }

        public Builder prodId(Opt<String> prodId) {
            this.prodId = prodId;
            return this;
        }

        public Builder name(Map<String, JsonNode> name) {
            this.name = Opt.of(name);
            return this;
        }

        public Builder name(Opt<Map<String, JsonNode>> name) {
            this.name = name;
            return this;
        }

        public Builder nicknames(Map<String, Map<String, JsonNode>> nicknames) {
            this.nicknames = Opt.of(nicknames);
            return this;
        }

        public Builder nicknames(Opt<Map<String, Map<String, JsonNode>>> nicknames) {
            this.nicknames = nicknames;
            return this;
        }

        public Builder organizations(Map<String, Map<String, JsonNode>> organizations) {
            this.organizations = Opt.of(organizations);
            return this;
        }

        public Builder organizations(Opt<Map<String, Map<String, JsonNode>>> organizations) {
            this.organizations = organizations;
            return this;
        }

        public Builder titles(Map<String, Map<String, JsonNode>> titles) {
            this.titles = Opt.of(titles);
            return this;
        }

        public Builder titles(Opt<Map<String, Map<String, JsonNode>>> titles) {
            this.titles = titles;
            return this;
        }

        public Builder emails(Map<String, Map<String, JsonNode>> emails) {
            this.emails = Opt.of(emails);
            return this;
        }

        public Builder emails(Opt<Map<String, Map<String, JsonNode>>> emails) {
            this.emails = emails;
            return this;
        }

        public Builder phones(Map<String, Map<String, JsonNode>> phones) {
            this.phones = Opt.of(phones);
            return this;
        }

        public Builder phones(Opt<Map<String, Map<String, JsonNode>>> phones) {
            this.phones = phones;
            return this;
        }

        public Builder onlineServices(Map<String, Map<String, JsonNode>> onlineServices) {
            this.onlineServices = Opt.of(onlineServices);
            return this;
        }

        public Builder onlineServices(Opt<Map<String, Map<String, JsonNode>>> onlineServices) {
            this.onlineServices = onlineServices;
            return this;
        }

        public Builder addresses(Map<String, Map<String, JsonNode>> addresses) {
            this.addresses = Opt.of(addresses);
            return this;
        }

        public Builder addresses(Opt<Map<String, Map<String, JsonNode>>> addresses) {
            this.addresses = addresses;
            return this;
        }

        public Builder anniversaries(Map<String, Map<String, JsonNode>> anniversaries) {
            this.anniversaries = Opt.of(anniversaries);
            return this;
        }

        public Builder anniversaries(Opt<Map<String, Map<String, JsonNode>>> anniversaries) {
            this.anniversaries = anniversaries;
            return this;
        }

        public Builder links(Map<String, Map<String, JsonNode>> links) {
            this.links = Opt.of(links);
            return this;
        }

        public Builder links(Opt<Map<String, Map<String, JsonNode>>> links) {
            this.links = links;
            return this;
        }

        public Builder media(Map<String, Map<String, JsonNode>> media) {
            this.media = Opt.of(media);
            return this;
        }

        public Builder media(Opt<Map<String, Map<String, JsonNode>>> media) {
            this.media = media;
            return this;
        }

        public Builder members(Map<String, Boolean> members) {
            this.members = Opt.of(members);
            return this;
        }

        public Builder members(Opt<Map<String, Boolean>> members) {
            this.members = members;
            return this;
        }

        public Builder keywords(Map<String, Boolean> keywords) {
            this.keywords = Opt.of(keywords);
            return this;
        }

        public Builder keywords(Opt<Map<String, Boolean>> keywords) {
            this.keywords = keywords;
            return this;
        }

        public Builder notes(Map<String, Map<String, JsonNode>> notes) {
            this.notes = Opt.of(notes);
            return this;
        }

        public Builder notes(Opt<Map<String, Map<String, JsonNode>>> notes) {
            this.notes = notes;
            return this;
        }

        public Builder relatedTo(Map<String, Map<String, JsonNode>> relatedTo) {
            this.relatedTo = Opt.of(relatedTo);
            return this;
        }

        public Builder relatedTo(Opt<Map<String, Map<String, JsonNode>>> relatedTo) {
            this.relatedTo = relatedTo;
            return this;
        }

        /** Adds a member that is not known here. */
        public Builder extra(String name, JsonNode value) {
            this.extra.put(name, value);
            return this;
        }

        public JsContact build() {
            return new JsContact(
                this.atType,
                this.version,
                this.uid,
                this.kind,
                this.created,
                this.updated,
                this.language,
                this.prodId,
                this.name,
                this.nicknames,
                this.organizations,
                this.titles,
                this.emails,
                this.phones,
                this.onlineServices,
                this.addresses,
                this.anniversaries,
                this.links,
                this.media,
                this.members,
                this.keywords,
                this.notes,
                this.relatedTo,
                Collections.unmodifiableMap(new LinkedHashMap<>(this.extra))
            );
        }
    }
}
