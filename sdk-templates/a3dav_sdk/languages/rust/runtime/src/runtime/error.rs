//! The one error of the client: what kind it is, and everything the server told about it.

use std::error::Error as StdError;
use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::dav::Name;
use super::graphql::GraphqlError;
use super::problem::Problem;
use super::transport::TransportError;
use super::webhook::SignatureProblem;

/// What calls of this client give.
pub type Result<T, E = Error> = std::result::Result<T, E>;

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $code:literal),* $(,)?) => {
        /// The kind of an error; more may come.
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        #[non_exhaustive]
        pub enum ErrorKind {
            $($(#[$doc])* $kind,)*
        }

        impl ErrorKind {
            /// The word for the kind, the same in the clients of all languages.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$kind => $code,)*
                }
            }
        }
    };
}

kinds! {
    /// 304, which comes only where `If-None-Match` was sent.
    NotModified = "not_modified",
    /// 400
    BadRequest = "bad_request",
    /// 401
    Unauthorized = "unauthorized",
    /// 403
    Forbidden = "forbidden",
    /// 404
    NotFound = "not_found",
    /// 405
    MethodNotAllowed = "method_not_allowed",
    /// 406
    NotAcceptable = "not_acceptable",
    /// 409
    Conflict = "conflict",
    /// 410
    Gone = "gone",
    /// 412
    PreconditionFailed = "precondition_failed",
    /// 413
    ContentTooLarge = "content_too_large",
    /// 415
    UnsupportedMediaType = "unsupported_media_type",
    /// 422
    Unprocessable = "unprocessable",
    /// 423
    Locked = "locked",
    /// 424
    FailedDependency = "failed_dependency",
    /// 428
    PreconditionRequired = "precondition_required",
    /// 429
    RateLimited = "rate_limited",
    /// 500
    InternalServerError = "server_error",
    /// 502
    BadGateway = "bad_gateway",
    /// 503
    Unavailable = "unavailable",
    /// 504
    GatewayTimeout = "gateway_timeout",
    /// 507
    InsufficientStorage = "insufficient_storage",
    /// Any other status from 400.
    ClientError = "client_error",
    /// Any other status from 500.
    ServerError = "server_error",
    /// The connection could not be made, was lost, or the answer was cut short.
    Connection = "connection",
    /// Time ran out.
    Timeout = "timeout",
    /// The caller gave up.
    Cancelled = "cancelled",
    /// The answer is not what the description of the interface promises.
    Decode = "decode",
    /// The server pointed to a place where the request must not go.
    Redirect = "redirect",
    /// The server answered a GraphQL request with errors.
    Graphql = "graphql",
    /// A webhook is not from who it says, or too old.
    WebhookSignature = "webhook_signature",
    /// A stream of events broke for good.
    Stream = "stream",
    /// The client was told something that cannot be.
    Configuration = "configuration",
}

impl ErrorKind {
    fn of_status(status: StatusCode) -> Self {
        match status.as_u16() {
            304 => Self::NotModified,
            400 => Self::BadRequest,
            401 => Self::Unauthorized,
            403 => Self::Forbidden,
            404 => Self::NotFound,
            405 => Self::MethodNotAllowed,
            406 => Self::NotAcceptable,
            409 => Self::Conflict,
            410 => Self::Gone,
            412 => Self::PreconditionFailed,
            413 => Self::ContentTooLarge,
            415 => Self::UnsupportedMediaType,
            422 => Self::Unprocessable,
            423 => Self::Locked,
            424 => Self::FailedDependency,
            428 => Self::PreconditionRequired,
            429 => Self::RateLimited,
            500 => Self::InternalServerError,
            502 => Self::BadGateway,
            503 => Self::Unavailable,
            504 => Self::GatewayTimeout,
            507 => Self::InsufficientStorage,
            501.. => Self::ServerError,
            _ => Self::ClientError,
        }
    }
}

/// What the server answered when it refused.
#[derive(Debug)]
#[non_exhaustive]
pub struct Refusal {
    /// The status of the answer.
    pub status: StatusCode,
    /// The headers of the answer.
    pub headers: HeaderMap,
    /// The first 64 KiB of the body.
    pub body: Bytes,
    /// The problem details, if the body holds some.
    pub problem: Option<Problem>,
    /// The elements of `DAV:error`, if the body is one.
    pub conditions: Vec<Name>,
}

#[derive(Debug)]
struct Parts {
    kind: ErrorKind,
    message: String,
    attempts: u32,
    method: Option<http::Method>,
    url: Option<String>,
    status: Option<StatusCode>,
    refusal: Option<Refusal>,
    graphql: Vec<GraphqlError>,
    partial: Option<super::json::Value>,
    signature: Option<SignatureProblem>,
    for_good: bool,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// Why a call failed.
#[derive(Debug)]
pub struct Error(Box<Parts>);

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Parts {
            kind,
            message: message.into(),
            attempts: 0,
            method: None,
            url: None,
            status: None,
            refusal: None,
            graphql: Vec::new(),
            partial: None,
            signature: None,
            for_good: false,
            source: None,
        }))
    }

    pub(crate) fn configuration(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Configuration, message)
    }

    /// An answer that is not what was promised.
    pub(crate) fn decode(message: impl fmt::Display) -> Self {
        Self::new(ErrorKind::Decode, message.to_string())
    }

    pub(crate) fn timeout(what: &str) -> Self {
        Self::new(ErrorKind::Timeout, format!("{what} took too long"))
    }

    pub(crate) fn transport(error: TransportError) -> Self {
        let kind = match error.is_timeout() {
            true => ErrorKind::Timeout,
            false => ErrorKind::Connection,
        };
        let mut made = Self::new(kind, error.to_string());
        made.0.source = Some(Box::new(error));
        made
    }

    pub(crate) fn refused(refusal: Refusal) -> Self {
        let kind = ErrorKind::of_status(refusal.status);
        let mut message = refusal.status.to_string();
        if let Some(problem) = &refusal.problem {
            for words in [&problem.title, &problem.detail].into_iter().flatten() {
                message = format!("{message}: {words}");
            }
        }
        for condition in &refusal.conditions {
            message = format!("{message}: {condition}");
        }
        let mut made = Self::new(kind, message).answered(refusal.status);
        made.0.refusal = Some(refusal);
        made
    }

    pub(crate) fn graphql(errors: Vec<GraphqlError>, partial: Option<super::json::Value>) -> Self {
        let message = errors
            .first()
            .map_or("no data", |error| error.message.as_str());
        let mut made = Self::new(ErrorKind::Graphql, message);
        made.0.graphql = errors;
        made.0.partial = partial;
        made
    }

    /// Tells the status of the answer that was no success.
    #[must_use]
    pub(crate) fn answered(mut self, status: StatusCode) -> Self {
        self.0.status = Some(status);
        self
    }

    #[must_use]
    pub(crate) fn because(mut self, problem: SignatureProblem) -> Self {
        self.0.signature = Some(problem);
        self
    }

    #[must_use]
    pub(crate) fn of_request(mut self, method: &http::Method, url: &url::Url) -> Self {
        self.0.method = Some(method.clone());
        self.0.url = Some(super::origin::redacted(url));
        self
    }

    /// Marks an error after which the request is not sent again.
    #[must_use]
    pub(crate) fn for_good(mut self) -> Self {
        self.0.for_good = true;
        self
    }

    pub(crate) fn is_for_good(&self) -> bool {
        self.0.for_good
    }

    #[must_use]
    pub(crate) fn after(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    /// The kind of the error, to match on.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The word for the kind of the error, the same in the clients of all languages.
    pub fn code(&self) -> &'static str {
        self.0.kind.code()
    }

    /// What the server answered, if it did.
    pub fn refusal(&self) -> Option<&Refusal> {
        self.0.refusal.as_ref()
    }

    /// The status of the answer, if there was one.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// The problem details of the answer, if it has some.
    pub fn problem(&self) -> Option<&Problem> {
        self.refusal()?.problem.as_ref()
    }

    /// The type of the problem, if the answer names one.
    pub fn problem_type(&self) -> Option<&str> {
        self.problem()?.kind.as_deref()
    }

    /// The elements of `DAV:error` in the answer.
    pub fn conditions(&self) -> &[Name] {
        self.refusal().map_or(&[], |refusal| &refusal.conditions)
    }

    /// Says whether the server named this condition.
    pub fn has_condition(&self, condition: &Name) -> bool {
        self.conditions().contains(condition)
    }

    /// The `X-Request-Id` of the answer.
    pub fn request_id(&self) -> Option<&str> {
        self.refusal()?.headers.get("x-request-id")?.to_str().ok()
    }

    /// How often the request was sent.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// The method of the request.
    pub fn method(&self) -> Option<&http::Method> {
        self.0.method.as_ref()
    }

    /// The address of the request, without its secrets.
    pub fn url(&self) -> Option<&str> {
        self.0.url.as_deref()
    }

    /// Why a webhook was not believed.
    pub fn signature_problem(&self) -> Option<SignatureProblem> {
        self.0.signature
    }

    /// The errors of a GraphQL answer.
    pub fn graphql_errors(&self) -> &[GraphqlError] {
        &self.0.graphql
    }

    /// The data that came with the errors of a GraphQL answer.
    pub fn graphql_data(&self) -> Option<&super::json::Value> {
        self.0.partial.as_ref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Some(method), Some(url)) = (&self.0.method, &self.0.url) {
            write!(formatter, "{method} {url}: ")?;
        }
        formatter.write_str(&self.0.message)
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        let source = self.0.source.as_deref()?;
        Some(source)
    }
}

impl From<super::json::JsonError> for Error {
    fn from(error: super::json::JsonError) -> Self {
        Self::decode(error)
    }
}
