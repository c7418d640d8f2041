//! Walking through an answer that comes in pages, asking for the next one only when it is needed.

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;

use futures_core::Stream;
use futures_util::TryStreamExt;
use url::Url;

use super::call::{Call, Operation};
use super::core::Core;
use super::error::{Error, Result};
use super::exchange::Mode;
use super::form::plain;
use super::json::{Json, Value};
use super::parameter;
use super::request::Request;

/// An operation that answers in pages.
pub trait Paged: Operation {
    /// What the pages are made of.
    type Item: Send + 'static;
    /// The parameter that asks for a later page.
    const CURSOR: &'static str;
    /// Where the next page begins, unless this is the last.
    fn next(page: &Self::Output) -> Option<String>;
    /// Takes the items out of a page.
    fn items(page: Self::Output) -> Vec<Self::Item>;
}

/// The cursor in a member of a page, whatever type it has; null and an empty text are none.
pub(crate) fn cursor<T: Json>(member: &T) -> Option<String> {
    match member.write() {
        Value::Null => None,
        value => Some(plain(&value)).filter(|text| !text.is_empty()),
    }
}

struct Walk {
    core: Arc<Core>,
    request: Result<Request>,
    seen: HashSet<String>,
}

impl<O: Paged> Call<O> {
    /// All pages, each asked for when the stream is polled for it.
    pub fn pages(self) -> impl Stream<Item = Result<O::Output>> + Send + Unpin {
        let (core, request) = self.into_parts();
        let seen = HashSet::new();
        let walk = Walk {
            core,
            request,
            seen,
        };
        Box::pin(futures_util::stream::try_unfold(
            Some(walk),
            |walk| async move {
                match walk {
                    Some(walk) => walk.step::<O>().await.map(Some),
                    None => Ok(None),
                }
            },
        ))
    }

    /// All items of all pages.
    pub fn items(self) -> impl Stream<Item = Result<O::Item>> + Send + Unpin {
        let pages = self.pages().map_ok(|page| {
            let items: VecDeque<_> = O::items(page).into();
            futures_util::stream::iter(items.into_iter().map(Ok))
        });
        Box::pin(pages.try_flatten())
    }
}

impl Walk {
    async fn step<O: Paged>(mut self) -> Result<(O::Output, Option<Self>)> {
        let request = self.request?;
        let mut following = request.again();
        let page = O::read(self.core.send(request, Mode::Whole).await?)?;
        let Some(cursor) = O::next(&page) else {
            return Ok((page, None));
        };
        if !self.seen.insert(cursor.clone()) {
            return Err(Error::decode("the pages go round in a circle"));
        }
        turn(&mut following.url, O::CURSOR, &cursor);
        self.request = Ok(following);
        Ok((page, Some(self)))
    }
}

/// Sets a parameter of the query, whatever it was before.
fn turn(url: &mut Url, name: &str, value: &str) {
    let start = format!("{}=", parameter::segment(name));
    let query = url.query().unwrap_or_default();
    let others = query
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.starts_with(&start));
    let last = format!("{start}{}", parameter::segment(value));
    let pairs: Vec<&str> = others.chain([last.as_str()]).collect();
    url.set_query(Some(&pairs.join("&")));
}
