//! Bodies as browsers send them: pairs, and parts with files among them (RFC 7578).

use base64::prelude::{Engine, BASE64_STANDARD};
use bytes::Bytes;
use url::form_urlencoded::Serializer;

use super::json::{Json, JsonError, Map, Value};

/// A file in a form; as a member of JSON it is text in base64.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Upload {
    /// What the file is called.
    pub file_name: Option<String>,
    /// What the file is.
    pub media_type: Option<String>,
    /// The bytes of the file.
    pub bytes: Bytes,
}

impl Upload {
    /// A file without a name.
    pub fn new(bytes: impl Into<Bytes>) -> Self {
        Self {
            bytes: bytes.into(),
            ..Self::default()
        }
    }

    /// Says what the file is called.
    #[must_use]
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = Some(name.into());
        self
    }

    /// Says what the file is.
    #[must_use]
    pub fn media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }
}

impl Json for Upload {
    fn read(value: Value) -> Result<Self, JsonError> {
        let text = String::read(value)?;
        let bytes = BASE64_STANDARD.decode(text);
        bytes
            .map(Self::new)
            .map_err(|_| JsonError::new("expected text in base64"))
    }

    fn write(&self) -> Value {
        Value::String(BASE64_STANDARD.encode(&self.bytes))
    }

    fn upload(&self) -> Option<&Upload> {
        Some(self)
    }
}

/// The body of a form as pairs; a list is a pair for each of its items.
pub(crate) fn pairs(members: Map) -> String {
    let mut form = Serializer::new(String::new());
    for (name, value) in members {
        match value {
            Value::Array(items) => {
                for item in items {
                    form.append_pair(&name, &plain(&item));
                }
            }
            value => {
                form.append_pair(&name, &plain(&value));
            }
        }
    }
    form.finish()
}

/// A text as it is, anything else as JSON.
pub(crate) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The parts of a form while they are gathered.
#[derive(Debug)]
pub(crate) struct Parts {
    boundary: String,
    body: Vec<u8>,
}

impl Parts {
    pub fn new(boundary: String) -> Self {
        let body = Vec::new();
        Self { boundary, body }
    }

    /// The media type that tells where parts begin.
    pub fn media_type(&self) -> String {
        format!("multipart/form-data; boundary={}", self.boundary)
    }

    pub fn put<T: Json>(&mut self, name: &str, value: &T) {
        if let Some(file) = value.upload() {
            let file_name = quoted(file.file_name.as_deref().unwrap_or(name));
            let media_type = file
                .media_type
                .as_deref()
                .unwrap_or("application/octet-stream");
            let more = format!(
                "; filename=\"{file_name}\"\r\nContent-Type: {}",
                line(media_type)
            );
            self.part(name, &more, &file.bytes);
        } else if !value.is_absent() {
            match value.write() {
                Value::Array(items) => {
                    for item in items {
                        self.part(name, "", plain(&item).as_bytes());
                    }
                }
                Value::Object(members) => {
                    let json = Value::Object(members).to_string();
                    self.part(name, "\r\nContent-Type: application/json", json.as_bytes());
                }
                value => self.part(name, "", plain(&value).as_bytes()),
            }
        }
    }

    /// Puts members that have no type of their own.
    pub fn put_all(&mut self, members: &Map) {
        for (name, value) in members {
            self.put(name, value);
        }
    }

    fn part(&mut self, name: &str, more: &str, bytes: &[u8]) {
        let (boundary, name) = (&self.boundary, quoted(name));
        let head = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"{more}");
        for piece in [head.as_bytes(), b"\r\n\r\n", bytes, b"\r\n"] {
            self.body.extend_from_slice(piece);
        }
    }

    pub fn finish(mut self) -> Bytes {
        let end = format!("--{}--\r\n", self.boundary);
        self.body.extend_from_slice(end.as_bytes());
        self.body.into()
    }
}

/// As browsers do it: what would end the name is encoded.
fn quoted(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn line(text: &str) -> String {
    text.replace(['\r', '\n'], " ")
}
