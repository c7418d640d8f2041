//! What all rendered types have in common, as macros.

/// Gives types that are [`Json`](super::json::Json) the traits of serde as well.
macro_rules! serde_through_json {
    ($($kind:ty),* $(,)?) => {$(
        impl serde::Serialize for $kind {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::runtime::json::Json::write(self).serialize(serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $kind {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = $crate::runtime::json::Value::deserialize(deserializer)?;
                $crate::runtime::json::Json::read(value).map_err(serde::de::Error::custom)
            }
        }
    )*};
}

/// What can be done with an enumeration of texts that may grow.
macro_rules! open_text {
    ($kind:ident { $($variant:ident = $text:literal,)* }) => {
        impl $kind {
            /// The text as it is sent.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unknown(text) => text,
                }
            }
        }

        impl From<&str> for $kind {
            fn from(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)*
                    other => Self::Unknown(other.to_owned()),
                }
            }
        }

        impl std::fmt::Display for $kind {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl $crate::runtime::json::Json for $kind {
            fn read(
                value: $crate::runtime::json::Value,
            ) -> Result<Self, $crate::runtime::json::JsonError> {
                let text: String = $crate::runtime::json::Json::read(value)?;
                Ok(Self::from(text.as_str()))
            }

            fn write(&self) -> $crate::runtime::json::Value {
                $crate::runtime::json::Value::from(self.as_str())
            }
        }

        $crate::runtime::models::serde_through_json!($kind);
    };
}

/// What can be done with an enumeration of numbers that may grow.
macro_rules! open_number {
    ($kind:ident { $($variant:ident = $number:literal,)* }) => {
        impl $kind {
            /// The number as it is sent.
            pub fn as_number(&self) -> i64 {
                match self {
                    $(Self::$variant => $number,)*
                    Self::Unknown(number) => *number,
                }
            }
        }

        impl From<i64> for $kind {
            fn from(number: i64) -> Self {
                match number {
                    $($number => Self::$variant,)*
                    other => Self::Unknown(other),
                }
            }
        }

        impl $crate::runtime::json::Json for $kind {
            fn read(
                value: $crate::runtime::json::Value,
            ) -> Result<Self, $crate::runtime::json::JsonError> {
                let number: i64 = $crate::runtime::json::Json::read(value)?;
                Ok(Self::from(number))
            }

            fn write(&self) -> $crate::runtime::json::Value {
                $crate::runtime::json::Value::from(self.as_number())
            }
        }

        $crate::runtime::models::serde_through_json!($kind);
    };
}

/// What can be done with alternatives that a member tells apart.
macro_rules! tagged_union {
    ($kind:ident by $member:literal { $($variant:ident = $($tag:literal)|+,)* }) => {
        impl $crate::runtime::json::Json for $kind {
            fn read(
                value: $crate::runtime::json::Value,
            ) -> Result<Self, $crate::runtime::json::JsonError> {
                match value.get($member).and_then($crate::runtime::json::Value::as_str) {
                    $(Some($($tag)|+) => {
                        $crate::runtime::json::Json::read(value).map(Self::$variant)
                    })*
                    _ => Ok(Self::Unknown(value)),
                }
            }

            fn write(&self) -> $crate::runtime::json::Value {
                match self {
                    $(Self::$variant(inner) => $crate::runtime::json::Json::write(inner),)*
                    Self::Unknown(value) => value.clone(),
                }
            }
        }

        $crate::runtime::models::serde_through_json!($kind);
    };
}

/// What can be done with alternatives of which the first that fits is meant.
macro_rules! fitting_union {
    ($kind:ident { $($variant:ident,)* }) => {
        impl $crate::runtime::json::Json for $kind {
            fn read(
                value: $crate::runtime::json::Value,
            ) -> Result<Self, $crate::runtime::json::JsonError> {
                $(if let Ok(inner) = $crate::runtime::json::Json::read(value.clone()) {
                    return Ok(Self::$variant(inner));
                })*
                Ok(Self::Unknown(value))
            }

            fn write(&self) -> $crate::runtime::json::Value {
                match self {
                    $(Self::$variant(inner) => $crate::runtime::json::Json::write(inner),)*
                    Self::Unknown(value) => value.clone(),
                }
            }
        }

        $crate::runtime::models::serde_through_json!($kind);
    };
}

pub(crate) use fitting_union;
pub(crate) use open_number;
pub(crate) use open_text;
pub(crate) use serde_through_json;
pub(crate) use tagged_union;
