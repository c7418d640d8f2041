//! OAuth 2.0: tokens that are renewed before they expire, and sign-on on another device (RFC 8628).

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use http::Method;
use tokio::sync::Mutex;
use url::form_urlencoded::Serializer;
use url::Url;

use super::auth::Auth;
use super::core::Core;
use super::error::{Error, ErrorKind, Result};
use super::exchange::Mode;
use super::json::{take, Json, Map, Value};
use super::options::Options;
use super::request::Request;
use super::transport::BoxFuture;

const DEVICE_GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";

/// Where and as which program tokens are asked for.
#[derive(Clone)]
pub struct OAuth2 {
    core: Arc<Core>,
    token_endpoint: Url,
    client_id: String,
    client_secret: Option<String>,
}

impl fmt::Debug for OAuth2 {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "OAuth2({})", self.client_id)
    }
}

/// Tokens as the authorization server gave them.
#[derive(Clone, Eq, PartialEq)]
#[non_exhaustive]
pub struct Tokens {
    /// What is sent with each request.
    pub access_token: String,
    /// What the next access token is asked for with.
    pub refresh_token: Option<String>,
    /// When the access token stops being good.
    pub expires: Option<SystemTime>,
}

impl Tokens {
    /// An access token that cannot be renewed and is good for ever.
    pub fn new(access_token: impl Into<String>) -> Self {
        Self {
            access_token: access_token.into(),
            refresh_token: None,
            expires: None,
        }
    }

    /// Says with what the next access token is asked for.
    #[must_use]
    pub fn refresh_token(mut self, token: impl Into<String>) -> Self {
        self.refresh_token = Some(token.into());
        self
    }

    /// Says when the access token stops being good.
    #[must_use]
    pub fn expires(mut self, time: SystemTime) -> Self {
        self.expires = Some(time);
        self
    }
}

impl fmt::Debug for Tokens {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Tokens(…)")
    }
}

/// What a person is to be shown, who then signs on with another device.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct DeviceSignOn {
    /// The address to open.
    pub verification_uri: String,
    /// The same address with the code in it, if the server has one.
    pub verification_uri_complete: Option<String>,
    /// The code to enter.
    pub user_code: String,
    device_code: String,
    interval: Duration,
    expires: SystemTime,
}

impl OAuth2 {
    /// Takes transport, clock and limits of the options, and the address that a path is relative to.
    pub fn new(options: &Options, token_endpoint: &str, client_id: &str) -> Result<Self> {
        let core = Core::new(options.clone().auth(Auth::Anonymous))?;
        let token_endpoint = core.base.join(token_endpoint);
        Ok(Self {
            token_endpoint: token_endpoint
                .map_err(|error| Error::configuration(format!("the token endpoint: {error}")))?,
            core,
            client_id: client_id.to_owned(),
            client_secret: None,
        })
    }

    /// Proves that it is this program.
    #[must_use]
    pub fn client_secret(mut self, secret: &str) -> Self {
        self.client_secret = Some(secret.to_owned());
        self
    }

    /// Keeps tokens fresh; `refresh_token` is what an earlier sign-on has given.
    pub fn with_refresh_token(self, refresh_token: &str) -> RefreshingTokens {
        self.with_tokens(Tokens {
            access_token: String::new(),
            refresh_token: Some(refresh_token.to_owned()),
            expires: Some(SystemTime::UNIX_EPOCH),
        })
    }

    /// Keeps tokens fresh.
    pub fn with_tokens(self, tokens: Tokens) -> RefreshingTokens {
        let tokens = Mutex::new(tokens);
        RefreshingTokens {
            server: self,
            tokens,
        }
    }

    /// Begins a sign-on on another device.
    pub async fn start_device_sign_on(&self, endpoint: &str, scope: &str) -> Result<DeviceSignOn> {
        let endpoint = self.core.base.join(endpoint);
        let endpoint = endpoint
            .map_err(|error| Error::configuration(format!("the device endpoint: {error}")))?;
        let fields = [("client_id", self.client_id.as_str()), ("scope", scope)];
        let mut members = Map::read(self.post(endpoint, &fields).await?)?;
        let interval: Option<u64> = take(&mut members, "interval")?;
        let lifetime: u64 = take(&mut members, "expires_in")?;
        Ok(DeviceSignOn {
            verification_uri: take(&mut members, "verification_uri")?,
            verification_uri_complete: take(&mut members, "verification_uri_complete")?,
            user_code: take(&mut members, "user_code")?,
            device_code: take(&mut members, "device_code")?,
            interval: Duration::from_secs(interval.unwrap_or(5)),
            expires: self.core.options.clock.now() + Duration::from_secs(lifetime.min(86_400)),
        })
    }

    /// Waits until the person has signed on, has refused, or has let the time pass.
    pub async fn finish_device_sign_on(&self, sign_on: DeviceSignOn) -> Result<Tokens> {
        let mut interval = sign_on.interval;
        let clock = &self.core.options.clock;
        while clock.now() < sign_on.expires {
            clock.sleep(interval).await;
            let fields = [
                ("grant_type", DEVICE_GRANT),
                ("device_code", &sign_on.device_code),
            ];
            match self.ask(&fields).await {
                Ok(tokens) => return Ok(tokens),
                Err(error) => match oauth_error(&error).as_deref() {
                    Some("authorization_pending") => {}
                    // RFC 8628 §3.5
                    Some("slow_down") => interval += Duration::from_secs(5),
                    _ if error.kind() == ErrorKind::Timeout => interval *= 2,
                    _ => return Err(error),
                },
            }
        }
        Err(Error::timeout("the sign-on"))
    }

    async fn ask(&self, fields: &[(&str, &str)]) -> Result<Tokens> {
        let mut all = fields.to_vec();
        all.push(("client_id", &self.client_id));
        if let Some(secret) = &self.client_secret {
            all.push(("client_secret", secret));
        }
        let mut members = Map::read(self.post(self.token_endpoint.clone(), &all).await?)?;
        let lifetime: Option<u64> = take(&mut members, "expires_in")?;
        let now = self.core.options.clock.now();
        Ok(Tokens {
            access_token: take(&mut members, "access_token")?,
            refresh_token: take(&mut members, "refresh_token")?,
            expires: lifetime.and_then(|seconds| now.checked_add(Duration::from_secs(seconds))),
        })
    }

    async fn post(&self, url: Url, fields: &[(&str, &str)]) -> Result<Value> {
        let form = Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::new(Method::POST, url)
            .with_body("application/x-www-form-urlencoded", form)?
            .with("accept", "application/json")?;
        self.core.send(request, Mode::Whole).await?.json()
    }
}

/// The word of RFC 6749 §5.2 in a refusal.
fn oauth_error(error: &Error) -> Option<String> {
    let body: Value = serde_json::from_slice(&error.refusal()?.body).ok()?;
    body.get("error")?.as_str().map(str::to_owned)
}

/// Gives tokens and renews them when they are about to expire or were refused.
pub struct RefreshingTokens {
    server: OAuth2,
    tokens: Mutex<Tokens>,
}

impl fmt::Debug for RefreshingTokens {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RefreshingTokens(…)")
    }
}

impl RefreshingTokens {
    /// A token that is good now; `refused` is the one that the server has just answered with 401.
    pub(crate) fn token<'a>(&'a self, refused: Option<&'a str>) -> BoxFuture<'a, Result<String>> {
        Box::pin(async move {
            // Whoever comes while tokens are renewed waits here and finds the new ones.
            let mut tokens = self.tokens.lock().await;
            let now = self.server.core.options.clock.now();
            let soon = now + Duration::from_secs(30);
            let stale = tokens.expires.is_some_and(|expires| expires <= soon);
            if stale || refused == Some(tokens.access_token.as_str()) {
                if let Some(refresh) = tokens.refresh_token.clone() {
                    let fields = [("grant_type", "refresh_token"), ("refresh_token", &refresh)];
                    let renewed = self.server.ask(&fields).await?;
                    tokens.access_token = renewed.access_token;
                    tokens.expires = renewed.expires;
                    tokens.refresh_token = renewed.refresh_token.or(Some(refresh));
                }
            }
            Ok(tokens.access_token.clone())
        })
    }
}
