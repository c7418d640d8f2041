// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::serde_through_json;
use crate::runtime::timestamp::Timestamp;

/// Administrators and auditors ask for everything, everybody else for what is their own.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AuditResult {
    /// The audit trail, the newest first.
    pub audit: Audit,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for AuditResult {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            audit: take(&mut members, "audit")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "audit", &self.audit);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(AuditResult);

/// A page, in the one order that all pages have.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Audit {
    pub page_info: AuditPageInfo,
    /// The nodes of the edges.
    pub nodes: Vec<AuditNodes>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for Audit {
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

serde_through_json!(Audit);

/// An act that was noted: a write, a login, a refusal, an act of an administrator.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AuditNodes {
    pub at: Option<Timestamp>,
    pub action: String,
    /// ok, failed or denied.
    pub outcome: String,
    /// Where what it was about stands now.
    pub href: Option<String>,
    /// Null where it was erased, or nobody's account.
    pub actor: Option<AuditNodesActor>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for AuditNodes {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            at: take_nullable(&mut members, "at")?,
            action: take(&mut members, "action")?,
            outcome: take(&mut members, "outcome")?,
            href: take_nullable(&mut members, "href")?,
            actor: take_nullable(&mut members, "actor")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put_nullable(&mut members, "at", &self.at);
        put(&mut members, "action", &self.action);
        put(&mut members, "outcome", &self.outcome);
        put_nullable(&mut members, "href", &self.href);
        put_nullable(&mut members, "actor", &self.actor);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(AuditNodes);

/// A user, a group, a room or a resource.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AuditNodesActor {
    pub id: String,
    pub name: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for AuditNodesActor {
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

serde_through_json!(AuditNodesActor);

/// Where a page stands among all.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AuditPageInfo {
    pub has_next_page: bool,
    pub end_cursor: Option<String>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for AuditPageInfo {
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

serde_through_json!(AuditPageInfo);
