//! Problem details of RFC 9457.

use super::json::{Json, JsonError, Map, Value};

/// Why the server refused, in its own words.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// Names the kind of problem; `about:blank` where the status says it all.
    pub kind: Option<String>,
    /// A short summary of the kind of problem.
    pub title: Option<String>,
    /// What went wrong this time.
    pub detail: Option<String>,
    /// Names this occurrence of the problem.
    pub instance: Option<String>,
    /// Everything else the server told.
    pub extensions: Map,
}

impl Json for Problem {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        // What is not the text that it should be says no less for that.
        let mut text = |name: &str| {
            let text = members.get(name)?.as_str()?.to_owned();
            members.shift_remove(name).map(|_| text)
        };
        Ok(Self {
            kind: text("type"),
            title: text("title"),
            detail: text("detail"),
            instance: text("instance"),
            extensions: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        for (name, member) in [
            ("type", &self.kind),
            ("title", &self.title),
            ("detail", &self.detail),
            ("instance", &self.instance),
        ] {
            super::json::put(&mut members, name, member);
        }
        super::json::put_rest(&mut members, &self.extensions);
        Value::Object(members)
    }
}

/// Reads the problem of an answer whose media type says that it is JSON.
pub(crate) fn read(content_type: &str, body: &[u8]) -> Option<Problem> {
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    if !essence.to_ascii_lowercase().ends_with("json") {
        return None;
    }
    Problem::read(serde_json::from_slice(body).ok()?).ok()
}
