//! What the client tells about its work, without secrets.

use std::sync::Arc;
use std::time::Duration;

/// One attempt of one request.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct LogRecord {
    /// The method.
    pub method: http::Method,
    /// The address, without user, password and secrets of the query.
    pub url: String,
    /// The status of the answer, if there was one.
    pub status: Option<u16>,
    /// The code of the error that ended the attempt, if there was no answer.
    pub error: Option<&'static str>,
    /// Which attempt it was, from 1.
    pub attempt: u32,
    /// How long it took.
    pub duration: Duration,
}

/// Is called after each attempt; must return quickly.
pub type LogHook = Arc<dyn Fn(&LogRecord) + Send + Sync>;
