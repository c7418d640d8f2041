//! WebDAV, CalDAV and CardDAV: what the REST interface of a server does not reach.

mod client;
mod discovery;
mod element;
mod multistatus;
mod name;
mod objects;
mod sync;
mod xml;

pub use client::{Ask, Change, Dav, Depth};
pub use discovery::Home;
pub use element::{Element, Node};
pub(crate) use multistatus::conditions;
pub use multistatus::{Multistatus, MultistatusReader, Property, Response};
pub use name::{Name, CALDAV, CARDDAV, DAV};
pub use objects::{Condition, Content, Fetched, Object, Written};
pub use sync::SyncEvent;
