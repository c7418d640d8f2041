//! Names of XML elements and DAV properties: a namespace and a local name.

use std::borrow::Cow;
use std::fmt;

/// The namespace of WebDAV (RFC 4918).
pub const DAV: &str = "DAV:";
/// The namespace of CalDAV (RFC 4791).
pub const CALDAV: &str = "urn:ietf:params:xml:ns:caldav";
/// The namespace of CardDAV (RFC 6352).
pub const CARDDAV: &str = "urn:ietf:params:xml:ns:carddav";

/// A name in a namespace.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Name {
    namespace: Cow<'static, str>,
    local: Cow<'static, str>,
}

impl Name {
    /// A name that is known when the program is written.
    pub const fn new(namespace: &'static str, local: &'static str) -> Self {
        Self {
            namespace: Cow::Borrowed(namespace),
            local: Cow::Borrowed(local),
        }
    }

    /// A name that turns up when the program runs.
    pub fn owned(namespace: impl Into<String>, local: impl Into<String>) -> Self {
        Self {
            namespace: Cow::Owned(namespace.into()),
            local: Cow::Owned(local.into()),
        }
    }

    /// Reads `{namespace}name`.
    pub fn parse(text: &str) -> Option<Self> {
        let (namespace, local) = text.strip_prefix('{')?.split_once('}')?;
        Some(Self::owned(namespace, local)).filter(|_| !local.is_empty())
    }

    /// The namespace; empty for none.
    pub fn namespace(&self) -> &str {
        &self.namespace
    }

    /// The name within the namespace.
    pub fn local(&self) -> &str {
        &self.local
    }

    pub(crate) fn is(&self, namespace: &str, local: &str) -> bool {
        self.namespace == namespace && self.local == local
    }
}

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{{{}}}{}", self.namespace, self.local)
    }
}
