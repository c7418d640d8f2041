// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;

/// What to change of a folder or a file.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FileUpdate {
    /// The name of a folder or a file, in 255 bytes of UTF-8 at most; slashes, dots alone, and
    /// characters that cannot be seen are refused.
    pub name: Option<String>,
    /// Identifies an object for as long as it exists.
    pub folder: Option<String>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl FileUpdate {
    /// Nothing is set.
    pub fn new() -> Self {
        Self::default()
    }

    /// The name of a folder or a file, in 255 bytes of UTF-8 at most; slashes, dots alone, and
    /// characters that cannot be seen are refused.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Identifies an object for as long as it exists.
    #[must_use]
    pub fn folder(mut self, folder: impl Into<String>) -> Self {
        self.folder = Some(folder.into());
        self
    }
}

impl Json for FileUpdate {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            name: take(&mut members, "name")?,
            folder: take(&mut members, "folder")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "name", &self.name);
        put(&mut members, "folder", &self.folder);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(FileUpdate);
