//! The three things a member of a JSON object can be: not there, null, or a value.

use super::json::{Json, JsonError, Value};

/// A member that can be left out, be null, or have a value; in a change these mean keep, clear and set.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Patch<T> {
    /// The member is not there.
    #[default]
    Absent,
    /// The member is JSON `null`.
    Null,
    /// The member has a value.
    Value(T),
}

impl<T> Patch<T> {
    /// The value, if there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The value, if there is one.
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl From<&str> for Patch<String> {
    fn from(text: &str) -> Self {
        Self::Value(text.to_owned())
    }
}

/// The view of serde users: nothing, `Some(None)` for null, `Some(Some(value))`.
impl<T> From<Option<Option<T>>> for Patch<T> {
    fn from(value: Option<Option<T>>) -> Self {
        match value {
            None => Self::Absent,
            Some(None) => Self::Null,
            Some(Some(value)) => Self::Value(value),
        }
    }
}

impl<T: Json> Json for Patch<T> {
    fn read(value: Value) -> Result<Self, JsonError> {
        match value {
            Value::Null => Ok(Self::Null),
            other => T::read(other).map(Self::Value),
        }
    }

    fn write(&self) -> Value {
        self.value().map_or(Value::Null, Json::write)
    }

    fn absent() -> Option<Self> {
        Some(Self::Absent)
    }

    fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}
