// Rendered from the description of the interface; not for editing.

use crate::runtime::json::{put, put_rest, take, Json, JsonError, Map, Value};
use crate::runtime::models::serde_through_json;

/// Administrators and auditors ask for everything, everybody else for what is their own.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ServerResult {
    pub server: Server,
    pub plugins: Vec<ServerPlugins>,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for ServerResult {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            server: take(&mut members, "server")?,
            plugins: take(&mut members, "plugins")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "server", &self.server);
        put(&mut members, "plugins", &self.plugins);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(ServerResult);

/// A part of the server.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ServerPlugins {
    pub name: String,
    pub version: String,
    pub enabled: bool,
    /// Where it comes from; empty for what is built in.
    pub distribution: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for ServerPlugins {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            name: take(&mut members, "name")?,
            version: take(&mut members, "version")?,
            enabled: take(&mut members, "enabled")?,
            distribution: take(&mut members, "distribution")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "name", &self.name);
        put(&mut members, "version", &self.version);
        put(&mut members, "enabled", &self.enabled);
        put(&mut members, "distribution", &self.distribution);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(ServerPlugins);

/// What runs here.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Server {
    pub version: String,
    /// Members that this version of the client does not know; they are sent again.
    pub extra: Map,
}

impl Json for Server {
    fn read(value: Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?;
        Ok(Self {
            version: take(&mut members, "version")?,
            extra: members,
        })
    }

    fn write(&self) -> Value {
        let mut members = Map::new();
        put(&mut members, "version", &self.version);
        put_rest(&mut members, &self.extra);
        Value::Object(members)
    }
}

serde_through_json!(Server);
