//! Following the changes of a collection (RFC 6578).

use std::collections::{HashSet, VecDeque};

use futures_core::Stream;

use super::client::{props, Dav};
use super::element::Element;
use super::multistatus::{Multistatus, Response};
use super::name::{Name, DAV};
use crate::runtime::error::{Error, ErrorKind, Result};

/// One step of a synchronization.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum SyncEvent {
    /// The token was too old: forget what is known, everything follows anew.
    Reset,
    /// A resource is new or has changed.
    Changed {
        /// Where it is.
        href: String,
        /// Its entity tag.
        etag: Option<String>,
    },
    /// A resource is gone.
    Removed {
        /// Where it was.
        href: String,
    },
    /// All is told; keep this for the next time.
    Token(String),
}

struct Walk {
    dav: Dav,
    href: String,
    token: String,
    ready: VecDeque<SyncEvent>,
    seen: HashSet<String>,
    has_reset: bool,
    done: bool,
}

impl Dav {
    /// What has changed in a collection since a token was given, or everything without a token.
    pub fn sync(
        &self,
        collection: &str,
        token: Option<&str>,
    ) -> impl Stream<Item = Result<SyncEvent>> + Send + Unpin {
        let walk = Walk {
            dav: self.clone(),
            href: collection.to_owned(),
            token: token.unwrap_or_default().to_owned(),
            ready: VecDeque::new(),
            seen: HashSet::new(),
            has_reset: false,
            done: false,
        };
        Box::pin(futures_util::stream::try_unfold(
            walk,
            |mut walk| async move {
                let event = walk.next().await?;
                Ok(event.map(|event| (event, walk)))
            },
        ))
    }
}

impl Walk {
    async fn next(&mut self) -> Result<Option<SyncEvent>> {
        while self.ready.is_empty() && !self.done {
            self.ask().await?;
        }
        Ok(self.ready.pop_front())
    }

    async fn ask(&mut self) -> Result<()> {
        let request = self
            .dav
            .with_xml("REPORT", &self.href, &question(&self.token))?;
        let request = request.with("depth", "0")?;
        match self.dav.multistatus(request).await {
            Ok(page) => self.take(page),
            Err(error) if self.is_stale(&error) => {
                self.has_reset = true;
                self.token.clear();
                self.ready.push_back(SyncEvent::Reset);
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    fn is_stale(&self, error: &Error) -> bool {
        let stale = error.has_condition(&Name::new(DAV, "valid-sync-token"))
            || matches!(
                error.kind(),
                ErrorKind::Gone | ErrorKind::PreconditionFailed
            );
        stale && !self.has_reset && !self.token.is_empty()
    }

    fn take(&mut self, page: Multistatus) -> Result<()> {
        let collection = self.dav.url(&self.href)?;
        let token = page.sync_token.unwrap_or_default();
        let mut truncated = false;
        for response in page.responses {
            let itself = response.is_at(&collection);
            truncated |= itself && response.status == Some(507);
            if !itself || response.status == Some(404) {
                self.ready.push_back(event(response));
            }
        }
        self.seen.insert(std::mem::take(&mut self.token));
        if !truncated {
            self.done = true;
            self.ready.push_back(SyncEvent::Token(token));
        } else if token.is_empty() || self.seen.contains(&token) {
            return Err(Error::decode("the synchronization goes round in a circle"));
        } else {
            self.token = token;
        }
        Ok(())
    }
}

fn event(response: Response) -> SyncEvent {
    match response.status {
        Some(404) => SyncEvent::Removed {
            href: response.href,
        },
        _ => SyncEvent::Changed {
            etag: response.etag(),
            href: response.href,
        },
    }
}

fn question(token: &str) -> Element {
    let part = |name| Element::new(Name::new(DAV, name));
    let token = match token {
        "" => part("sync-token"),
        token => part("sync-token").with_text(token),
    };
    part("sync-collection")
        .with(token)
        .with(part("sync-level").with_text("1"))
        .with(props([Name::new(DAV, "getetag")]))
}
