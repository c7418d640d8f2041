// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;

use super::*;

/// What somebody made of an invitation.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ShareAnswer {
    /// A person, a group, a room or a resource.
    pub account: Principal,
    /// What was made of it.
    pub state: InvitationState,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for ShareAnswer {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            account: take(&mut members, "account")?,
            state: take(&mut members, "state")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "account", &self.account);
        put(&mut members, "state", &self.state);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(ShareAnswer);
