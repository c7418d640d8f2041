//! Reading and writing JSON without losing anything: numbers stay as they came, absent is not null.

use std::collections::BTreeMap;
use std::fmt;

use super::form::Upload;

/// JSON that has no type of its own; numbers keep their digits.
pub use serde_json::Value;

/// A JSON object whose members have no type of their own.
pub type Map = serde_json::Map<String, Value>;

/// What can be read from JSON and written back.
pub trait Json: Sized {
    /// Reads a value; what does not fit is an error that names the place.
    fn read(value: Value) -> Result<Self, JsonError>;

    /// Writes the value as it would be sent.
    fn write(&self) -> Value;

    /// What a member that is not there stands for; `None` means that it must be there.
    #[doc(hidden)]
    fn absent() -> Option<Self> {
        None
    }

    /// Says whether the member is left out when the object is written.
    #[doc(hidden)]
    fn is_absent(&self) -> bool {
        false
    }

    /// Says whether null becomes the same as absent.
    #[doc(hidden)]
    fn forgets_null() -> bool {
        false
    }

    /// The file that the value is, where a form asks for one.
    #[doc(hidden)]
    fn upload(&self) -> Option<&Upload> {
        None
    }
}

/// A value that did not fit its type, and where.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct JsonError {
    path: String,
    message: String,
}

impl JsonError {
    /// Makes an error that is not yet anywhere.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            path: String::new(),
            message: message.into(),
        }
    }

    /// Says which member or index the error is in.
    #[must_use]
    pub fn within(mut self, step: &str) -> Self {
        self.path = format!("/{step}{}", self.path);
        self
    }

    /// Where in the document, as a JSON pointer.
    pub fn path(&self) -> &str {
        &self.path
    }

    fn expected(what: &str, found: &Value) -> Self {
        let found = match found {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "an array",
            Value::Object(_) => "an object",
        };
        Self::new(format!("expected {what}, found {found}"))
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            return formatter.write_str(&self.message);
        }
        write!(formatter, "{} at {}", self.message, self.path)
    }
}

impl std::error::Error for JsonError {}

/// Takes a member out of an object.
#[doc(hidden)]
pub fn take<T: Json>(members: &mut Map, name: &str) -> Result<T, JsonError> {
    match members.shift_remove(name) {
        Some(Value::Null) if T::forgets_null() => {
            // Nobody said that it may be null, but it was: it stays what it is.
            members.insert(name.to_owned(), Value::Null);
            T::absent().ok_or_else(|| JsonError::new("missing").within(name))
        }
        Some(value) => T::read(value).map_err(|error| error.within(name)),
        None => T::absent().ok_or_else(|| JsonError::new("missing").within(name)),
    }
}

/// Takes a member that must be there and may be null.
#[doc(hidden)]
pub fn take_nullable<T: Json>(members: &mut Map, name: &str) -> Result<Option<T>, JsonError> {
    let value = members.shift_remove(name);
    let value = value.ok_or_else(|| JsonError::new("missing").within(name))?;
    Option::read(value).map_err(|error| error.within(name))
}

/// Puts a member into an object unless it is absent.
#[doc(hidden)]
pub fn put<T: Json>(members: &mut Map, name: &str, value: &T) {
    if !value.is_absent() {
        members.insert(name.to_owned(), value.write());
    }
}

/// Puts behind the members of a model those that it does not know.
#[doc(hidden)]
pub fn put_rest(members: &mut Map, rest: &Map) {
    for (name, value) in rest {
        if !members.contains_key(name) {
            members.insert(name.clone(), value.clone());
        }
    }
}

/// Puts a member into an object, as null if it has no value.
#[doc(hidden)]
pub fn put_nullable<T: Json>(members: &mut Map, name: &str, value: &Option<T>) {
    members.insert(name.to_owned(), value.write());
}

impl Json for Map {
    fn read(value: Value) -> Result<Self, JsonError> {
        match value {
            Value::Object(members) => Ok(members),
            other => Err(JsonError::expected("an object", &other)),
        }
    }

    fn write(&self) -> Value {
        Value::Object(self.clone())
    }
}

impl Json for Value {
    fn read(value: Value) -> Result<Self, JsonError> {
        Ok(value)
    }

    fn write(&self) -> Value {
        self.clone()
    }
}

impl Json for bool {
    fn read(value: Value) -> Result<Self, JsonError> {
        let found = value.as_bool();
        found.ok_or_else(|| JsonError::expected("a boolean", &value))
    }

    fn write(&self) -> Value {
        Value::Bool(*self)
    }
}

impl Json for String {
    fn read(value: Value) -> Result<Self, JsonError> {
        match value {
            Value::String(text) => Ok(text),
            other => Err(JsonError::expected("a string", &other)),
        }
    }

    fn write(&self) -> Value {
        Value::String(self.clone())
    }
}

macro_rules! whole_numbers {
    ($($kind:ty),*) => {$(
        impl Json for $kind {
            fn read(value: Value) -> Result<Self, JsonError> {
                let whole = value.as_number().and_then(whole_number);
                let found = whole.and_then(|number| <$kind>::try_from(number).ok());
                found.ok_or_else(|| JsonError::expected("a whole number in range", &value))
            }

            fn write(&self) -> Value {
                Value::from(*self)
            }
        }
    )*};
}

whole_numbers!(i32, i64, u64);

/// Reads `7`, and `7.0` or `7e0` too, which are the same number in JSON.
fn whole_number(number: &serde_json::Number) -> Option<i128> {
    if let Some(whole) = number.as_i128() {
        return Some(whole);
    }
    let float = number.as_f64()?;
    // Above 2^53 a fraction may have been rounded away.
    (float.fract() == 0.0 && float.abs() < 9_007_199_254_740_992.0).then_some(float as i128)
}

impl Json for f64 {
    fn read(value: Value) -> Result<Self, JsonError> {
        let found = value.as_f64();
        found.ok_or_else(|| JsonError::expected("a number", &value))
    }

    fn write(&self) -> Value {
        // JSON has neither NaN nor infinity; both become null as in other writers.
        serde_json::Number::from_f64(*self).map_or(Value::Null, Value::Number)
    }
}

/// A member that may be left out; null counts as left out where it is not a value of its own.
impl<T: Json> Json for Option<T> {
    fn read(value: Value) -> Result<Self, JsonError> {
        match value {
            Value::Null => Ok(None),
            other => T::read(other).map(Some),
        }
    }

    fn write(&self) -> Value {
        self.as_ref().map_or(Value::Null, Json::write)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn forgets_null() -> bool {
        true
    }

    fn upload(&self) -> Option<&Upload> {
        self.as_ref()?.upload()
    }
}

impl<T: Json> Json for Box<T> {
    fn read(value: Value) -> Result<Self, JsonError> {
        T::read(value).map(Box::new)
    }

    fn write(&self) -> Value {
        (**self).write()
    }
}

impl<T: Json> Json for Vec<T> {
    fn read(value: Value) -> Result<Self, JsonError> {
        let Value::Array(items) = value else {
            return Err(JsonError::expected("an array", &value));
        };
        let items = items.into_iter().enumerate();
        items
            .map(|(index, item)| T::read(item).map_err(|error| error.within(&index.to_string())))
            .collect()
    }

    fn write(&self) -> Value {
        self.iter().map(Json::write).collect()
    }
}

impl<T: Json> Json for BTreeMap<String, T> {
    fn read(value: Value) -> Result<Self, JsonError> {
        let Value::Object(members) = value else {
            return Err(JsonError::expected("an object", &value));
        };
        let members = members.into_iter();
        members
            .map(|(name, value)| match T::read(value) {
                Ok(value) => Ok((name, value)),
                Err(error) => Err(error.within(&name)),
            })
            .collect()
    }

    fn write(&self) -> Value {
        let members = self.iter();
        Value::Object(
            members
                .map(|(name, value)| (name.clone(), value.write()))
                .collect(),
        )
    }
}
