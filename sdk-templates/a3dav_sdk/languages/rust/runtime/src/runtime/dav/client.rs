//! The verbs of WebDAV with typed questions and answers.

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::Method;
use url::Url;

use super::element::Element;
use super::multistatus::{resolve, Multistatus};
use super::name::{Name, CALDAV, DAV};
use crate::runtime::body::Body;
use crate::runtime::core::Core;
use crate::runtime::error::{Error, Result};
use crate::runtime::exchange::Mode;
use crate::runtime::request::{Reply, Request};
use crate::runtime::transport::BoxFuture;

/// How far below a resource a request reaches.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Depth {
    /// The resource alone.
    Zero,
    /// The resource and what is directly in it.
    One,
    /// The resource and everything below.
    Infinity,
}

impl Depth {
    fn text(self) -> &'static str {
        match self {
            Self::Zero => "0",
            Self::One => "1",
            Self::Infinity => "infinity",
        }
    }
}

/// Which properties to ask for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Ask {
    /// These.
    Properties(Vec<Name>),
    /// All that the server gives without being asked for them by name.
    All,
    /// The names of all.
    Names,
}

/// One change of a property.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Change {
    /// The property becomes this.
    Set(Element),
    /// The property goes.
    Remove(Name),
}

/// The part of a client that speaks WebDAV, CalDAV and CardDAV.
#[derive(Clone)]
pub struct Dav {
    pub(crate) core: Arc<Core>,
}

impl fmt::Debug for Dav {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Dav")
    }
}

impl Dav {
    pub(crate) fn new(core: &Arc<Core>) -> Self {
        Self { core: core.clone() }
    }

    /// The address in full of a path at the server; a prefix of the server is put before it once.
    pub fn url(&self, href: &str) -> Result<Url> {
        let prefix = self.core.base.path().trim_end_matches('/');
        if href.contains("://") || prefix.is_empty() || href.starts_with(&format!("{prefix}/")) {
            return resolve(&self.core.base, href);
        }
        let slash = if href.starts_with('/') { "" } else { "/" };
        resolve(&self.core.base, &format!("{prefix}{slash}{href}"))
    }

    /// Sends any method with any body; the answer is any status below 400.
    pub async fn request(
        &self,
        method: &str,
        href: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> Result<Reply> {
        let mut request = self.prepare(method, href)?;
        request.body = body;
        for (name, value) in headers {
            request.set(name, value)?;
        }
        self.send(request).await
    }

    /// Asks for properties.
    pub async fn propfind(&self, href: &str, depth: Depth, ask: Ask) -> Result<Multistatus> {
        let asked = match ask {
            Ask::Properties(names) => props(names),
            Ask::All => Element::new(Name::new(DAV, "allprop")),
            Ask::Names => Element::new(Name::new(DAV, "propname")),
        };
        let body = Element::new(Name::new(DAV, "propfind")).with(asked);
        let request = self.with_xml("PROPFIND", href, &body)?;
        self.multistatus(request.with("depth", depth.text())?).await
    }

    /// Changes properties: all of them or none.
    pub async fn proppatch(&self, href: &str, changes: &[Change]) -> Result<Multistatus> {
        let mut groups: Vec<(&str, Vec<Element>)> = Vec::new();
        for change in changes {
            let (verb, property) = match change {
                Change::Set(property) => ("set", property.clone()),
                Change::Remove(name) => ("remove", Element::new(name.clone())),
            };
            match groups.last_mut() {
                Some((last, properties)) if *last == verb => properties.push(property),
                _ => groups.push((verb, vec![property])),
            }
        }
        let changes = groups
            .into_iter()
            .map(|(verb, properties)| Element::new(Name::new(DAV, verb)).with(holding(properties)));
        let body = Element::new(Name::new(DAV, "propertyupdate")).with_all(changes);
        self.multistatus(self.with_xml("PROPPATCH", href, &body)?)
            .await
    }

    /// Makes a calendar with properties (RFC 4791 §5.3.1).
    pub async fn mkcalendar(&self, href: &str, properties: Vec<Element>) -> Result<()> {
        let body = Element::new(Name::new(CALDAV, "mkcalendar"));
        self.make("MKCALENDAR", href, body, properties).await
    }

    /// Makes a collection with properties; `DAV:resourcetype` says of which kind (RFC 5689).
    pub async fn mkcol(&self, href: &str, properties: Vec<Element>) -> Result<()> {
        self.make(
            "MKCOL",
            href,
            Element::new(Name::new(DAV, "mkcol")),
            properties,
        )
        .await
    }

    async fn make(
        &self,
        method: &str,
        href: &str,
        body: Element,
        properties: Vec<Element>,
    ) -> Result<()> {
        let request = match properties.is_empty() {
            true => self.prepare(method, href)?,
            false => {
                let set = Element::new(Name::new(DAV, "set")).with(holding(properties));
                self.with_xml(method, href, &body.with(set))?
            }
        };
        self.send(request).await.map(drop)
    }

    /// Asks for a report.
    pub async fn report(&self, href: &str, depth: Depth, body: &Element) -> Result<Multistatus> {
        let request = self.with_xml("REPORT", href, body)?;
        self.multistatus(request.with("depth", depth.text())?).await
    }

    /// Asks when somebody is busy between two times in UTC (RFC 4791 §7.10); the answer is iCalendar.
    pub async fn free_busy(&self, href: &str, start: &str, end: &str) -> Result<String> {
        let range = Element::new(Name::new(CALDAV, "time-range"))
            .attribute("start", start)
            .attribute("end", end);
        let body = Element::new(Name::new(CALDAV, "free-busy-query")).with(range);
        let request = self.with_xml("REPORT", href, &body)?.with("depth", "1")?;
        self.send(request.with("accept", "text/calendar")?)
            .await?
            .text()
    }

    pub(crate) fn prepare(&self, method: &str, href: &str) -> Result<Request> {
        let method = Method::from_bytes(method.as_bytes())
            .map_err(|_| Error::configuration(format!("{method:?} is no method")))?;
        Request::new(method, self.url(href)?).with("accept", "*/*")
    }

    pub(crate) fn with_xml(&self, method: &str, href: &str, body: &Element) -> Result<Request> {
        let request = self
            .prepare(method, href)?
            .with("accept", "application/xml")?;
        request.with_body("application/xml; charset=utf-8", body.document())
    }

    /// Sends a request and reads its 207.
    pub(crate) async fn multistatus(&self, request: Request) -> Result<Multistatus> {
        let (method, url) = (request.method.clone(), request.url.clone());
        let reply = self.send(request).await?;
        let (attempts, base) = (reply.attempts, reply.url.clone());
        let status = reply.status.as_u16();
        let read = |body: Bytes| match status {
            207 => Multistatus::read(&body, &base),
            _ => Err(Error::decode(format!(
                "expected a multistatus, found status {status}"
            ))),
        };
        let read = read(reply.bytes());
        read.map_err(|error| error.of_request(&method, &url).after(attempts))
    }

    pub(crate) fn send(&self, request: Request) -> BoxFuture<'_, Result<Reply>> {
        Box::pin(self.core.send(request, Mode::Whole))
    }
}

/// `DAV:prop` with the names of properties.
pub(crate) fn props(names: impl IntoIterator<Item = Name>) -> Element {
    holding(names.into_iter().map(Element::new))
}

fn holding(properties: impl IntoIterator<Item = Element>) -> Element {
    Element::new(Name::new(DAV, "prop")).with_all(properties)
}
