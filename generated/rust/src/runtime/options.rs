//! What can be chosen about a client, and what is chosen unless the caller does.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use url::Url;

use super::auth::Auth;
use super::clock::{Clock, SystemClock};
use super::error::{Error, Result};
use super::log::{LogHook, LogRecord};
use super::random::{Random, SystemRandom};
use super::transport::Transport;

const USER_AGENT: &str = concat!(env!("CARGO_PKG_NAME"), "-rust/", env!("CARGO_PKG_VERSION"));

/// The choices that a client is made with.
#[derive(Clone)]
pub struct Options {
    base_url: String,
    pub(crate) auth: Auth,
    pub(crate) user_agent: String,
    pub(crate) connect_timeout: Duration,
    pub(crate) timeout: Duration,
    pub(crate) retries: u32,
    pub(crate) body_limit: usize,
    pub(crate) transport: Option<Arc<dyn Transport>>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) random: Arc<dyn Random>,
    pub(crate) log: Option<LogHook>,
}

impl Options {
    /// Takes the address of the server, such as `https://dav.example.org`.
    pub fn new(base_url: &str) -> Self {
        Self {
            base_url: base_url.to_owned(),
            auth: Auth::Anonymous,
            user_agent: USER_AGENT.to_owned(),
            connect_timeout: Duration::from_secs(5),
            timeout: Duration::from_secs(60),
            retries: 2,
            body_limit: 64 << 20,
            transport: None,
            clock: Arc::new(SystemClock),
            random: Arc::new(SystemRandom),
            log: None,
        }
    }

    /// Takes address and token from the environment.
    pub(crate) fn from_env(url: &str, token: &str) -> Result<Self> {
        let missing = |_| Error::configuration(format!("{url} is not set"));
        let options = Self::new(&std::env::var(url).map_err(missing)?);
        Ok(match std::env::var(token) {
            Ok(token) => options.bearer(token),
            Err(_) => options,
        })
    }

    pub(crate) fn url(&self) -> Result<Url> {
        let mut url = Url::parse(&self.base_url)
            .map_err(|error| Error::configuration(format!("the address of the server: {error}")))?;
        if url.host_str().is_none() || !matches!(url.scheme(), "http" | "https") {
            return Err(Error::configuration(
                "the address of the server is not of the web",
            ));
        }
        url.set_query(None);
        url.set_fragment(None);
        Ok(url)
    }

    /// Who the client is.
    #[must_use]
    pub fn auth(mut self, auth: Auth) -> Self {
        self.auth = auth;
        self
    }

    /// Who the client is: whoever holds this token.
    #[must_use]
    pub fn bearer(self, token: impl Into<String>) -> Self {
        self.auth(Auth::bearer(token))
    }

    /// Who the client is: a user with a password.
    #[must_use]
    pub fn basic(self, user: impl Into<String>, password: impl Into<String>) -> Self {
        self.auth(Auth::basic(user, password))
    }

    /// How long making a connection may take (5 s); a transport of the caller's own decides itself.
    #[must_use]
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// How long a call may take with all attempts (60 s); with streams, how long the next piece may take.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How often a failed request is sent again, where that is safe (2).
    #[must_use]
    pub fn retries(mut self, retries: u32) -> Self {
        self.retries = retries;
        self
    }

    /// How many bytes an answer may have that is not streamed (64 MiB).
    #[must_use]
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// Carries requests some other way than with reqwest.
    #[must_use]
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Takes the time from somewhere else.
    #[must_use]
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Takes chance from somewhere else.
    #[must_use]
    pub fn random(mut self, random: impl Random) -> Self {
        self.random = Arc::new(random);
        self
    }

    /// Is told of every attempt.
    #[must_use]
    pub fn log(mut self, hook: impl Fn(&LogRecord) + Send + Sync + 'static) -> Self {
        self.log = Some(Arc::new(hook));
        self
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Options")
            .field(
                "url",
                &self.url().map(|url| super::origin::redacted(&url)).ok(),
            )
            .field("auth", &self.auth)
            .field("timeout", &self.timeout)
            .field("retries", &self.retries)
            .finish_non_exhaustive()
    }
}
