//! Reading and writing single calendar objects, contacts and files, safe from lost updates.

use bytes::Bytes;
use futures_core::Stream;
use futures_util::{StreamExt, TryStreamExt};
use http::header::{HeaderMap, CONTENT_TYPE, ETAG};

use super::client::{props, Dav, Depth};
use super::element::Element;
use super::multistatus::{Property, Response};
use super::name::{Name, CALDAV, CARDDAV, DAV};
use crate::runtime::body::Body;
use crate::runtime::error::{Error, ErrorKind, Result};

const BATCH: usize = 50;
const CALENDAR: &str = "text/calendar; charset=utf-8";
const MOST_CONFLICTS: usize = 5;

/// A resource as the server holds it.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Object {
    /// Where it is.
    pub href: String,
    /// Names this state of it.
    pub etag: Option<String>,
    /// What it is.
    pub media_type: Option<String>,
    /// Its bytes, exactly.
    pub body: Bytes,
}

impl Object {
    /// The bytes as UTF-8.
    pub fn text(&self) -> Result<&str> {
        std::str::from_utf8(&self.body).map_err(Error::decode)
    }
}

/// One answer of [`Dav::multiget`].
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Fetched {
    /// Where it is.
    pub href: String,
    /// 200, or why it could not be had.
    pub status: u16,
    /// Names this state of it.
    pub etag: Option<String>,
    /// The iCalendar or vCard text.
    pub data: Option<String>,
}

/// What a write gave.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Written {
    /// 201 where the resource is new.
    pub status: u16,
    /// Names the new state, unless the server has changed what was sent.
    pub etag: Option<String>,
}

/// Under which condition a write is done.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Condition<'a> {
    /// Always.
    #[default]
    None,
    /// If the resource is still in this state.
    Match(&'a str),
    /// If there is no resource yet.
    New,
}

/// Which kind of objects a collection holds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Content {
    /// Calendar objects.
    Calendar,
    /// Contacts.
    Contacts,
}

impl Content {
    fn report(self) -> Name {
        match self {
            Self::Calendar => Name::new(CALDAV, "calendar-multiget"),
            Self::Contacts => Name::new(CARDDAV, "addressbook-multiget"),
        }
    }

    fn data(self) -> Name {
        match self {
            Self::Calendar => Name::new(CALDAV, "calendar-data"),
            Self::Contacts => Name::new(CARDDAV, "address-data"),
        }
    }
}

impl Dav {
    /// Reads a resource.
    pub async fn get(&self, href: &str) -> Result<Object> {
        let reply = self.send(self.prepare("GET", href)?).await?;
        Ok(Object {
            href: href.to_owned(),
            etag: header(&reply.headers, ETAG),
            media_type: header(&reply.headers, CONTENT_TYPE),
            body: reply.bytes(),
        })
    }

    /// Writes a resource.
    pub async fn put(
        &self,
        href: &str,
        media_type: &str,
        body: impl Into<Body>,
        condition: Condition<'_>,
    ) -> Result<Written> {
        let mut request = self.prepare("PUT", href)?.with_body(media_type, body)?;
        match condition {
            Condition::None => {}
            Condition::Match(etag) => request.set("if-match", etag)?,
            Condition::New => request.set("if-none-match", "*")?,
        }
        let reply = self.send(request).await?;
        Ok(Written {
            status: reply.status.as_u16(),
            etag: header(&reply.headers, ETAG),
        })
    }

    /// Deletes a resource, if it is still in the state of the entity tag.
    pub async fn delete(&self, href: &str, etag: Option<&str>) -> Result<()> {
        let mut request = self.prepare("DELETE", href)?;
        if let Some(etag) = etag {
            request.set("if-match", etag)?;
        }
        self.send(request).await.map(drop)
    }

    /// Reads, changes and writes a text; begins anew when somebody else was faster, up to 5 times.
    ///
    /// Gives the entity tag; `None` from `change` leaves everything as it is.
    pub async fn update_with<F>(&self, href: &str, mut change: F) -> Result<Option<String>>
    where
        F: FnMut(&str) -> Option<String> + Send,
    {
        let mut tried = 0;
        loop {
            tried += 1;
            let object = self.get(href).await?;
            let Some(body) = change(object.text()?) else {
                return Ok(object.etag);
            };
            let media_type = object.media_type.as_deref().unwrap_or(CALENDAR);
            let etag = object.etag.as_deref();
            let etag = etag.ok_or_else(|| Error::decode("the resource has no entity tag"))?;
            let written = self
                .put(href, media_type, body, Condition::Match(etag))
                .await;
            match written {
                Err(error) if is_conflict(&error) && tried < MOST_CONFLICTS => {}
                outcome => return outcome.map(|written| written.etag),
            }
        }
    }

    /// Reads many objects of a collection, 50 with each request.
    pub fn multiget(
        &self,
        content: Content,
        collection: &str,
        hrefs: impl IntoIterator<Item = impl Into<String>>,
    ) -> impl Stream<Item = Result<Fetched>> + Send + Unpin {
        let hrefs: Vec<String> = hrefs.into_iter().map(Into::into).collect();
        let batches: Vec<Vec<String>> = hrefs.chunks(BATCH).map(<[String]>::to_vec).collect();
        let (dav, collection) = (self.clone(), collection.to_owned());
        let fetched = futures_util::stream::iter(batches)
            .then(move |batch| {
                let (dav, collection) = (dav.clone(), collection.clone());
                async move { dav.batch(content, &collection, batch).await }
            })
            .map_ok(|batch| futures_util::stream::iter(batch.into_iter().map(Ok)))
            .try_flatten();
        Box::pin(fetched)
    }

    async fn batch(
        &self,
        content: Content,
        collection: &str,
        hrefs: Vec<String>,
    ) -> Result<Vec<Fetched>> {
        let element = |href: &String| Element::new(Name::new(DAV, "href")).with_text(href.as_str());
        let body = Element::new(content.report())
            .with(props([Name::new(DAV, "getetag"), content.data()]))
            .with_all(hrefs.iter().map(element));
        let answer = self.report(collection, Depth::Zero, &body).await?;
        let mut found = Vec::with_capacity(hrefs.len());
        for href in hrefs {
            let response = answer.at(&self.url(&href)?);
            found.push(fetched(href, response, &content.data()));
        }
        Ok(found)
    }
}

fn fetched(href: String, response: Option<&Response>, name: &Name) -> Fetched {
    let data = response.and_then(|response| response.text(name));
    let refused = response.and_then(|response| {
        let named = |property: &&Property| property.element.name == *name;
        let property = response.properties.iter().find(named);
        response.status.or(property.map(|property| property.status))
    });
    Fetched {
        status: if data.is_some() {
            200
        } else {
            refused.unwrap_or(404)
        },
        etag: response.filter(|_| data.is_some()).and_then(Response::etag),
        href: response.map_or(href, |response| response.href.clone()),
        data,
    }
}

fn header(headers: &HeaderMap, name: http::HeaderName) -> Option<String> {
    Some(headers.get(name)?.to_str().ok()?.to_owned())
}

fn is_conflict(error: &Error) -> bool {
    error.kind() == ErrorKind::PreconditionFailed
}
