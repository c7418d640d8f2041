//! Time as the client sees it: what o'clock it is, and how it waits.

use std::time::{Duration, SystemTime};

use super::transport::BoxFuture;

/// Tells the time and waits; replaced in tests.
pub trait Clock: Send + Sync + 'static {
    /// The current time, against which `Retry-After` dates and token expiries are read.
    fn now(&self) -> SystemTime;
    /// Resolves after the duration.
    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()>;
}

/// The clock of the machine; waits on the timer of tokio.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}
