// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;

use super::*;

/// Who is signed in, and by what.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Session {
    /// The account of whoever asks.
    pub account: SessionAccount,
    /// What this request was signed in with.
    pub credential: SessionCredential,
    /// What the server takes, in bytes.
    pub limits: SessionLimits,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for Session {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            account: take(&mut members, "account")?,
            credential: take(&mut members, "credential")?,
            limits: take(&mut members, "limits")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "account", &self.account);
        put(&mut members, "credential", &self.credential);
        put(&mut members, "limits", &self.limits);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(Session);
