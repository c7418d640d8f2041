// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::{open_text, serde_through_json};
use crate::runtime::presence::Patch;

use super::*;

/// What to change of an account.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct AccountUpdate {
    /// The name to show.
    pub display_name: Patch<String>,
    /// Its address.
    pub email: Patch<String>,
    /// What it may do beside what is its own.
    pub role: Option<AccountUpdateRole>,
    /// Whether it may not sign in.
    pub disabled: Option<bool>,
    /// What to change of a quota.
    pub quota: Option<QuotaUpdate>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl AccountUpdate {
    /// Nothing is set.
    pub fn new() -> Self {
        Self::default()
    }

    /// The name to show.
    #[must_use]
    pub fn display_name(mut self, display_name: impl Into<Patch<String>>) -> Self {
        self.display_name = display_name.into();
        self
    }

    /// Its address.
    #[must_use]
    pub fn email(mut self, email: impl Into<Patch<String>>) -> Self {
        self.email = email.into();
        self
    }

    /// What it may do beside what is its own.
    #[must_use]
    pub fn role(mut self, role: impl Into<AccountUpdateRole>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// Whether it may not sign in.
    #[must_use]
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = Some(disabled);
        self
    }

    /// What to change of a quota.
    #[must_use]
    pub fn quota(mut self, quota: QuotaUpdate) -> Self {
        self.quota = Some(quota);
        self
    }
}

impl Json for AccountUpdate {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            display_name: take(&mut members, "displayName")?,
            email: take(&mut members, "email")?,
            role: take(&mut members, "role")?,
            disabled: take(&mut members, "disabled")?,
            quota: take(&mut members, "quota")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "displayName", &self.display_name);
        put(&mut members, "email", &self.email);
        put(&mut members, "role", &self.role);
        put(&mut members, "disabled", &self.disabled);
        put(&mut members, "quota", &self.quota);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(AccountUpdate);

/// What it may do beside what is its own.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum AccountUpdateRole {
    Owner,
    Auditor,
    Admin,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    AccountUpdateRole {
        Owner = "owner",
        Auditor = "auditor",
        Admin = "admin",
    }
}
