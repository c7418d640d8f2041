// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;

use super::*;

/// Administrators and auditors ask for everything, everybody else for what is their own.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PrincipalResult {
    /// A principal by its id or its name; null where there is none that you may ask for.
    pub principal: Option<Principal2>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for PrincipalResult {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            principal: take_nullable(&mut members, "principal")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put_nullable(&mut members, "principal", &self.principal);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(PrincipalResult);

/// A user, a group, a room or a resource.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Principal2 {
    pub id: String,
    pub name: String,
    pub display_name: String,
    pub email: String,
    pub kind: GraphKind,
    pub role: GraphRole,
    pub disabled: bool,
    /// The homes, calendars, address books and folders that it owns, at any depth.
    pub collections: PrincipalCollections,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for Principal2 {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            name: take(&mut members, "name")?,
            display_name: take(&mut members, "displayName")?,
            email: take(&mut members, "email")?,
            kind: take(&mut members, "kind")?,
            role: take(&mut members, "role")?,
            disabled: take(&mut members, "disabled")?,
            collections: take(&mut members, "collections")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "id", &self.id);
        put(&mut members, "name", &self.name);
        put(&mut members, "displayName", &self.display_name);
        put(&mut members, "email", &self.email);
        put(&mut members, "kind", &self.kind);
        put(&mut members, "role", &self.role);
        put(&mut members, "disabled", &self.disabled);
        put(&mut members, "collections", &self.collections);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(Principal2);

/// A page, in the one order that all pages have.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PrincipalCollections {
    /// The nodes of the edges.
    pub nodes: Vec<PrincipalCollectionsNodes>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for PrincipalCollections {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            nodes: take(&mut members, "nodes")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "nodes", &self.nodes);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(PrincipalCollections);

/// A home, a calendar, an address book or a folder.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PrincipalCollectionsNodes {
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
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for PrincipalCollectionsNodes {
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
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(PrincipalCollectionsNodes);
