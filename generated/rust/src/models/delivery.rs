// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::{open_text, serde_through_json};
use crate::runtime::timestamp::Timestamp;

/// A message of a webhook, and what became of it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Delivery {
    /// Identifies an object for as long as it exists.
    pub id: String,
    /// The type of the message.
    pub type_: String,
    /// When it was made.
    pub created: Timestamp,
    /// What became of it.
    pub state: DeliveryState,
    /// How often that was tried.
    pub attempts: i64,
    /// When it was tried last.
    pub attempted: Option<Timestamp>,
    /// The status of the last answer; null where none came.
    pub status: Option<i64>,
    /// The beginning of the last answer, or why there was none.
    pub excerpt: Option<String>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for Delivery {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            type_: take(&mut members, "type")?,
            created: take(&mut members, "created")?,
            state: take(&mut members, "state")?,
            attempts: take(&mut members, "attempts")?,
            attempted: take_nullable(&mut members, "attempted")?,
            status: take_nullable(&mut members, "status")?,
            excerpt: take_nullable(&mut members, "excerpt")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "id", &self.id);
        put(&mut members, "type", &self.type_);
        put(&mut members, "created", &self.created);
        put(&mut members, "state", &self.state);
        put(&mut members, "attempts", &self.attempts);
        put_nullable(&mut members, "attempted", &self.attempted);
        put_nullable(&mut members, "status", &self.status);
        put_nullable(&mut members, "excerpt", &self.excerpt);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(Delivery);

/// What became of it.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum DeliveryState {
    Waiting,
    Delivered,
    Failed,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    DeliveryState {
        Waiting = "waiting",
        Delivered = "delivered",
        Failed = "failed",
    }
}
