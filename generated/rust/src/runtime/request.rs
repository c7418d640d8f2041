//! A request before it is sent, and the answer after.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::{HeaderMap, HeaderName, HeaderValue};
use http::{Method, StatusCode};
use url::Url;

use super::body::{Body, ByteStream};
use super::error::{Error, Result};
use super::json::{Json, Value};
use super::retry::RetryClass;

/// Is told status, headers and the number of attempts of each answer that is no refusal.
pub(crate) type OnResponse = Arc<dyn Fn(StatusCode, &HeaderMap, u32) + Send + Sync>;

/// A request as the caller wants it; the client adds who it is.
pub(crate) struct Request {
    pub method: Method,
    pub url: Url,
    pub headers: HeaderMap,
    pub body: Body,
    pub class: RetryClass,
    pub timeout: Option<Duration>,
    pub retries: Option<u32>,
    pub on_response: Option<OnResponse>,
}

impl Request {
    /// A request of the class that its method has.
    pub fn new(method: Method, url: Url) -> Self {
        Self {
            class: RetryClass::of_method(&method),
            method,
            url,
            headers: HeaderMap::new(),
            body: Body::Empty,
            timeout: None,
            retries: None,
            on_response: None,
        }
    }

    /// The same request once more; a body that can be sent only once stays behind.
    pub fn again(&self) -> Self {
        let body = match &self.body {
            Body::Bytes(bytes) => Body::Bytes(bytes.clone()),
            Body::Empty | Body::Stream(_) => Body::Empty,
        };
        Self {
            method: self.method.clone(),
            url: self.url.clone(),
            headers: self.headers.clone(),
            body,
            on_response: self.on_response.clone(),
            ..*self
        }
    }

    /// Sets a header, unless its value is nothing that a header can hold.
    pub fn set(&mut self, name: &str, value: &str) -> Result<()> {
        let broken = || Error::configuration(format!("header {name} cannot have such a value"));
        let key = HeaderName::from_bytes(name.as_bytes()).map_err(|_| broken())?;
        let value = HeaderValue::from_str(value).map_err(|_| broken())?;
        self.headers.insert(key, value);
        Ok(())
    }

    pub fn with(mut self, name: &str, value: &str) -> Result<Self> {
        self.set(name, value)?;
        Ok(self)
    }

    pub fn with_body(mut self, media_type: &str, body: impl Into<Body>) -> Result<Self> {
        self.body = body.into();
        self.with("content-type", media_type)
    }
}

/// Text exactly as the server has it.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Text {
    /// The text.
    pub text: String,
    /// Names this state of it.
    pub etag: Option<String>,
    /// What it is.
    pub media_type: Option<String>,
}

/// The body of an answer: whole, or still arriving.
pub enum Held {
    /// Read to its end.
    Whole(Bytes),
    /// Still arriving.
    Arriving(ByteStream),
}

/// An answer that is no refusal.
pub struct Reply {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// Where the answer came from, after redirects.
    pub url: Url,
    /// How often the request was sent.
    pub attempts: u32,
    /// The body.
    pub body: Held,
}

impl Reply {
    /// The body, if it was read to its end; nothing of one that still arrives.
    pub fn bytes(self) -> Bytes {
        match self.body {
            Held::Whole(bytes) => bytes,
            Held::Arriving(_) => Bytes::new(),
        }
    }

    /// The body as pieces.
    pub fn pieces(self) -> ByteStream {
        match self.body {
            Held::Whole(bytes) => Box::pin(futures_util::stream::iter([Ok(bytes)])),
            Held::Arriving(pieces) => pieces,
        }
    }

    /// A header as text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body as UTF-8.
    pub fn text(self) -> Result<String> {
        String::from_utf8(self.bytes().into()).map_err(Error::decode)
    }

    /// The body as text with what tells its state.
    pub fn entity(self) -> Result<Text> {
        Ok(Text {
            etag: self.header("etag").map(str::to_owned),
            media_type: self.header("content-type").map(str::to_owned),
            text: self.text()?,
        })
    }

    /// The body as text, unless the server says that there is none.
    pub fn optional_entity(self) -> Result<Option<Text>> {
        match self.is_empty() {
            true => Ok(None),
            false => self.entity().map(Some),
        }
    }

    /// The body as JSON of a type, unless the server says that there is none.
    pub fn optional_json<T: Json>(self) -> Result<Option<T>> {
        match self.is_empty() {
            true => Ok(None),
            false => self.json().map(Some),
        }
    }

    /// Says whether the status promises no body.
    pub fn is_empty(&self) -> bool {
        self.status == StatusCode::NO_CONTENT
    }

    /// The body as JSON of a type.
    pub fn json<T: Json>(self) -> Result<T> {
        let value: Value = serde_json::from_slice(&self.bytes()).map_err(Error::decode)?;
        Ok(T::read(value)?)
    }
}
