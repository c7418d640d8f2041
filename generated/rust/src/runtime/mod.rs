//! The behaviour of the client, written by hand; everything around it is rendered from descriptions.

// A description may need only a part of it.
#![allow(dead_code, unused_imports, unused_macros)]

pub mod auth;
#[cfg(feature = "blocking")]
pub mod blocking;
pub mod body;
pub mod call;
pub mod clock;
mod core;
pub mod dav;
pub mod download;
pub mod error;
pub mod events;
mod exchange;
pub mod form;
pub mod graphql;
pub mod json;
pub mod log;
pub(crate) mod models;
pub mod oauth;
pub mod options;
mod origin;
pub mod pages;
mod parameter;
pub mod presence;
pub mod problem;
pub mod random;
mod reading;
pub mod request;
pub mod reqwest_transport;
mod retry;
mod sse;
pub mod timestamp;
pub mod transport;
pub mod webhook;

pub(crate) use self::core::Core;
pub(crate) use form::Parts;
pub(crate) use parameter::Style;
pub(crate) use retry::RetryClass;
