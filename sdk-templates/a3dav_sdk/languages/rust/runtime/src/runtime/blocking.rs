//! The same client for programs that are not asynchronous: `.wait()` on anything that can be awaited.

use std::future::{Future, IntoFuture};
use std::sync::OnceLock;

use futures_core::Stream;
use futures_util::StreamExt;

use super::error::{Error, Result};

/// Waits for what an asynchronous program would await. Panics inside of an asynchronous program.
pub trait Wait: IntoFuture {
    /// Blocks the thread until there is an outcome.
    fn wait(self) -> Self::Output;
}

impl<T, F> Wait for F
where
    F: IntoFuture<Output = Result<T>>,
{
    fn wait(self) -> Result<T> {
        block_on(self.into_future())?
    }
}

/// Walks through a stream as an iterator.
pub trait WaitIter: Stream + Sized {
    /// An iterator that blocks the thread until there is a next item.
    fn wait_iter(self) -> Waiting<Self>;
}

impl<T, S> WaitIter for S
where
    S: Stream<Item = Result<T>> + Unpin,
{
    fn wait_iter(self) -> Waiting<Self> {
        Waiting { stream: self }
    }
}

/// A stream as an iterator.
#[derive(Debug)]
pub struct Waiting<S> {
    stream: S,
}

impl<T, S> Iterator for Waiting<S>
where
    S: Stream<Item = Result<T>> + Unpin,
{
    type Item = Result<T>;

    fn next(&mut self) -> Option<Self::Item> {
        match block_on(self.stream.next()) {
            Ok(item) => item,
            Err(error) => Some(Err(error)),
        }
    }
}

/// Connections are kept by a thread of their own, so that they outlive each single call.
fn block_on<F: Future>(future: F) -> Result<F::Output> {
    static RUNTIME: OnceLock<std::io::Result<tokio::runtime::Runtime>> = OnceLock::new();
    let runtime = RUNTIME.get_or_init(|| {
        tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("a3dav-client")
            .enable_all()
            .build()
    });
    match runtime {
        Ok(runtime) => Ok(runtime.block_on(future)),
        Err(error) => Err(Error::configuration(error.to_string())),
    }
}
