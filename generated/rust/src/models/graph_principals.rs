// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;
use crate::runtime::timestamp::Timestamp;

use super::*;

/// Administrators and auditors ask for everything, everybody else for what is their own.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PrincipalsResult {
    /// Principals by name.
    pub principals: Principals,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for PrincipalsResult {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            principals: take(&mut members, "principals")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "principals", &self.principals);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(PrincipalsResult);

/// A page, in the one order that all pages have.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Principals {
    /// How many there are on all pages together.
    pub total_count: i64,
    pub page_info: PrincipalsPageInfo,
    /// The nodes of the edges.
    pub nodes: Vec<PrincipalsNodes>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for Principals {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            total_count: take(&mut members, "totalCount")?,
            page_info: take(&mut members, "pageInfo")?,
            nodes: take(&mut members, "nodes")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "totalCount", &self.total_count);
        put(&mut members, "pageInfo", &self.page_info);
        put(&mut members, "nodes", &self.nodes);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(Principals);

/// A user, a group, a room or a resource.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PrincipalsNodes {
    pub id: String,
    pub name: String,
    pub display_name: String,
    pub email: String,
    pub kind: GraphKind,
    pub role: GraphRole,
    pub disabled: bool,
    pub created: Option<Timestamp>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for PrincipalsNodes {
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
            created: take_nullable(&mut members, "created")?,
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
        put_nullable(&mut members, "created", &self.created);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(PrincipalsNodes);

/// Where a page stands among all.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PrincipalsPageInfo {
    pub has_next_page: bool,
    pub end_cursor: Option<String>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for PrincipalsPageInfo {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            has_next_page: take(&mut members, "hasNextPage")?,
            end_cursor: take_nullable(&mut members, "endCursor")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "hasNextPage", &self.has_next_page);
        put_nullable(&mut members, "endCursor", &self.end_cursor);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(PrincipalsPageInfo);
