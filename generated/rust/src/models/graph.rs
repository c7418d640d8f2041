// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::{open_text, serde_through_json};
use crate::runtime::presence::Patch;
use crate::runtime::timestamp::Timestamp;

#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum GraphAccess {
    Busy,
    Read,
    ReadWrite,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    GraphAccess {
        Busy = "BUSY",
        Read = "READ",
        ReadWrite = "READ_WRITE",
    }
}

#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum GraphAppScope {
    Api,
    Dav,
    ReadOnly,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    GraphAppScope {
        Api = "API",
        Dav = "DAV",
        ReadOnly = "READ_ONLY",
    }
}

/// Which acts; what is left out does not select.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct AuditFilter {
    /// Who acted, or what it was about.
    pub account: Patch<String>,
    pub actions: Patch<Vec<String>>,
    pub outcomes: Patch<Vec<String>>,
    pub request_id: Patch<String>,
    pub since: Patch<Timestamp>,
    /// Before this moment.
    pub until: Patch<Timestamp>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl AuditFilter {
    /// Nothing is set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Who acted, or what it was about.
    #[must_use]
    pub fn account(mut self, account: impl Into<Patch<String>>) -> Self {
        self.account = account.into();
        self
    }

    /// Sets `actions`.
    #[must_use]
    pub fn actions(mut self, actions: impl Into<Patch<Vec<String>>>) -> Self {
        self.actions = actions.into();
        self
    }

    /// Sets `outcomes`.
    #[must_use]
    pub fn outcomes(mut self, outcomes: impl Into<Patch<Vec<String>>>) -> Self {
        self.outcomes = outcomes.into();
        self
    }

    /// Sets `request_id`.
    #[must_use]
    pub fn request_id(mut self, request_id: impl Into<Patch<String>>) -> Self {
        self.request_id = request_id.into();
        self
    }

    /// Sets `since`.
    #[must_use]
    pub fn since(mut self, since: impl Into<Patch<Timestamp>>) -> Self {
        self.since = since.into();
        self
    }

    /// Before this moment.
    #[must_use]
    pub fn until(mut self, until: impl Into<Patch<Timestamp>>) -> Self {
        self.until = until.into();
        self
    }
}

impl Json for AuditFilter {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            account: take(&mut members, "account")?,
            actions: take(&mut members, "actions")?,
            outcomes: take(&mut members, "outcomes")?,
            request_id: take(&mut members, "requestId")?,
            since: take(&mut members, "since")?,
            until: take(&mut members, "until")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "account", &self.account);
        put(&mut members, "actions", &self.actions);
        put(&mut members, "outcomes", &self.outcomes);
        put(&mut members, "requestId", &self.request_id);
        put(&mut members, "since", &self.since);
        put(&mut members, "until", &self.until);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(AuditFilter);

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateAppPasswordInput {
    pub days: Patch<i64>,
    pub label: String,
    pub principal: String,
    pub scope: Option<GraphAppScope>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl CreateAppPasswordInput {
    /// Takes what must be there.
    pub fn new(label: impl Into<String>, principal: impl Into<String>) -> Self {
        Self {
            days: Patch::Absent,
            label: label.into(),
            principal: principal.into(),
            scope: None,
            extra: Map::new(),
        }
    }

    /// Sets `days`.
    #[must_use]
    pub fn days(mut self, days: impl Into<Patch<i64>>) -> Self {
        self.days = days.into();
        self
    }

    /// Sets `label`.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Sets `principal`.
    #[must_use]
    pub fn principal(mut self, principal: impl Into<String>) -> Self {
        self.principal = principal.into();
        self
    }

    /// Sets `scope`.
    #[must_use]
    pub fn scope(mut self, scope: impl Into<GraphAppScope>) -> Self {
        self.scope = Some(scope.into());
        self
    }
}

impl Json for CreateAppPasswordInput {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            days: take(&mut members, "days")?,
            label: take(&mut members, "label")?,
            principal: take(&mut members, "principal")?,
            scope: take(&mut members, "scope")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "days", &self.days);
        put(&mut members, "label", &self.label);
        put(&mut members, "principal", &self.principal);
        put(&mut members, "scope", &self.scope);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(CreateAppPasswordInput);

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateCollectionInput {
    pub collection: String,
    pub display_name: Patch<String>,
    pub kind: String,
    pub name: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl CreateCollectionInput {
    /// Takes what must be there.
    pub fn new(
        collection: impl Into<String>,
        kind: impl Into<String>,
        name: impl Into<String>,
    ) -> Self {
        Self {
            collection: collection.into(),
            display_name: Patch::Absent,
            kind: kind.into(),
            name: name.into(),
            extra: Map::new(),
        }
    }

    /// Sets `collection`.
    #[must_use]
    pub fn collection(mut self, collection: impl Into<String>) -> Self {
        self.collection = collection.into();
        self
    }

    /// Sets `display_name`.
    #[must_use]
    pub fn display_name(mut self, display_name: impl Into<Patch<String>>) -> Self {
        self.display_name = display_name.into();
        self
    }

    /// Sets `kind`.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = kind.into();
        self
    }

    /// Sets `name`.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }
}

impl Json for CreateCollectionInput {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            collection: take(&mut members, "collection")?,
            display_name: take(&mut members, "displayName")?,
            kind: take(&mut members, "kind")?,
            name: take(&mut members, "name")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "collection", &self.collection);
        put(&mut members, "displayName", &self.display_name);
        put(&mut members, "kind", &self.kind);
        put(&mut members, "name", &self.name);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(CreateCollectionInput);

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreatePrincipalInput {
    pub display_name: Patch<String>,
    pub email: Patch<String>,
    pub kind: Option<GraphNewKind>,
    pub name: String,
    pub password: Patch<String>,
    pub quota: Patch<i64>,
    pub role: Option<GraphNewRole>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl CreatePrincipalInput {
    /// Takes what must be there.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            display_name: Patch::Absent,
            email: Patch::Absent,
            kind: None,
            name: name.into(),
            password: Patch::Absent,
            quota: Patch::Absent,
            role: None,
            extra: Map::new(),
        }
    }

    /// Sets `display_name`.
    #[must_use]
    pub fn display_name(mut self, display_name: impl Into<Patch<String>>) -> Self {
        self.display_name = display_name.into();
        self
    }

    /// Sets `email`.
    #[must_use]
    pub fn email(mut self, email: impl Into<Patch<String>>) -> Self {
        self.email = email.into();
        self
    }

    /// Sets `kind`.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<GraphNewKind>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// Sets `name`.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets `password`.
    #[must_use]
    pub fn password(mut self, password: impl Into<Patch<String>>) -> Self {
        self.password = password.into();
        self
    }

    /// Sets `quota`.
    #[must_use]
    pub fn quota(mut self, quota: impl Into<Patch<i64>>) -> Self {
        self.quota = quota.into();
        self
    }

    /// Sets `role`.
    #[must_use]
    pub fn role(mut self, role: impl Into<GraphNewRole>) -> Self {
        self.role = Some(role.into());
        self
    }
}

impl Json for CreatePrincipalInput {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            display_name: take(&mut members, "displayName")?,
            email: take(&mut members, "email")?,
            kind: take(&mut members, "kind")?,
            name: take(&mut members, "name")?,
            password: take(&mut members, "password")?,
            quota: take(&mut members, "quota")?,
            role: take(&mut members, "role")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "displayName", &self.display_name);
        put(&mut members, "email", &self.email);
        put(&mut members, "kind", &self.kind);
        put(&mut members, "name", &self.name);
        put(&mut members, "password", &self.password);
        put(&mut members, "quota", &self.quota);
        put(&mut members, "role", &self.role);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(CreatePrincipalInput);

/// Why nothing was changed.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum GraphErrorCode {
    BadInput,
    Conflict,
    Forbidden,
    Internal,
    LastAdministrator,
    Locked,
    NotFound,
    Quota,
    Taken,
    Unavailable,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    GraphErrorCode {
        BadInput = "BAD_INPUT",
        Conflict = "CONFLICT",
        Forbidden = "FORBIDDEN",
        Internal = "INTERNAL",
        LastAdministrator = "LAST_ADMINISTRATOR",
        Locked = "LOCKED",
        NotFound = "NOT_FOUND",
        Quota = "QUOTA",
        Taken = "TAKEN",
        Unavailable = "UNAVAILABLE",
    }
}

/// What kind of principal an account is.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum GraphKind {
    Group,
    Resource,
    Room,
    User,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    GraphKind {
        Group = "GROUP",
        Resource = "RESOURCE",
        Room = "ROOM",
        User = "USER",
    }
}

/// Which messages; what is left out does not select.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct MessageFilter {
    pub kind: Patch<String>,
    pub state: Patch<GraphMessageState>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl MessageFilter {
    /// Nothing is set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `kind`.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<Patch<String>>) -> Self {
        self.kind = kind.into();
        self
    }

    /// Sets `state`.
    #[must_use]
    pub fn state(mut self, state: impl Into<Patch<GraphMessageState>>) -> Self {
        self.state = state.into();
        self
    }
}

impl Json for MessageFilter {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            kind: take(&mut members, "kind")?,
            state: take(&mut members, "state")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "kind", &self.kind);
        put(&mut members, "state", &self.state);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(MessageFilter);

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MessageInput {
    pub message: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl MessageInput {
    /// Takes what must be there.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            extra: Map::new(),
        }
    }

    /// Sets `message`.
    #[must_use]
    pub fn message(mut self, message: impl Into<String>) -> Self {
        self.message = message.into();
        self
    }
}

impl Json for MessageInput {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            message: take(&mut members, "message")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "message", &self.message);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(MessageInput);

/// Where a message of the outbox is.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum GraphMessageState {
    GivenUp,
    OnItsWay,
    Waiting,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    GraphMessageState {
        GivenUp = "GIVEN_UP",
        OnItsWay = "ON_ITS_WAY",
        Waiting = "WAITING",
    }
}

#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum GraphNewKind {
    Group,
    Resource,
    Room,
    User,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    GraphNewKind {
        Group = "GROUP",
        Resource = "RESOURCE",
        Room = "ROOM",
        User = "USER",
    }
}

#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum GraphNewRole {
    Admin,
    Auditor,
    Owner,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    GraphNewRole {
        Admin = "ADMIN",
        Auditor = "AUDITOR",
        Owner = "OWNER",
    }
}

/// Which principals; what is left out does not select.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PrincipalFilter {
    pub disabled: Patch<bool>,
    pub kind: Patch<GraphKind>,
    pub member_of: Patch<String>,
    pub role: Patch<GraphRole>,
    /// What name, display name or address contain.
    pub text: Patch<String>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl PrincipalFilter {
    /// Nothing is set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `disabled`.
    #[must_use]
    pub fn disabled(mut self, disabled: impl Into<Patch<bool>>) -> Self {
        self.disabled = disabled.into();
        self
    }

    /// Sets `kind`.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<Patch<GraphKind>>) -> Self {
        self.kind = kind.into();
        self
    }

    /// Sets `member_of`.
    #[must_use]
    pub fn member_of(mut self, member_of: impl Into<Patch<String>>) -> Self {
        self.member_of = member_of.into();
        self
    }

    /// Sets `role`.
    #[must_use]
    pub fn role(mut self, role: impl Into<Patch<GraphRole>>) -> Self {
        self.role = role.into();
        self
    }

    /// What name, display name or address contain.
    #[must_use]
    pub fn text(mut self, text: impl Into<Patch<String>>) -> Self {
        self.text = text.into();
        self
    }
}

impl Json for PrincipalFilter {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            disabled: take(&mut members, "disabled")?,
            kind: take(&mut members, "kind")?,
            member_of: take(&mut members, "memberOf")?,
            role: take(&mut members, "role")?,
            text: take(&mut members, "text")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "disabled", &self.disabled);
        put(&mut members, "kind", &self.kind);
        put(&mut members, "memberOf", &self.member_of);
        put(&mut members, "role", &self.role);
        put(&mut members, "text", &self.text);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(PrincipalFilter);

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RevokeAppPasswordInput {
    pub app_password: String,
    pub principal: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl RevokeAppPasswordInput {
    /// Takes what must be there.
    pub fn new(app_password: impl Into<String>, principal: impl Into<String>) -> Self {
        Self {
            app_password: app_password.into(),
            principal: principal.into(),
            extra: Map::new(),
        }
    }

    /// Sets `app_password`.
    #[must_use]
    pub fn app_password(mut self, app_password: impl Into<String>) -> Self {
        self.app_password = app_password.into();
        self
    }

    /// Sets `principal`.
    #[must_use]
    pub fn principal(mut self, principal: impl Into<String>) -> Self {
        self.principal = principal.into();
        self
    }
}

impl Json for RevokeAppPasswordInput {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            app_password: take(&mut members, "appPassword")?,
            principal: take(&mut members, "principal")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "appPassword", &self.app_password);
        put(&mut members, "principal", &self.principal);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(RevokeAppPasswordInput);

/// What an account may do with what is not its own.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum GraphRole {
    Admin,
    Auditor,
    Owner,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    GraphRole {
        Admin = "ADMIN",
        Auditor = "AUDITOR",
        Owner = "OWNER",
    }
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetDisabledInput {
    pub disabled: bool,
    pub principal: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl SetDisabledInput {
    /// Takes what must be there.
    pub fn new(disabled: bool, principal: impl Into<String>) -> Self {
        Self {
            disabled,
            principal: principal.into(),
            extra: Map::new(),
        }
    }

    /// Sets `disabled`.
    #[must_use]
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }

    /// Sets `principal`.
    #[must_use]
    pub fn principal(mut self, principal: impl Into<String>) -> Self {
        self.principal = principal.into();
        self
    }
}

impl Json for SetDisabledInput {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            disabled: take(&mut members, "disabled")?,
            principal: take(&mut members, "principal")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "disabled", &self.disabled);
        put(&mut members, "principal", &self.principal);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(SetDisabledInput);

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ShareInput {
    pub access: GraphAccess,
    pub collection: String,
    pub sharee: String,
    pub summary: Patch<String>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl ShareInput {
    /// Takes what must be there.
    pub fn new(
        access: impl Into<GraphAccess>,
        collection: impl Into<String>,
        sharee: impl Into<String>,
    ) -> Self {
        Self {
            access: access.into(),
            collection: collection.into(),
            sharee: sharee.into(),
            summary: Patch::Absent,
            extra: Map::new(),
        }
    }

    /// Sets `access`.
    #[must_use]
    pub fn access(mut self, access: impl Into<GraphAccess>) -> Self {
        self.access = access.into();
        self
    }

    /// Sets `collection`.
    #[must_use]
    pub fn collection(mut self, collection: impl Into<String>) -> Self {
        self.collection = collection.into();
        self
    }

    /// Sets `sharee`.
    #[must_use]
    pub fn sharee(mut self, sharee: impl Into<String>) -> Self {
        self.sharee = sharee.into();
        self
    }

    /// Sets `summary`.
    #[must_use]
    pub fn summary(mut self, summary: impl Into<Patch<String>>) -> Self {
        self.summary = summary.into();
        self
    }
}

impl Json for ShareInput {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            access: take(&mut members, "access")?,
            collection: take(&mut members, "collection")?,
            sharee: take(&mut members, "sharee")?,
            summary: take(&mut members, "summary")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "access", &self.access);
        put(&mut members, "collection", &self.collection);
        put(&mut members, "sharee", &self.sharee);
        put(&mut members, "summary", &self.summary);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(ShareInput);

/// What is left out stays as it is.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdatePrincipalInput {
    pub display_name: Patch<String>,
    pub email: Patch<String>,
    pub principal: String,
    pub quota: Patch<i64>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl UpdatePrincipalInput {
    /// Takes what must be there.
    pub fn new(principal: impl Into<String>) -> Self {
        Self {
            display_name: Patch::Absent,
            email: Patch::Absent,
            principal: principal.into(),
            quota: Patch::Absent,
            extra: Map::new(),
        }
    }

    /// Sets `display_name`.
    #[must_use]
    pub fn display_name(mut self, display_name: impl Into<Patch<String>>) -> Self {
        self.display_name = display_name.into();
        self
    }

    /// Sets `email`.
    #[must_use]
    pub fn email(mut self, email: impl Into<Patch<String>>) -> Self {
        self.email = email.into();
        self
    }

    /// Sets `principal`.
    #[must_use]
    pub fn principal(mut self, principal: impl Into<String>) -> Self {
        self.principal = principal.into();
        self
    }

    /// Sets `quota`.
    #[must_use]
    pub fn quota(mut self, quota: impl Into<Patch<i64>>) -> Self {
        self.quota = quota.into();
        self
    }
}

impl Json for UpdatePrincipalInput {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            display_name: take(&mut members, "displayName")?,
            email: take(&mut members, "email")?,
            principal: take(&mut members, "principal")?,
            quota: take(&mut members, "quota")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "displayName", &self.display_name);
        put(&mut members, "email", &self.email);
        put(&mut members, "principal", &self.principal);
        put(&mut members, "quota", &self.quota);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(UpdatePrincipalInput);
