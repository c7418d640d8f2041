// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;
use crate::runtime::timestamp::Timestamp;

/// Administrators and auditors ask for everything, everybody else for what is their own.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CollectionResult {
    /// A collection by its id; null where there is none that you may ask for.
    pub collection: Option<Collection>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for CollectionResult {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            collection: take_nullable(&mut members, "collection")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put_nullable(&mut members, "collection", &self.collection);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(CollectionResult);

/// A home, a calendar, an address book or a folder.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Collection {
    pub id: String,
    pub name: String,
    /// DAV:displayname; empty where none was given.
    pub display_name: String,
    pub kind: String,
    /// Its URL for WebDAV.
    pub href: String,
    /// How many members it has, without those of its members.
    pub member_count: i64,
    /// Bytes that its members have together, without those of their members.
    pub size: i64,
    pub modified: Option<Timestamp>,
    pub owner: Option<CollectionOwner>,
    /// Its own access control list, in its order.
    pub acl: Vec<CollectionAcl>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for Collection {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            name: take(&mut members, "name")?,
            display_name: take(&mut members, "displayName")?,
            kind: take(&mut members, "kind")?,
            href: take(&mut members, "href")?,
            member_count: take(&mut members, "memberCount")?,
            size: take(&mut members, "size")?,
            modified: take_nullable(&mut members, "modified")?,
            owner: take_nullable(&mut members, "owner")?,
            acl: take(&mut members, "acl")?,
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
        put(&mut members, "memberCount", &self.member_count);
        put(&mut members, "size", &self.size);
        put_nullable(&mut members, "modified", &self.modified);
        put_nullable(&mut members, "owner", &self.owner);
        put(&mut members, "acl", &self.acl);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(Collection);

/// An entry of an access control list (RFC 3744): whom it is about, and what it grants or denies.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CollectionAcl {
    pub principal: String,
    pub grants: bool,
    pub inverted: bool,
    pub privileges: Vec<String>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for CollectionAcl {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            principal: take(&mut members, "principal")?,
            grants: take(&mut members, "grants")?,
            inverted: take(&mut members, "inverted")?,
            privileges: take(&mut members, "privileges")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "principal", &self.principal);
        put(&mut members, "grants", &self.grants);
        put(&mut members, "inverted", &self.inverted);
        put(&mut members, "privileges", &self.privileges);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(CollectionAcl);

/// A user, a group, a room or a resource.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CollectionOwner {
    pub id: String,
    pub name: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for CollectionOwner {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            name: take(&mut members, "name")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "id", &self.id);
        put(&mut members, "name", &self.name);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(CollectionOwner);
