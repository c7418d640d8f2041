// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::{open_text, serde_through_json};
use crate::runtime::timestamp::Timestamp;

/// What this request was signed in with.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SessionCredential {
    /// Of a token or an app password; null of anything else.
    pub id: Option<String>,
    /// How it was proven, such as `password`, `app-password` or `token`.
    pub method: String,
    /// What it may be used for.
    pub scope: SessionCredentialScope,
    /// What a token is for; null where nothing is left out.
    pub scopes: Option<Vec<String>>,
    /// When it ends; null for never.
    pub expires: Option<Timestamp>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for SessionCredential {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take_nullable(&mut members, "id")?,
            method: take(&mut members, "method")?,
            scope: take(&mut members, "scope")?,
            scopes: take_nullable(&mut members, "scopes")?,
            expires: take_nullable(&mut members, "expires")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put_nullable(&mut members, "id", &self.id);
        put(&mut members, "method", &self.method);
        put(&mut members, "scope", &self.scope);
        put_nullable(&mut members, "scopes", &self.scopes);
        put_nullable(&mut members, "expires", &self.expires);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(SessionCredential);

/// What it may be used for.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum SessionCredentialScope {
    Full,
    Dav,
    ReadOnly,
    Api,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    SessionCredentialScope {
        Full = "full",
        Dav = "dav",
        ReadOnly = "read-only",
        Api = "api",
    }
}
