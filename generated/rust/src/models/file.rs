// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{
    put, put_nullable, put_rest, take, take_nullable, Json, JsonError, Map, Value,
};
use crate::runtime::models::{open_text, serde_through_json};
use crate::runtime::timestamp::Timestamp;

use super::*;

/// A folder or a file, without what it holds.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct File {
    /// Identifies an object for as long as it exists.
    pub id: String,
    /// What it is.
    pub kind: FileKind,
    /// The last segment of its path; empty for the folder that holds all others.
    pub name: String,
    /// The folder that it is in; null for the one that holds all others.
    pub folder: Option<String>,
    /// Its path in WebDAV.
    pub href: String,
    /// Whose something is.
    pub owner: Owner,
    /// Whether it belongs to whoever asks.
    pub mine: bool,
    /// What whoever asks may do with it.
    pub rights: Vec<Right>,
    /// A moment in UTC (RFC 3339).
    pub created: Timestamp,
    /// A moment in UTC (RFC 3339).
    pub modified: Timestamp,
    /// The media type of a file.
    pub media_type: Option<String>,
    /// The bytes of a file.
    pub size: Option<i64>,
    /// The entity tag of a file, for `If-Match`.
    pub etag: Option<String>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for File {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            id: take(&mut members, "id")?,
            kind: take(&mut members, "kind")?,
            name: take(&mut members, "name")?,
            folder: take_nullable(&mut members, "folder")?,
            href: take(&mut members, "href")?,
            owner: take(&mut members, "owner")?,
            mine: take(&mut members, "mine")?,
            rights: take(&mut members, "rights")?,
            created: take(&mut members, "created")?,
            modified: take(&mut members, "modified")?,
            media_type: take_nullable(&mut members, "mediaType")?,
            size: take_nullable(&mut members, "size")?,
            etag: take_nullable(&mut members, "etag")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "id", &self.id);
        put(&mut members, "kind", &self.kind);
        put(&mut members, "name", &self.name);
        put_nullable(&mut members, "folder", &self.folder);
        put(&mut members, "href", &self.href);
        put(&mut members, "owner", &self.owner);
        put(&mut members, "mine", &self.mine);
        put(&mut members, "rights", &self.rights);
        put(&mut members, "created", &self.created);
        put(&mut members, "modified", &self.modified);
        put_nullable(&mut members, "mediaType", &self.media_type);
        put_nullable(&mut members, "size", &self.size);
        put_nullable(&mut members, "etag", &self.etag);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(File);

/// What it is.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum FileKind {
    File,
    Folder,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    FileKind {
        File = "file",
        Folder = "folder",
    }
}
