// Rendered from the description of the interface; not for editing.

use std::collections::BTreeMap;

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::{open_text, serde_through_json};

/// A Card of JSContact (RFC 9553). The members here are those that most programs want; others may
/// be sent and are told.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct JsContact {
    /// What it is.
    pub at_type: Option<String>,
    /// The version of JSContact, 1.0.
    pub version: Option<String>,
    /// Its identifier in all systems; the server makes one for a new card without.
    pub uid: Option<String>,
    /// What sort of card it is.
    pub kind: Option<JsContactKind>,
    /// When it was made.
    pub created: Option<String>,
    /// When it was changed.
    pub updated: Option<String>,
    /// The language of its texts.
    pub language: Option<String>,
    /// What made it.
    pub prod_id: Option<String>,
    /// The name.
    pub name: Option<Map>,
    /// Names among friends.
    pub nicknames: Option<BTreeMap<String, Map>>,
    /// Where they work.
    pub organizations: Option<BTreeMap<String, Map>>,
    /// Titles and roles.
    pub titles: Option<BTreeMap<String, Map>>,
    /// Mail addresses.
    pub emails: Option<BTreeMap<String, Map>>,
    /// Telephone numbers.
    pub phones: Option<BTreeMap<String, Map>>,
    /// Accounts elsewhere.
    pub online_services: Option<BTreeMap<String, Map>>,
    /// Where they live.
    pub addresses: Option<BTreeMap<String, Map>>,
    /// Birthdays and other days.
    pub anniversaries: Option<BTreeMap<String, Map>>,
    /// Pages.
    pub links: Option<BTreeMap<String, Map>>,
    /// Photos, logos and sounds.
    pub media: Option<BTreeMap<String, Map>>,
    /// Of a group whom it has.
    pub members: Option<BTreeMap<String, bool>>,
    /// Keywords by their text.
    pub keywords: Option<BTreeMap<String, bool>>,
    /// Notes.
    pub notes: Option<BTreeMap<String, Map>>,
    /// Who they belong to.
    pub related_to: Option<BTreeMap<String, Map>>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl JsContact {
    /// Nothing is set.
    pub fn new() -> Self {
        Self::default()
    }

    /// What it is.
    #[must_use]
    pub fn at_type(mut self, at_type: impl Into<String>) -> Self {
        self.at_type = Some(at_type.into());
        self
    }

    /// The version of JSContact, 1.0.
    #[must_use]
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// Its identifier in all systems; the server makes one for a new card without.
    #[must_use]
    pub fn uid(mut self, uid: impl Into<String>) -> Self {
        self.uid = Some(uid.into());
        self
    }

    /// What sort of card it is.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<JsContactKind>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// When it was made.
    #[must_use]
    pub fn created(mut self, created: impl Into<String>) -> Self {
        self.created = Some(created.into());
        self
    }

    /// When it was changed.
    #[must_use]
    pub fn updated(mut self, updated: impl Into<String>) -> Self {
        self.updated = Some(updated.into());
        self
    }

    /// The language of its texts.
    #[must_use]
    pub fn language(mut self, language: impl Into<String>) -> Self {
        self.language = Some(language.into());
        self
    }

    /// What made it.
    #[must_use]
    pub fn prod_id(mut self, prod_id: impl Into<String>) -> Self {
        self.prod_id = Some(prod_id.into());
        self
    }

    /// The name.
    #[must_use]
    pub fn name(mut self, name: Map) -> Self {
        self.name = Some(name);
        self
    }

    /// Names among friends.
    #[must_use]
    pub fn nicknames(mut self, nicknames: BTreeMap<String, Map>) -> Self {
        self.nicknames = Some(nicknames);
        self
    }

    /// Where they work.
    #[must_use]
    pub fn organizations(mut self, organizations: BTreeMap<String, Map>) -> Self {
        self.organizations = Some(organizations);
        self
    }

    /// Titles and roles.
    #[must_use]
    pub fn titles(mut self, titles: BTreeMap<String, Map>) -> Self {
        self.titles = Some(titles);
        self
    }

    /// Mail addresses.
    #[must_use]
    pub fn emails(mut self, emails: BTreeMap<String, Map>) -> Self {
        self.emails = Some(emails);
        self
    }

    /// Telephone numbers.
    #[must_use]
    pub fn phones(mut self, phones: BTreeMap<String, Map>) -> Self {
        self.phones = Some(phones);
        self
    }

    /// Accounts elsewhere.
    #[must_use]
    pub fn online_services(mut self, online_services: BTreeMap<String, Map>) -> Self {
        self.online_services = Some(online_services);
        self
    }

    /// Where they live.
    #[must_use]
    pub fn addresses(mut self, addresses: BTreeMap<String, Map>) -> Self {
        self.addresses = Some(addresses);
        self
    }

    /// Birthdays and other days.
    #[must_use]
    pub fn anniversaries(mut self, anniversaries: BTreeMap<String, Map>) -> Self {
        self.anniversaries = Some(anniversaries);
        self
    }

    /// Pages.
    #[must_use]
    pub fn links(mut self, links: BTreeMap<String, Map>) -> Self {
        self.links = Some(links);
        self
    }

    /// Photos, logos and sounds.
    #[must_use]
    pub fn media(mut self, media: BTreeMap<String, Map>) -> Self {
        self.media = Some(media);
        self
    }

    /// Of a group whom it has.
    #[must_use]
    pub fn members(mut self, members: BTreeMap<String, bool>) -> Self {
        self.members = Some(members);
        self
    }

    /// Keywords by their text.
    #[must_use]
    pub fn keywords(mut self, keywords: BTreeMap<String, bool>) -> Self {
        self.keywords = Some(keywords);
        self
    }

    /// Notes.
    #[must_use]
    pub fn notes(mut self, notes: BTreeMap<String, Map>) -> Self {
        self.notes = Some(notes);
        self
    }

    /// Who they belong to.
    #[must_use]
    pub fn related_to(mut self, related_to: BTreeMap<String, Map>) -> Self {
        self.related_to = Some(related_to);
        self
    }
}

impl Json for JsContact {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            at_type: take(&mut members, "@type")?,
            version: take(&mut members, "version")?,
            uid: take(&mut members, "uid")?,
            kind: take(&mut members, "kind")?,
            created: take(&mut members, "created")?,
            updated: take(&mut members, "updated")?,
            language: take(&mut members, "language")?,
            prod_id: take(&mut members, "prodId")?,
            name: take(&mut members, "name")?,
            nicknames: take(&mut members, "nicknames")?,
            organizations: take(&mut members, "organizations")?,
            titles: take(&mut members, "titles")?,
            emails: take(&mut members, "emails")?,
            phones: take(&mut members, "phones")?,
            online_services: take(&mut members, "onlineServices")?,
            addresses: take(&mut members, "addresses")?,
            anniversaries: take(&mut members, "anniversaries")?,
            links: take(&mut members, "links")?,
            media: take(&mut members, "media")?,
            members: take(&mut members, "members")?,
            keywords: take(&mut members, "keywords")?,
            notes: take(&mut members, "notes")?,
            related_to: take(&mut members, "relatedTo")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "@type", &self.at_type);
        put(&mut members, "version", &self.version);
        put(&mut members, "uid", &self.uid);
        put(&mut members, "kind", &self.kind);
        put(&mut members, "created", &self.created);
        put(&mut members, "updated", &self.updated);
        put(&mut members, "language", &self.language);
        put(&mut members, "prodId", &self.prod_id);
        put(&mut members, "name", &self.name);
        put(&mut members, "nicknames", &self.nicknames);
        put(&mut members, "organizations", &self.organizations);
        put(&mut members, "titles", &self.titles);
        put(&mut members, "emails", &self.emails);
        put(&mut members, "phones", &self.phones);
        put(&mut members, "onlineServices", &self.online_services);
        put(&mut members, "addresses", &self.addresses);
        put(&mut members, "anniversaries", &self.anniversaries);
        put(&mut members, "links", &self.links);
        put(&mut members, "media", &self.media);
        put(&mut members, "members", &self.members);
        put(&mut members, "keywords", &self.keywords);
        put(&mut members, "notes", &self.notes);
        put(&mut members, "relatedTo", &self.related_to);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(JsContact);

/// What sort of card it is.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum JsContactKind {
    Individual,
    Group,
    Org,
    Location,
    Device,
    Application,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    JsContactKind {
        Individual = "individual",
        Group = "group",
        Org = "org",
        Location = "location",
        Device = "device",
        Application = "application",
    }
}
