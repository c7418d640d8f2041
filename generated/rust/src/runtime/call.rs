//! A call of an operation: made by a service, refined by setters, sent when it is awaited.

use std::any::type_name;
use std::fmt;
use std::future::{Future, IntoFuture};
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, Method, StatusCode};
use url::Url;

use super::body::Body;
use super::core::Core;
use super::error::{Error, ErrorKind, Result};
use super::exchange::Mode;
use super::form::{self, Parts};
use super::json::{Json, Value};
use super::parameter::{self, Style};
use super::random;
use super::request::{Reply, Request};
use super::retry::RetryClass;
use super::transport::BoxFuture;

/// What an operation gives; the clients' own kinds of operations are its only implementors.
pub trait Operation: Send + 'static {
    /// What the answer is read as.
    type Output: Send + 'static;
    /// The answer is handed over while it still arrives.
    const STREAMS: bool = false;
    /// Reads the answer.
    fn read(reply: Reply) -> Result<Self::Output>;
}

/// A value together with the answer it came in.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Answer<T> {
    /// What the body says.
    pub value: T,
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// How often the request was sent.
    pub attempts: u32,
}

impl<T> Answer<T> {
    /// The entity tag of what was read or written.
    pub fn etag(&self) -> Option<&str> {
        self.headers.get("etag")?.to_str().ok()
    }
}

/// A call that is not sent yet. Dropping its future cancels it.
#[must_use = "a call does nothing until it is awaited"]
pub struct Call<O> {
    core: Arc<Core>,
    request: Result<Request>,
    path: String,
    operation: PhantomData<fn() -> O>,
}

impl<O> fmt::Debug for Call<O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Call<{}>", type_name::<O>())
    }
}

impl<O> Call<O> {
    /// A call of a path in which parameters stand in braces.
    pub(crate) fn new(core: &Arc<Core>, method: &'static str, path: &'static str) -> Self {
        let method = Method::from_bytes(method.as_bytes());
        Self {
            core: core.clone(),
            request: method
                .map(|method| Request::new(method, core.base.clone()))
                .map_err(|_| Error::configuration("the operation has no method")),
            path: path.to_owned(),
            operation: PhantomData,
        }
    }

    fn change(&mut self, change: impl FnOnce(&mut Request) -> Result<()>) {
        if let Ok(request) = &mut self.request {
            if let Err(error) = change(request) {
                self.request = Err(error);
            }
        }
    }

    pub(crate) fn put_class(&mut self, class: RetryClass) {
        self.change(|request| {
            request.class = class;
            Ok(())
        });
    }

    pub(crate) fn put_path<T: Json>(&mut self, name: &str, style: Style, value: &T) {
        let text = parameter::path(name, style, value);
        if matches!(text.as_str(), "" | "." | "..") {
            // It would become another path, and perhaps another operation.
            self.request = Err(Error::configuration(format!("{name} cannot be {text:?}")));
        }
        self.path = self.path.replace(&format!("{{{name}}}"), &text);
    }

    pub(crate) fn put_query<T: Json>(&mut self, name: &str, style: Style, value: &T) {
        let pairs = parameter::query(name, style, value);
        self.change(|request| {
            parameter::extend(&mut request.url, &pairs);
            Ok(())
        });
    }

    /// A parameter that is the whole query.
    pub(crate) fn put_querystring<T: Json>(&mut self, value: &T) {
        let text = match value.write() {
            Value::Object(members) => form::pairs(members),
            other => form::plain(&other),
        };
        self.change(|request| {
            request.url.set_query(Some(&text));
            Ok(())
        });
    }

    pub(crate) fn put_header<T: Json>(&mut self, name: &str, style: Style, value: &T) {
        let text = parameter::header(style, value);
        self.change(|request| request.set(name, &text));
    }

    pub(crate) fn put_cookie<T: Json>(&mut self, name: &str, style: Style, value: &T) {
        let text = parameter::header(style, value);
        self.change(|request| {
            let before = request.headers.get(http::header::COOKIE);
            let before = before.and_then(|value| value.to_str().ok());
            let start = before.map_or_else(String::new, |cookies| format!("{cookies}; "));
            let cookies = format!("{start}{name}={}", parameter::segment(&text));
            request.set("cookie", &cookies)
        });
    }

    pub(crate) fn put_accept(&mut self, media_type: &str) {
        let json = media_type.ends_with("json");
        let problems = if json {
            ""
        } else {
            ", application/problem+json;q=0.5"
        };
        self.change(|request| request.set("accept", &format!("{media_type}{problems}")));
    }

    pub(crate) fn put_json<T: Json>(&mut self, media_type: &str, value: &T) {
        self.put_body(media_type, value.write().to_string());
    }

    pub(crate) fn put_form<T: Json>(&mut self, media_type: &str, value: &T) {
        match value.write() {
            Value::Object(members) => self.put_body(media_type, form::pairs(members)),
            _ => self.request = Err(Error::configuration("a form is an object")),
        }
    }

    /// A form with files: each part is put by the closure.
    pub(crate) fn put_parts(&mut self, put: impl FnOnce(&mut Parts)) {
        let boundary = random::idempotency_key(&*self.core.options.random);
        let mut parts = Parts::new(boundary);
        put(&mut parts);
        self.put_body(&parts.media_type(), parts.finish());
    }

    pub(crate) fn put_body(&mut self, media_type: &str, body: impl Into<Body>) {
        self.change(|request| {
            request.body = body.into();
            request.set("content-type", media_type)
        });
    }

    /// Sets a header of the request.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.change(|request| request.set(name, value));
        self
    }

    /// Names the request in the logs of the server.
    pub fn request_id(self, id: &str) -> Self {
        self.header("x-request-id", id)
    }

    /// Names the write, so that it is done once however often it arrives.
    pub fn idempotency_key(self, key: &str) -> Self {
        self.header("idempotency-key", key)
    }

    /// Is told status, headers and the number of attempts, of each page too.
    pub fn on_response(
        mut self,
        hook: impl Fn(StatusCode, &HeaderMap, u32) + Send + Sync + 'static,
    ) -> Self {
        self.change(|request| {
            request.on_response = Some(Arc::new(hook));
            Ok(())
        });
        self
    }

    /// How long the call may take, with all its attempts.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.change(|request| {
            request.timeout = Some(timeout);
            Ok(())
        });
        self
    }

    /// How often the request is sent again where that is safe.
    pub fn retries(mut self, retries: u32) -> Self {
        self.change(|request| {
            request.retries = Some(retries);
            Ok(())
        });
        self
    }

    /// Where the request will go.
    pub(crate) fn url(&self) -> Url {
        self.core.url(&self.path)
    }

    pub(crate) fn into_parts(self) -> (Arc<Core>, Result<Request>) {
        let (core, path) = (self.core, self.path);
        let request = self.request.map(|mut request| {
            let query = request.url.query().map(str::to_owned);
            request.url = core.url(&path);
            request.url.set_query(query.as_deref());
            request
        });
        (core, request)
    }
}

impl<O: Operation> Call<O> {
    /// Sends the request and reads the answer.
    pub async fn send(self) -> Result<O::Output> {
        self.answer().await.map(|answer| answer.value)
    }

    /// Sends the request and gives status and headers beside what the answer says.
    pub async fn answer(self) -> Result<Answer<O::Output>> {
        let (core, request) = self.into_parts();
        let request = request?;
        let mode = if O::STREAMS {
            Mode::Stream
        } else {
            Mode::Whole
        };
        let (method, url) = (request.method.clone(), request.url.clone());
        let reply = core.send(request, mode).await?;
        let (status, attempts) = (reply.status, reply.attempts);
        let headers = reply.headers.clone();
        let value = O::read(reply);
        Ok(Answer {
            value: value.map_err(|error| error.of_request(&method, &url).after(attempts))?,
            status,
            headers,
            attempts,
        })
    }

    /// Gives up when `signal` resolves first.
    pub async fn cancelled_by(self, signal: impl Future<Output = ()> + Send) -> Result<O::Output> {
        let (call, signal) = (std::pin::pin!(self.send()), std::pin::pin!(signal));
        match futures_util::future::select(call, signal).await {
            futures_util::future::Either::Left((outcome, _)) => outcome,
            futures_util::future::Either::Right(_) => {
                Err(Error::new(ErrorKind::Cancelled, "the caller gave up"))
            }
        }
    }
}

impl<O: Operation> IntoFuture for Call<O> {
    type Output = Result<O::Output>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}
