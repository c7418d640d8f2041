// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::{open_text, serde_through_json};

/// The account of whoever asks.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SessionAccount {
    /// Identifies an object for as long as it exists.
    pub id: String,
    /// The name one signs in with.
    pub name: String,
    /// The name to show.
    pub display_name: String,
    /// The address of this account, if it has one.
    pub email: Option<String>,
    /// What sort of a principal it is.
    pub kind: SessionAccountKind,
    /// What it may do beside what is its own.
    pub role: SessionAccountRole,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for SessionAccount {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            name: take(&mut members, "name")?,
            display_name: take(&mut members, "displayName")?,
            email: take_nullable(&mut members, "email")?,
            kind: take(&mut members, "kind")?,
            role: take(&mut members, "role")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "id", &self.id);
        put(&mut members, "name", &self.name);
        put(&mut members, "displayName", &self.display_name);
        put_nullable(&mut members, "email", &self.email);
        put(&mut members, "kind", &self.kind);
        put(&mut members, "role", &self.role);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(SessionAccount);

/// What sort of a principal it is.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum SessionAccountKind {
    User,
    Group,
    Resource,
    Room,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    SessionAccountKind {
        User = "user",
        Group = "group",
        Resource = "resource",
        Room = "room",
    }
}

/// What it may do beside what is its own.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum SessionAccountRole {
    Owner,
    Auditor,
    Admin,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    SessionAccountRole {
        Owner = "owner",
        Auditor = "auditor",
        Admin = "admin",
    }
}
