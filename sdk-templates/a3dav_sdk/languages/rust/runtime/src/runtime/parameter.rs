//! Parameters in the styles of OpenAPI: how a list or an object becomes part of an address or header.

use url::Url;

use super::form::plain;
use super::json::{Json, Value};

/// How a parameter is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Style {
    /// `simple`, `form`, `deepObject` and so on.
    pub name: &'static str,
    /// Items and members stand apart.
    pub explode: bool,
}

impl Style {
    /// Items stand apart, members too.
    pub const FORM: Self = Self::new("form", true);
    /// Items and members stand in a row.
    pub const SIMPLE: Self = Self::new("simple", false);

    pub const fn new(name: &'static str, explode: bool) -> Self {
        Self { name, explode }
    }
}

/// A parameter of the query as pairs, encoded.
pub(crate) fn query<T: Json>(name: &str, style: Style, value: &T) -> Vec<(String, String)> {
    let name = segment(name);
    let encoded = |value: &Value| segment(&plain(value));
    match value.write() {
        value if style.name == "json" => vec![(name, segment(&value.to_string()))],
        Value::Array(items) if style.explode => items
            .iter()
            .map(|item| (name.clone(), encoded(item)))
            .collect(),
        Value::Array(items) if items.is_empty() => Vec::new(),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(encoded).collect();
            vec![(name, items.join(between(style.name)))]
        }
        Value::Object(members) if style.name == "deepObject" => {
            let inside = members.iter();
            inside
                .map(|(key, value)| (format!("{name}%5B{}%5D", segment(key)), encoded(value)))
                .collect()
        }
        Value::Object(members) if style.explode => members
            .iter()
            .map(|(key, value)| (segment(key), encoded(value)))
            .collect(),
        Value::Object(members) => {
            let pair =
                |(key, value): (&String, &Value)| format!("{},{}", segment(key), encoded(value));
            vec![(name, members.iter().map(pair).collect::<Vec<_>>().join(","))]
        }
        Value::Null => Vec::new(),
        value => vec![(name, encoded(&value))],
    }
}

/// Puts pairs behind the query that there is.
pub(crate) fn extend(url: &mut Url, pairs: &[(String, String)]) {
    let mut query = url.query().unwrap_or_default().to_owned();
    for (name, value) in pairs {
        let start = if query.is_empty() { "" } else { "&" };
        query = format!("{query}{start}{name}={value}");
    }
    if !query.is_empty() {
        url.set_query(Some(&query));
    }
}

/// A parameter of the path, encoded (RFC 6570).
pub(crate) fn path<T: Json>(name: &str, style: Style, value: &T) -> String {
    let encoded = |value: &Value| segment(&plain(value));
    let (parts, named): (Vec<String>, bool) = match value.write() {
        Value::Array(items) => (items.iter().map(encoded).collect(), false),
        Value::Object(members) => {
            let between = if style.explode { "=" } else { "," };
            let pair = |(key, value): (&String, &Value)| {
                format!("{}{between}{}", segment(key), encoded(value))
            };
            (members.iter().map(pair).collect(), true)
        }
        value => (vec![encoded(&value)], false),
    };
    match (style.name, style.explode) {
        ("label", true) => format!(".{}", parts.join(".")),
        ("label", false) => format!(".{}", parts.join(",")),
        ("matrix", true) if named => parts.iter().map(|part| format!(";{part}")).collect(),
        ("matrix", true) => parts.iter().map(|part| format!(";{name}={part}")).collect(),
        ("matrix", false) => format!(";{name}={}", parts.join(",")),
        _ => parts.join(","),
    }
}

/// A parameter in a header or cookie.
pub(crate) fn header<T: Json>(style: Style, value: &T) -> String {
    match value.write() {
        value if style.name == "json" => value.to_string(),
        Value::Array(items) => joined(&items, ","),
        Value::Object(members) => flat(&members, if style.explode { "=" } else { "," }),
        value => plain(&value),
    }
}

fn between(style: &str) -> &'static str {
    match style {
        "spaceDelimited" => "%20",
        "pipeDelimited" => "%7C",
        _ => ",",
    }
}

fn joined(items: &[Value], separator: &str) -> String {
    items.iter().map(plain).collect::<Vec<_>>().join(separator)
}

fn flat(members: &super::json::Map, between: &str) -> String {
    let pair = |(key, value): (&String, &Value)| format!("{key}{between}{}", plain(value));
    members.iter().map(pair).collect::<Vec<_>>().join(",")
}

/// One segment of a path, encoded so that it stays one (RFC 3986 §3.3).
pub(crate) fn segment(value: &str) -> String {
    let mut encoded = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(char::from(byte));
            }
            other => encoded.push_str(&format!("%{other:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(style: &'static str, explode: bool, json: &str) -> String {
        let value: Value = serde_json::from_str(json).unwrap();
        let style = Style::new(style, explode);
        let pairs = query("p", style, &value).into_iter();
        pairs
            .map(|(name, value)| format!("{name}={value}"))
            .collect::<Vec<_>>()
            .join("&")
    }

    #[test]
    fn lists_and_objects_are_written_in_every_style() {
        for (style, explode, json, expected) in [
            ("form", true, "[1,\"b\"]", "p=1&p=b"),
            ("form", false, "[1,\"b\"]", "p=1,b"),
            ("pipeDelimited", false, "[1,2]", "p=1%7C2"),
            ("deepObject", true, "{\"a\":true}", "p%5Ba%5D=true"),
            ("form", true, "{\"a\":1}", "a=1"),
            ("form", false, "{\"a\":1}", "p=a,1"),
            ("json", false, "{\"a\":1}", "p=%7B%22a%22%3A1%7D"),
        ] {
            assert_eq!(asked(style, explode, json), expected, "{style}");
        }
    }

    #[test]
    fn a_segment_stays_one() {
        assert_eq!(path("p", Style::SIMPLE, &"../a b".to_owned()), "..%2Fa%20b");
    }
}
