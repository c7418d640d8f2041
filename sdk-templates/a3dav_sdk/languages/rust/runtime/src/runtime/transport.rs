//! The seam between the client and whatever carries bytes over the network.

use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::pin::Pin;

use super::body::{Body, ByteStream};

/// A future that can be sent between threads and kept in a trait object.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Carries one request and brings one answer: no redirects, no retries, no cookies, no decompression.
pub trait Transport: Send + Sync + 'static {
    /// Sends the request; resolves when the head of the answer is there.
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<ByteStream>, TransportError>>;
}

/// Why a transport brought no answer, or not all of it.
#[derive(Debug)]
pub struct TransportError {
    timed_out: bool,
    source: Box<dyn StdError + Send + Sync>,
}

impl TransportError {
    /// The connection could not be made, was lost, or broke the protocol.
    pub fn connection(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self {
            timed_out: false,
            source: source.into(),
        }
    }

    /// The connection was not made in time.
    pub fn timeout(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self {
            timed_out: true,
            source: source.into(),
        }
    }

    /// Says whether time ran out.
    pub fn is_timeout(&self) -> bool {
        self.timed_out
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.source)?;
        let mut cause = self.source.source();
        while let Some(error) = cause {
            write!(formatter, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.source()
    }
}
