//! A client of a3dav, a server for calendars, contacts and files.
//!
//! Begin with [`Client`]; everything it offers gives a [`Call`] that is sent when it is awaited.

#![forbid(unsafe_code)]

mod client;
pub mod dav;
pub mod graphql;
pub mod models;
pub mod problems;
mod runtime;
pub mod services;
pub mod webhooks;

pub use client::Client;
pub use {bytes, http, url};

pub use runtime::auth::{Auth, TokenProvider};
pub use runtime::body::{Body, ByteStream};
pub use runtime::call::{Answer, Call, Operation};
pub use runtime::download::{Download, Lines};
pub use runtime::error::{Error, ErrorKind, Refusal, Result};
pub use runtime::events::{Listens, ServerEvent};
pub use runtime::form::Upload;
pub use runtime::json::{Json, JsonError, Map, Value};
pub use runtime::log::{LogHook, LogRecord};
pub use runtime::options::Options;
pub use runtime::pages::Paged;
pub use runtime::presence::Patch;
pub use runtime::problem::Problem;
pub use runtime::request::{Held, Reply, Text};
pub use runtime::timestamp::Timestamp;

/// The same client for programs that are not asynchronous.
#[cfg(feature = "blocking")]
pub mod blocking {
    pub use crate::runtime::blocking::{Wait, WaitIter, Waiting};
}

/// OAuth 2.0.
pub mod oauth {
    pub use crate::runtime::oauth::{DeviceSignOn, OAuth2, RefreshingTokens, Tokens};
}

/// What a client can be given in place of network, clock and chance.
pub mod seams {
    pub use crate::runtime::clock::{Clock, SystemClock};
    pub use crate::runtime::random::{Random, SystemRandom};
    pub use crate::runtime::reqwest_transport::ReqwestTransport;
    pub use crate::runtime::transport::{BoxFuture, Transport, TransportError};
}

/// What rendered modules use.
#[allow(unused_imports)]
pub(crate) mod prelude {
    pub(crate) use std::collections::BTreeMap;

    pub(crate) use crate::models;
    pub(crate) use crate::runtime::body::Body;
    pub(crate) use crate::runtime::call::{Call, Operation};
    pub(crate) use crate::runtime::download::{Download, Lines};
    pub(crate) use crate::runtime::error::Result;
    pub(crate) use crate::runtime::events::Listens;
    pub(crate) use crate::runtime::form::Upload;
    pub(crate) use crate::runtime::json::{Json, Map, Value};
    pub(crate) use crate::runtime::pages::{self, Paged};
    pub(crate) use crate::runtime::request::{Reply, Text};
    pub(crate) use crate::runtime::timestamp::Timestamp;
    pub(crate) use crate::runtime::{RetryClass, Style};
}
