//! Answers that are read while they arrive: bytes, and values of JSON line by line.

use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use futures_util::{StreamExt, TryStreamExt};
use http::HeaderMap;

use super::body::ByteStream;
use super::error::{Error, Result};
use super::json::Json;
use super::request::Reply;

/// A body that is read while it arrives.
pub struct Download {
    /// The headers of the answer.
    pub headers: HeaderMap,
    pieces: ByteStream,
}

impl Download {
    pub(crate) fn new(reply: Reply) -> Self {
        let headers = reply.headers.clone();
        let pieces = reply.pieces();
        Self { headers, pieces }
    }

    /// Names this state of it.
    pub fn etag(&self) -> Option<&str> {
        self.headers.get("etag")?.to_str().ok()
    }

    /// What the body is.
    pub fn media_type(&self) -> Option<&str> {
        self.headers.get("content-type")?.to_str().ok()
    }

    /// How many bytes it has, if the server knows.
    pub fn length(&self) -> Option<u64> {
        self.headers
            .get("content-length")?
            .to_str()
            .ok()?
            .parse()
            .ok()
    }

    /// Reads everything; a body of any size.
    pub async fn bytes(self) -> Result<Bytes> {
        let joined = self.try_fold(BytesMut::new(), |mut body, piece| async move {
            body.extend_from_slice(&piece);
            Ok(body)
        });
        joined.await.map(BytesMut::freeze)
    }
}

impl fmt::Debug for Download {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Download({:?})", self.media_type())
    }
}

impl Stream for Download {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let polled = self.pieces.poll_next_unpin(context);
        polled.map(|piece| piece.map(|piece| piece.map_err(Error::transport)))
    }
}

/// Values of JSON, one on each line, read while they arrive.
pub struct Lines<T> {
    pieces: ByteStream,
    limit: usize,
    line: Vec<u8>,
    ready: std::collections::VecDeque<Vec<u8>>,
    ended: bool,
    item: PhantomData<fn() -> T>,
}

impl<T> Lines<T> {
    pub(crate) fn new(reply: Reply) -> Self {
        Self {
            pieces: reply.pieces(),
            limit: 64 << 20,
            line: Vec::new(),
            ready: std::collections::VecDeque::new(),
            ended: false,
            item: PhantomData,
        }
    }

    fn push(&mut self, piece: &[u8]) -> Result<()> {
        // RFC 7464 begins each value with a record separator.
        for &byte in piece {
            match byte {
                b'\n' | 0x1e => self.end_line(),
                _ if self.line.len() >= self.limit => {
                    return Err(Error::decode("a line is too long"))
                }
                _ => self.line.push(byte),
            }
        }
        Ok(())
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if !line.trim_ascii().is_empty() {
            self.ready.push_back(line);
        }
    }
}

impl<T> fmt::Debug for Lines<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Lines")
    }
}

impl<T: Json> Stream for Lines<T> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(line) = self.ready.pop_front() {
                let value = serde_json::from_slice(&line).map_err(Error::decode);
                return Poll::Ready(Some(value.and_then(|value| Ok(T::read(value)?))));
            }
            if self.ended {
                return Poll::Ready(None);
            }
            let outcome = match std::task::ready!(self.pieces.poll_next_unpin(context)) {
                Some(Ok(piece)) => self.push(&piece),
                Some(Err(error)) => Err(Error::transport(error)),
                None => {
                    self.ended = true;
                    self.end_line();
                    Ok(())
                }
            };
            if let Err(error) = outcome {
                self.ended = true;
                return Poll::Ready(Some(Err(error)));
            }
        }
    }
}
