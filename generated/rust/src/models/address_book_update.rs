// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;
use crate::runtime::presence::Patch;

/// What to change of an address book.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct AddressBookUpdate {
    /// The name to show.
    pub display_name: Option<String>,
    /// What it is for.
    pub description: Patch<String>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl AddressBookUpdate {
    /// Nothing is set.
    pub fn new() -> Self {
        Self::default()
    }

    /// The name to show.
    #[must_use]
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }

    /// What it is for.
    #[must_use]
    pub fn description(mut self, description: impl Into<Patch<String>>) -> Self {
        self.description = description.into();
        self
    }
}

impl Json for AddressBookUpdate {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            display_name: take(&mut members, "displayName")?,
            description: take(&mut members, "description")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "displayName", &self.display_name);
        put(&mut members, "description", &self.description);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(AddressBookUpdate);
