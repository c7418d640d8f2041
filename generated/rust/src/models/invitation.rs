// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::{open_text, serde_through_json};
use crate::runtime::timestamp::Timestamp;

use super::*;

/// What somebody offered to share.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Invitation {
    /// Identifies an object for as long as it exists.
    pub id: String,
    /// Identifies an object for as long as it exists.
    pub collection: String,
    /// What is shared.
    pub kind: InvitationKind,
    /// A person, a group, a room or a resource.
    pub owner: Principal,
    /// What a share gives: when somebody is busy, everything to read, or everything to read and to
    /// change.
    pub access: ShareAccess,
    /// What its owner calls it.
    pub summary: String,
    /// What was made of it.
    pub state: InvitationState,
    /// A moment in UTC (RFC 3339).
    pub changed: Timestamp,
    /// Its path in DAV among one's own, once it is accepted.
    pub href: Option<String>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for Invitation {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            collection: take(&mut members, "collection")?,
            kind: take(&mut members, "kind")?,
            owner: take(&mut members, "owner")?,
            access: take(&mut members, "access")?,
            summary: take(&mut members, "summary")?,
            state: take(&mut members, "state")?,
            changed: take(&mut members, "changed")?,
            href: take_nullable(&mut members, "href")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "id", &self.id);
        put(&mut members, "collection", &self.collection);
        put(&mut members, "kind", &self.kind);
        put(&mut members, "owner", &self.owner);
        put(&mut members, "access", &self.access);
        put(&mut members, "summary", &self.summary);
        put(&mut members, "state", &self.state);
        put(&mut members, "changed", &self.changed);
        put_nullable(&mut members, "href", &self.href);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(Invitation);

/// What is shared.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum InvitationKind {
    Calendar,
    Addressbook,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    InvitationKind {
        Calendar = "calendar",
        Addressbook = "addressbook",
    }
}
