//! How the client says who it is, and that it says so to nobody else.

use std::fmt;
use std::sync::Arc;

use base64::prelude::{Engine, BASE64_STANDARD};
use http::HeaderValue;
use tokio::sync::Mutex;

use super::error::{Error, Result};
use super::oauth::RefreshingTokens;
use super::transport::BoxFuture;

/// Gives a token: before the first request, and again after a 401.
pub trait TokenProvider: Send + Sync + 'static {
    /// A token that is good now.
    fn token(&self) -> BoxFuture<'_, Result<String>>;
}

/// A provider with the last token that it gave.
pub struct Provided {
    provider: Box<dyn TokenProvider>,
    token: Mutex<Option<String>>,
}

impl Provided {
    /// Whoever comes while a token is fetched waits here and finds it.
    async fn token(&self, refused: Option<&str>) -> Result<String> {
        let mut token = self.token.lock().await;
        match token.as_deref() {
            Some(known) if refused != Some(known) => Ok(known.to_owned()),
            _ => {
                let fetched = self.provider.token().await?;
                *token = Some(fetched.clone());
                Ok(fetched)
            }
        }
    }
}

/// Who the client is.
#[derive(Clone, Default)]
#[non_exhaustive]
pub enum Auth {
    /// Nobody.
    #[default]
    Anonymous,
    /// Whoever holds this token.
    Bearer(String),
    /// A user with a password.
    Basic {
        /// The name of the user.
        user: String,
        /// The password.
        password: String,
    },
    /// Whoever holds the token that the provider gives.
    Provider(Arc<Provided>),
    /// Whoever has signed on with OAuth 2.0.
    OAuth2(Arc<RefreshingTokens>),
}

impl Auth {
    /// A bearer token.
    pub fn bearer(token: impl Into<String>) -> Self {
        Self::Bearer(token.into())
    }

    /// A user with a password.
    pub fn basic(user: impl Into<String>, password: impl Into<String>) -> Self {
        Self::Basic {
            user: user.into(),
            password: password.into(),
        }
    }

    /// A provider that is asked before the first request, and again after a 401.
    pub fn provider(provider: impl TokenProvider) -> Self {
        Self::Provider(Arc::new(Provided {
            provider: Box::new(provider),
            token: Mutex::new(None),
        }))
    }

    /// Tokens of OAuth 2.0 that renew themselves.
    pub fn oauth2(tokens: RefreshingTokens) -> Self {
        Self::OAuth2(Arc::new(tokens))
    }

    /// Says whether a 401 is worth a second try.
    pub(crate) fn renews(&self) -> bool {
        matches!(self, Self::Provider(_) | Self::OAuth2(_))
    }

    pub(crate) async fn token(&self, refused: Option<&str>) -> Result<Option<String>> {
        match self {
            Self::Provider(provided) => provided.token(refused).await.map(Some),
            Self::OAuth2(tokens) => tokens.token(refused).await.map(Some),
            Self::Bearer(token) => Ok(Some(token.clone())),
            Self::Anonymous | Self::Basic { .. } => Ok(None),
        }
    }

    pub(crate) fn header(&self, token: Option<&str>) -> Result<Option<HeaderValue>> {
        let text = match (self, token) {
            (Self::Basic { user, password }, _) => {
                format!(
                    "Basic {}",
                    BASE64_STANDARD.encode(format!("{user}:{password}"))
                )
            }
            (_, Some(token)) => format!("Bearer {token}"),
            (_, None) => return Ok(None),
        };
        let mut value = HeaderValue::try_from(text)
            .map_err(|_| Error::configuration("the token holds characters that no header can"))?;
        value.set_sensitive(true);
        Ok(Some(value))
    }
}

impl fmt::Debug for Auth {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Anonymous => "Anonymous",
            Self::Bearer(_) => "Bearer(…)",
            Self::Basic { .. } => "Basic(…)",
            Self::Provider(_) => "Provider(…)",
            Self::OAuth2(_) => "OAuth2(…)",
        })
    }
}
