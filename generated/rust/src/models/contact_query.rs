// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::{open_text, serde_through_json};

/// What contacts must be.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ContactQuery {
    /// Whether entries have `data`.
    pub data: Option<bool>,
    /// What a name, address, number, organization, title or note must contain.
    pub text: Option<String>,
    /// The mail address that it must have.
    pub email: Option<String>,
    /// Digits that one of its numbers must contain, however they are written.
    pub phone: Option<String>,
    /// The UID that it must have.
    pub uid: Option<String>,
    /// What it is.
    pub kind: Option<ContactQueryKind>,
    /// Categories that it must have, all of them.
    pub categories: Option<Vec<String>>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl ContactQuery {
    /// Nothing is set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether entries have `data`.
    #[must_use]
    pub fn data(mut self, data: bool) -> Self {
        self.data = Some(data);
        self
    }

    /// What a name, address, number, organization, title or note must contain.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// The mail address that it must have.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Digits that one of its numbers must contain, however they are written.
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// The UID that it must have.
    #[must_use]
    pub fn uid(mut self, uid: impl Into<String>) -> Self {
        self.uid = Some(uid.into());
        self
    }

    /// What it is.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<ContactQueryKind>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// Categories that it must have, all of them.
    #[must_use]
    pub fn categories(mut self, categories: Vec<String>) -> Self {
        self.categories = Some(categories);
        self
    }
}

impl Json for ContactQuery {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            data: take(&mut members, "data")?,
            text: take(&mut members, "text")?,
            email: take(&mut members, "email")?,
            phone: take(&mut members, "phone")?,
            uid: take(&mut members, "uid")?,
            kind: take(&mut members, "kind")?,
            categories: take(&mut members, "categories")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "data", &self.data);
        put(&mut members, "text", &self.text);
        put(&mut members, "email", &self.email);
        put(&mut members, "phone", &self.phone);
        put(&mut members, "uid", &self.uid);
        put(&mut members, "kind", &self.kind);
        put(&mut members, "categories", &self.categories);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(ContactQuery);

/// What it is.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum ContactQueryKind {
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
    ContactQueryKind {
        Individual = "individual",
        Group = "group",
        Org = "org",
        Location = "location",
        Device = "device",
        Application = "application",
    }
}
