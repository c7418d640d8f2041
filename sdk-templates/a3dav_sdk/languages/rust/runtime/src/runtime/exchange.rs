//! One attempt: a request, the redirects it may follow, and the answer at their end.

use std::time::Duration;

use http::header::{AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, LOCATION};
use http::{HeaderMap, Method, Response, StatusCode};
use url::Url;

use super::body::{Body, ByteStream};
use super::core::Core;
use super::dav::{self, Name};
use super::error::{Error, ErrorKind, Refusal, Result};
use super::origin::same_origin;
use super::request::{Held, Reply, Request};
use super::retry::RetryClass;
use super::{problem, reading};

const MOST_REDIRECTS: usize = 5;
const REFUSAL_LIMIT: usize = 64 << 10;

/// Whether an answer is read to its end before the call resolves.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Mode {
    Whole,
    Stream,
}

pub(crate) struct Exchange<'a> {
    core: &'a Core,
    mode: Mode,
    /// How long the next piece of a stream may take.
    pause: Duration,
}

/// Where a request goes next.
struct Hop {
    method: Method,
    url: Url,
    headers: HeaderMap,
}

impl<'a> Exchange<'a> {
    pub fn new(core: &'a Core, mode: Mode, request: &Request) -> Self {
        Self {
            core,
            mode,
            pause: request.timeout.unwrap_or(core.options.timeout),
        }
    }

    pub async fn run(&mut self, request: &mut Request) -> Result<Reply> {
        let mut hop = Hop {
            method: request.method.clone(),
            url: request.url.clone(),
            headers: request.headers.clone(),
        };
        let mut last = StatusCode::FOUND;
        for _ in 0..=MOST_REDIRECTS {
            let body = match hop.method == request.method {
                true => request.body.for_attempt(),
                false => Body::Empty,
            };
            let response = self.send(&hop, body).await?;
            let status = response.status();
            if !matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308) {
                return self.receive(response, hop.url).await;
            }
            last = status;
            let followed = match request.class {
                RetryClass::Safe => {
                    target(&response, &hop.url).and_then(|url| hop.follow(status, url))
                }
                _ => Err("a request that changes something is not redirected"),
            };
            hop = followed.map_err(|why| Error::new(ErrorKind::Redirect, why).answered(status))?;
        }
        let round = "the server redirects again and again";
        Err(Error::new(ErrorKind::Redirect, round).answered(last))
    }

    async fn send(&mut self, hop: &Hop, body: Body) -> Result<Response<ByteStream>> {
        let mut outgoing = http::Request::new(body);
        *outgoing.method_mut() = hop.method.clone();
        *outgoing.headers_mut() = hop.headers.clone();
        *outgoing.uri_mut() = hop.url.as_str().parse().map_err(|_| {
            Error::configuration("the address of the request is none that can be sent")
        })?;
        let sent = self.core.transport.send(outgoing).await;
        sent.map_err(Error::transport)
    }

    async fn receive(&self, response: Response<ByteStream>, url: Url) -> Result<Reply> {
        let (head, pieces) = response.into_parts();
        if !head.status.is_success() {
            let body = reading::beginning(pieces, REFUSAL_LIMIT).await;
            let media_type = head.headers.get(CONTENT_TYPE);
            let media_type = media_type.and_then(|value| value.to_str().ok());
            return Err(Error::refused(Refusal {
                status: head.status,
                problem: problem::read(media_type.unwrap_or_default(), &body),
                conditions: conditions(media_type.unwrap_or_default(), &body),
                headers: head.headers,
                body,
            }));
        }
        let body = match self.mode {
            Mode::Stream => Held::Arriving(reading::watched(pieces, self.pause)),
            Mode::Whole => Held::Whole(reading::whole(pieces, self.core.options.body_limit).await?),
        };
        Ok(Reply {
            status: head.status,
            headers: head.headers,
            url,
            attempts: 0,
            body,
        })
    }
}

impl Hop {
    fn follow(mut self, status: StatusCode, url: Url) -> Result<Self, &'static str> {
        let reads = self.method == Method::GET || self.method == Method::HEAD;
        if status == StatusCode::SEE_OTHER && !reads {
            self.method = Method::GET;
            for name in [CONTENT_TYPE, CONTENT_LENGTH] {
                self.headers.remove(name);
            }
        }
        if !same_origin(&self.url, &url) {
            let reads = self.method == Method::GET || self.method == Method::HEAD;
            if !reads || (self.url.scheme() == "https" && url.scheme() == "http") {
                return Err("the request is not for another server");
            }
            for name in [AUTHORIZATION.as_str(), COOKIE.as_str(), "idempotency-key"] {
                self.headers.remove(name);
            }
        }
        self.url = url;
        Ok(self)
    }
}

/// Where a redirect points to.
fn target(response: &Response<ByteStream>, from: &Url) -> Result<Url, &'static str> {
    let location = response.headers().get(LOCATION);
    let location = location.and_then(|value| value.to_str().ok());
    let url = location.and_then(|location| from.join(location).ok());
    let url = url.filter(|url| matches!(url.scheme(), "http" | "https"));
    let mut url = url.ok_or("the server redirects to nowhere")?;
    url.set_fragment(None);
    Ok(url)
}

/// The conditions that a refusal names, in XML or in the problem.
fn conditions(media_type: &str, body: &[u8]) -> Vec<Name> {
    let named = dav::conditions(media_type, body);
    if !named.is_empty() {
        return named;
    }
    let problem = problem::read(media_type, body);
    let told = problem
        .as_ref()
        .and_then(|problem| problem.extensions.get("condition"));
    told.and_then(|told| Name::parse(told.as_str()?))
        .into_iter()
        .collect()
}
