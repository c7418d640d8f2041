//! The heart of the client: one request, sent as often as it may be, until there is an answer.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use http::header::{AUTHORIZATION, USER_AGENT};
use url::Url;

use super::error::{Error, ErrorKind, Result};
use super::exchange::{Exchange, Mode};
use super::log::LogRecord;
use super::options::Options;
use super::request::{Reply, Request};
use super::reqwest_transport::ReqwestTransport;
use super::retry::{self, RetryClass, Wait};
use super::transport::Transport;
use super::{origin, random};

/// Everything the calls of one client share.
pub(crate) struct Core {
    pub base: Url,
    pub options: Options,
    pub transport: Arc<dyn Transport>,
}

/// How much of the time of a call is left.
struct Deadline {
    began: Instant,
    began_at: SystemTime,
    limit: Duration,
}

impl fmt::Debug for Core {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Core({:?})", self.options)
    }
}

impl Core {
    pub fn new(options: Options) -> Result<Arc<Self>> {
        let transport = match &options.transport {
            Some(transport) => transport.clone(),
            None => Arc::new(ReqwestTransport::new(options.connect_timeout)?),
        };
        Ok(Arc::new(Self {
            base: options.url()?,
            options,
            transport,
        }))
    }

    /// An address below that of the server; `path` is encoded already and begins with a slash.
    pub fn url(&self, path: &str) -> Url {
        let mut url = self.base.clone();
        let below = url.path().trim_end_matches('/').to_owned();
        url.set_path(&format!("{below}{path}"));
        url
    }

    /// Sends a request until it is answered, refused for good, or was sent often enough.
    pub async fn send(&self, mut request: Request, mode: Mode) -> Result<Reply> {
        self.complete(&mut request)?;
        let repeatable = request.body.repeatable();
        let most = request.retries.unwrap_or(self.options.retries);
        let deadline = self.deadline(&request);
        let mut token = self.token(&request.url, None).await?;
        let (mut attempts, mut renewed) = (1, false);
        loop {
            self.authorize(&mut request, token.as_deref())?;
            let left = deadline.left(self);
            let outcome = self.attempt(&mut request, mode, left, attempts).await;
            let error = match outcome {
                Ok(reply) => return Ok(told(&request, Reply { attempts, ..reply })),
                Err(error) => error.after(attempts),
            };
            let renewable = error.kind() == ErrorKind::Unauthorized && self.options.auth.renews();
            if repeatable && renewable && !renewed {
                renewed = true;
                token = self.token(&request.url, token.as_deref()).await?;
                continue;
            }
            if !repeatable || attempts > most || !may_repeat(request.class, &error) {
                return Err(error);
            }
            let delay = match self.wait(&error, attempts) {
                Wait::For(delay) if delay < deadline.left(self) => delay,
                _ => return Err(error),
            };
            attempts += 1;
            if !delay.is_zero() {
                self.options.clock.sleep(delay).await;
            }
        }
    }

    fn deadline(&self, request: &Request) -> Deadline {
        Deadline {
            began: Instant::now(),
            began_at: self.options.clock.now(),
            limit: request.timeout.unwrap_or(self.options.timeout),
        }
    }

    /// How long to wait before the `n`th retry after this error.
    fn wait(&self, error: &Error, n: u32) -> Wait {
        let headers = error.refusal().map(|refusal| &refusal.headers);
        let Options { clock, random, .. } = &self.options;
        retry::wait(headers, clock.now(), n, random.next())
    }

    fn complete(&self, request: &mut Request) -> Result<()> {
        if !request.headers.contains_key(USER_AGENT) {
            request.set("user-agent", &self.options.user_agent)?;
        }
        if request.class == RetryClass::Keyed && !request.headers.contains_key("idempotency-key") {
            let key = random::idempotency_key(&*self.options.random);
            request.set("idempotency-key", &key)?;
        }
        Ok(())
    }

    async fn token(&self, url: &Url, refused: Option<&str>) -> Result<Option<String>> {
        match origin::same_origin(url, &self.base) {
            true => self.options.auth.token(refused).await,
            false => Ok(None),
        }
    }

    /// Says who the client is, to its own server only.
    fn authorize(&self, request: &mut Request, token: Option<&str>) -> Result<()> {
        if !origin::same_origin(&request.url, &self.base) {
            return Ok(());
        }
        if let Some(value) = self.options.auth.header(token)? {
            request.headers.insert(AUTHORIZATION, value);
        }
        Ok(())
    }

    async fn attempt(
        &self,
        request: &mut Request,
        mode: Mode,
        left: Duration,
        number: u32,
    ) -> Result<Reply> {
        let started = Instant::now();
        let mut exchange = Exchange::new(self, mode, request);
        let outcome = match tokio::time::timeout(left, exchange.run(request)).await {
            Ok(outcome) => outcome,
            Err(_) => Err(Error::timeout("the call")),
        };
        let outcome = outcome.map_err(|error| error.of_request(&request.method, &request.url));
        if let Some(log) = &self.options.log {
            log(&LogRecord {
                method: request.method.clone(),
                url: origin::redacted(&request.url),
                status: match &outcome {
                    Ok(reply) => Some(reply.status.as_u16()),
                    Err(error) => error.status().map(|status| status.as_u16()),
                },
                error: outcome.as_ref().err().map(Error::code),
                attempt: number,
                duration: started.elapsed(),
            });
        }
        outcome
    }
}

impl Deadline {
    /// Both the given clock and the real one may bring the call to its end.
    fn left(&self, core: &Core) -> Duration {
        let slept = core.options.clock.now().duration_since(self.began_at);
        let passed = slept.unwrap_or_default().max(self.began.elapsed());
        self.limit.saturating_sub(passed)
    }
}

fn told(request: &Request, reply: Reply) -> Reply {
    if let Some(hook) = &request.on_response {
        hook(reply.status, &reply.headers, reply.attempts);
    }
    reply
}

/// Says whether sending the request again is safe and may help.
fn may_repeat(class: RetryClass, error: &Error) -> bool {
    class != RetryClass::Never && is_passing(error)
}

/// Says whether the same request may succeed later.
pub(crate) fn is_passing(error: &Error) -> bool {
    match error.kind() {
        ErrorKind::Connection => true,
        ErrorKind::Redirect => false,
        _ => error.status().is_some_and(retry::is_passing),
    }
}
