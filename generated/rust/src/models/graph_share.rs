// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;

use super::*;

/// Changes, made in the order in which they were sent; each stands or falls alone.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ShareResult {
    /// Offers a calendar or an address book to somebody.
    pub share: Option<Share2>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for ShareResult {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            share: take_nullable(&mut members, "share")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put_nullable(&mut members, "share", &self.share);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(ShareResult);

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Share2 {
    pub collection: Option<ShareCollection>,
    pub errors: Vec<ShareErrors>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for Share2 {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            collection: take_nullable(&mut members, "collection")?,
            errors: take(&mut members, "errors")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put_nullable(&mut members, "collection", &self.collection);
        put(&mut members, "errors", &self.errors);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(Share2);

/// A home, a calendar, an address book or a folder.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ShareCollection {
    pub id: String,
    /// DAV:displayname; empty where none was given.
    pub display_name: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for ShareCollection {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            display_name: take(&mut members, "displayName")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "id", &self.id);
        put(&mut members, "displayName", &self.display_name);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(ShareCollection);

/// Why nothing was changed, and which part of the input is to blame.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ShareErrors {
    pub code: GraphErrorCode,
    pub field: Option<String>,
    pub message: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for ShareErrors {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            code: take(&mut members, "code")?,
            field: take_nullable(&mut members, "field")?,
            message: take(&mut members, "message")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "code", &self.code);
        put_nullable(&mut members, "field", &self.field);
        put(&mut members, "message", &self.message);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(ShareErrors);
