//! A stream of events that connects again where it was when it broke.

use std::collections::VecDeque;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use futures_core::Stream;
use futures_util::StreamExt;

use super::body::ByteStream;
use super::call::{Call, Operation};
use super::core::{is_passing, Core};
use super::error::{Error, ErrorKind, Result};
use super::exchange::Mode;
use super::json::Json;
use super::options::Options;
use super::request::{Reply, Request};
use super::retry::{backoff, retry_after, FIRST};
use super::sse::{Parser, RawEvent};
use super::transport::TransportError;

/// An operation that answers with events for as long as somebody listens.
pub trait Listens: Operation {
    /// What the data of an event is.
    type Event: Json + Send + 'static;
}

/// One event of a stream.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ServerEvent<T> {
    /// The id to resume after; empty where none was sent.
    pub id: String,
    /// The name of the event.
    pub event: String,
    /// What the event says.
    pub data: T,
}

struct Listener<T> {
    core: Arc<Core>,
    request: Request,
    parser: Parser,
    pieces: Option<ByteStream>,
    ready: VecDeque<RawEvent>,
    failures: u32,
    first: Duration,
    item: PhantomData<fn() -> T>,
}

impl<O: Listens> Call<O> {
    /// Listens until the server says that there is no more, or refuses for good.
    pub fn events(self) -> impl Stream<Item = Result<ServerEvent<O::Event>>> + Send + Unpin {
        self.events_after("")
    }

    /// Listens to what came after the event with this id.
    pub fn events_after(
        self,
        last_id: &str,
    ) -> impl Stream<Item = Result<ServerEvent<O::Event>>> + Send + Unpin {
        let (core, request) = self.into_parts();
        let limit = core.options.body_limit;
        let state = request.map(|mut request| {
            request.retries = Some(0);
            Listener::<O::Event> {
                core,
                request,
                parser: Parser::new(last_id.to_owned(), limit),
                pieces: None,
                ready: VecDeque::new(),
                failures: 0,
                first: FIRST,
                item: PhantomData,
            }
        });
        Box::pin(futures_util::stream::try_unfold(
            state,
            |state| async move {
                let mut listener = state?;
                let event = listener.next().await?;
                Ok(event.map(|event| (event, Ok(listener))))
            },
        ))
    }
}

impl<T: Json> Listener<T> {
    async fn next(&mut self) -> Result<Option<ServerEvent<T>>> {
        loop {
            if let Some(raw) = self.ready.pop_front() {
                self.failures = 0;
                return typed(raw).map(Some);
            }
            if self.pieces.is_none() && !self.connect().await? {
                return Ok(None);
            }
            self.receive().await?;
        }
    }

    /// Connects, after a delay if it is not the first time; false where the server has no more.
    async fn connect(&mut self) -> Result<bool> {
        loop {
            let mut request = self.request.again();
            request.set("cache-control", "no-store")?;
            if !self.parser.last_id.is_empty() {
                request.set("last-event-id", &self.parser.last_id)?;
            }
            match self.core.send(request, Mode::Stream).await {
                Ok(reply) if reply.status == http::StatusCode::NO_CONTENT => return Ok(false),
                Ok(reply) if !is_events(&reply) => {
                    return Err(Error::new(ErrorKind::Stream, "this is no stream of events"));
                }
                Ok(reply) => {
                    self.parser.restart();
                    self.pieces = Some(reply.pieces());
                    return Ok(true);
                }
                Err(error) => self.pause(error).await?,
            }
        }
    }

    async fn receive(&mut self) -> Result<()> {
        let Some(pieces) = &mut self.pieces else {
            return Ok(());
        };
        let error = match pieces.next().await {
            Some(Ok(piece)) => {
                let events = self.parser.push(&piece);
                let too_large = |_| Error::new(ErrorKind::Stream, "an event is too large");
                self.ready.extend(events.map_err(too_large)?);
                return Ok(());
            }
            Some(Err(error)) => error,
            None => TransportError::connection("the stream of events ended"),
        };
        self.pieces = None;
        self.first = self.parser.retry.unwrap_or(self.first);
        // A stream that stalls is as good as one that broke.
        self.pause(Error::transport(TransportError::connection(error)))
            .await
    }

    /// Waits before connecting again, unless that cannot help.
    async fn pause(&mut self, error: Error) -> Result<()> {
        if !is_passing(&error) && error.kind() != ErrorKind::Timeout {
            return Err(error);
        }
        self.failures += 1;
        let Options { clock, random, .. } = &self.core.options;
        let told = error
            .refusal()
            .and_then(|refusal| retry_after(&refusal.headers, clock.now()));
        let delay = told.unwrap_or_else(|| backoff(self.first, self.failures, random.next()));
        clock.sleep(delay).await;
        Ok(())
    }
}

fn is_events(reply: &Reply) -> bool {
    let media_type = reply.header("content-type").unwrap_or_default();
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().eq_ignore_ascii_case("text/event-stream")
}

fn typed<T: Json>(raw: RawEvent) -> Result<ServerEvent<T>> {
    let broken = |error| Error::new(ErrorKind::Stream, format!("an event is no JSON: {error}"));
    let data = serde_json::from_str(&raw.data).map_err(broken)?;
    Ok(ServerEvent {
        data: T::read(data)?,
        id: raw.id,
        event: raw.event,
    })
}
