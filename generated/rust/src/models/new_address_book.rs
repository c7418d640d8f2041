// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;
use crate::runtime::presence::Patch;

/// An address book to make.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NewAddressBook {
    /// The last segment of its path in DAV; the server finds one otherwise.
    pub name: Option<String>,
    /// The name to show.
    pub display_name: String,
    /// What it is for.
    pub description: Patch<String>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl NewAddressBook {
    /// Takes what must be there.
    pub fn new(display_name: impl Into<String>) -> Self {
        Self {
            name: None,
            display_name: display_name.into(),
            description: Patch::Absent,
            extra: Map::new(),
        }
    }

    /// The last segment of its path in DAV; the server finds one otherwise.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The name to show.
    #[must_use]
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = display_name.into();
        self
    }

    /// What it is for.
    #[must_use]
    pub fn description(mut self, description: impl Into<Patch<String>>) -> Self {
        self.description = description.into();
        self
    }
}

impl Json for NewAddressBook {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            name: take(&mut members, "name")?,
            display_name: take(&mut members, "displayName")?,
            description: take(&mut members, "description")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "name", &self.name);
        put(&mut members, "displayName", &self.display_name);
        put(&mut members, "description", &self.description);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(NewAddressBook);
