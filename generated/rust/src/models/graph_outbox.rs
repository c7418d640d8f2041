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
pub struct OutboxResult {
    /// Messages that wait, are on their way or were given up.
    pub outbox: Outbox,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for OutboxResult {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            outbox: take(&mut members, "outbox")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "outbox", &self.outbox);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(OutboxResult);

/// A page, in the one order that all pages have.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Outbox {
    pub page_info: OutboxPageInfo,
    /// The nodes of the edges.
    pub nodes: Vec<OutboxNodes>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for Outbox {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            page_info: take(&mut members, "pageInfo")?,
            nodes: take(&mut members, "nodes")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "pageInfo", &self.page_info);
        put(&mut members, "nodes", &self.nodes);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(Outbox);

/// What a transaction wants done outside of the store.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OutboxNodes {
    pub id: String,
    pub kind: String,
    pub state: GraphMessageState,
    pub attempts: i64,
    /// Why the last attempt failed.
    pub failure: String,
    pub created: Option<Timestamp>,
    /// When it is tried next.
    pub due: Option<Timestamp>,
    pub account: Option<OutboxNodesAccount>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for OutboxNodes {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            kind: take(&mut members, "kind")?,
            state: take(&mut members, "state")?,
            attempts: take(&mut members, "attempts")?,
            failure: take(&mut members, "failure")?,
            created: take_nullable(&mut members, "created")?,
            due: take_nullable(&mut members, "due")?,
            account: take_nullable(&mut members, "account")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "id", &self.id);
        put(&mut members, "kind", &self.kind);
        put(&mut members, "state", &self.state);
        put(&mut members, "attempts", &self.attempts);
        put(&mut members, "failure", &self.failure);
        put_nullable(&mut members, "created", &self.created);
        put_nullable(&mut members, "due", &self.due);
        put_nullable(&mut members, "account", &self.account);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(OutboxNodes);

/// A user, a group, a room or a resource.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OutboxNodesAccount {
    pub id: String,
    pub name: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for OutboxNodesAccount {
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

serde_through_json!(OutboxNodesAccount);

/// Where a page stands among all.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OutboxPageInfo {
    pub has_next_page: bool,
    pub end_cursor: Option<String>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for OutboxPageInfo {
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

serde_through_json!(OutboxPageInfo);
