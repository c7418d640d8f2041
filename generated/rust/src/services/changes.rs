// Rendered from the description of the interface; not for editing.
//! Changes.

use std::sync::Arc;

#[allow(unused_imports)]
use crate::prelude::*;
use crate::runtime::Core;

/// What changed of what one may see, as pages and as a stream.
#[derive(Clone, Debug)]
pub struct ChangesService {
    pub(crate) core: Arc<Core>,
}

impl ChangesService {
    /// List changes
    ///
    /// What changed of what one may see, in the order in which it happened: one's own collections,
    /// and those of others that are shared with one. It is told that something changed, and not
    /// what is in it. What one may see is decided anew with each page. Keep `cursor` and come back
    /// with it; `next` is null where there is no more for now.
    pub fn list(&self) -> Call<ListCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/changes");
        call.put_accept("application/json");
        call
    }

    /// Follow changes
    ///
    /// The same as server-sent events, as they happen. Each event `change` has the cursor behind it
    /// as its `id`, with which a client that was cut off comes back in `Last-Event-ID`. The event
    /// `reset` says that this place is no longer known: look at everything again, and go on from
    /// the `id` of that event. A comment comes where there is nothing to tell for a while. The
    /// stream ends when the credentials that opened it are changed or revoked, and when the server
    /// is restarted; `retry` says when to come back.
    pub fn stream(&self) -> Call<StreamCall> {
        let mut call = Call::new(&self.core, "GET", "/api/v1/changes/stream");
        call.put_accept("text/event-stream");
        call
    }
}

/// What [`ChangesService::list`] stands for.
#[derive(Debug)]
pub enum ListCall {}

impl Operation for ListCall {
    type Output = models::ChangePage;

    fn read(reply: Reply) -> Result<Self::Output> {
        reply.json()
    }
}

impl Paged for ListCall {
    type Item = models::Change;
    const CURSOR: &'static str = "cursor";

    fn next(page: &Self::Output) -> Option<String> {
        pages::cursor(&page.next)
    }

    fn items(page: Self::Output) -> Vec<Self::Item> {
        page.items
    }
}

impl Call<ListCall> {
    /// How many entries a page has at most.
    pub fn limit(mut self, limit: i64) -> Self {
        self.put_query("limit", Style::FORM, &limit);
        self
    }

    /// The `cursor` or `next` of a page before, or the one of a change; without it, the beginning.
    pub fn cursor(mut self, cursor: &str) -> Self {
        self.put_query("cursor", Style::FORM, &cursor.to_owned());
        self
    }

    /// Tells no changes, and the cursor behind the latest.
    pub fn tail(mut self, tail: bool) -> Self {
        self.put_query("tail", Style::FORM, &tail);
        self
    }

    /// The ids of collections whose changes alone are told; they may be any that one may read.
    pub fn collection(mut self, collection: &[String]) -> Self {
        self.put_query("collection", Style::FORM, &collection.to_vec());
        self
    }
}

/// What [`ChangesService::stream`] stands for.
#[derive(Debug)]
pub enum StreamCall {}

impl Operation for StreamCall {
    type Output = Download;
    const STREAMS: bool = true;

    fn read(reply: Reply) -> Result<Self::Output> {
        Ok(Download::new(reply))
    }
}

impl Listens for StreamCall {
    type Event = models::Change;
}

impl Call<StreamCall> {
    /// The `id` of the last event; without it and `cursor`, the stream begins now.
    pub fn last_event_id(mut self, last_event_id: &str) -> Self {
        self.put_header("Last-Event-ID", Style::SIMPLE, &last_event_id.to_owned());
        self
    }

    /// The same for a first connection; Last-Event-ID goes before it.
    pub fn cursor(mut self, cursor: &str) -> Self {
        self.put_query("cursor", Style::FORM, &cursor.to_owned());
        self
    }

    /// The ids of collections whose changes alone are told; they may be any that one may read.
    pub fn collection(mut self, collection: &[String]) -> Self {
        self.put_query("collection", Style::FORM, &collection.to_vec());
        self
    }
}
