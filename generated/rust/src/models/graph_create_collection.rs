// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;

use super::*;

/// Changes, made in the order in which they were sent; each stands or falls alone.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateCollectionResult {
    /// In a home or another collection.
    pub create_collection: Option<CreateCollection>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for CreateCollectionResult {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            create_collection: take_nullable(&mut members, "createCollection")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put_nullable(&mut members, "createCollection", &self.create_collection);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(CreateCollectionResult);

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateCollection {
    pub collection: Option<CreateCollection2>,
    pub errors: Vec<CreateCollectionErrors>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for CreateCollection {
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

serde_through_json!(CreateCollection);

/// A home, a calendar, an address book or a folder.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateCollection2 {
    pub id: String,
    pub name: String,
    /// DAV:displayname; empty where none was given.
    pub display_name: String,
    pub kind: String,
    /// Its URL for WebDAV.
    pub href: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for CreateCollection2 {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            name: take(&mut members, "name")?,
            display_name: take(&mut members, "displayName")?,
            kind: take(&mut members, "kind")?,
            href: take(&mut members, "href")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "id", &self.id);
        put(&mut members, "name", &self.name);
        put(&mut members, "displayName", &self.display_name);
        put(&mut members, "kind", &self.kind);
        put(&mut members, "href", &self.href);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(CreateCollection2);

/// Why nothing was changed, and which part of the input is to blame.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateCollectionErrors {
    pub code: GraphErrorCode,
    pub field: Option<String>,
    pub message: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for CreateCollectionErrors {
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

serde_through_json!(CreateCollectionErrors);
