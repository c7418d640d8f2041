//! What the driver gives a client in place of clock, chance and a person who signs on.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use a3dav_client::oauth::{OAuth2, Tokens};
use a3dav_client::seams::{BoxFuture, Clock, Random};
use a3dav_client::{Auth, Options, Result, TokenProvider};
use serde_json::{json, Value};

use crate::{text, texts};

/// Moves by sleeps alone, and notes them.
#[derive(Clone, Default)]
pub struct Sleeps(Arc<Mutex<Vec<Duration>>>);

impl Sleeps {
    pub fn count(&self) -> usize {
        self.0.lock().unwrap().len()
    }

    pub fn since(&self, before: usize) -> Vec<Value> {
        let slept = self.0.lock().unwrap();
        let rounded = slept[before..].iter();
        rounded.map(|time| json!((time.as_secs_f64() * 1000.0).round() / 1000.0)).collect()
    }
}

impl Clock for Sleeps {
    fn now(&self) -> SystemTime {
        let slept: Duration = self.0.lock().unwrap().iter().sum();
        UNIX_EPOCH + Duration::from_secs(1_767_225_600) + slept
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        self.0.lock().unwrap().push(duration);
        Box::pin(std::future::ready(()))
    }
}

pub struct Half;

impl Random for Half {
    fn next(&self) -> f64 {
        0.5
    }
}

struct InTurn(Mutex<std::vec::IntoIter<String>>);

impl TokenProvider for InTurn {
    fn token(&self) -> BoxFuture<'_, Result<String>> {
        let token = self.0.lock().unwrap().next().unwrap();
        Box::pin(std::future::ready(Ok(token)))
    }
}

/// Who the client of a scenario is.
pub fn auth(told: &Value, options: &Options, clock: &Sleeps) -> Auth {
    if told["user"].is_string() {
        return Auth::basic(text(told, "user"), text(told, "password"));
    }
    if told["provider"].is_array() {
        return Auth::provider(InTurn(Mutex::new(texts(told, "provider").into_iter())));
    }
    if let Some(one) = told.get("oauth") {
        let expires = clock.now() + Duration::from_secs(one["expires_in"].as_u64().unwrap());
        let tokens = Tokens::new(text(one, "token")).refresh_token(text(one, "refresh_token"));
        let server = OAuth2::new(options, &text(one, "token_url"), &text(one, "client_id"));
        return Auth::oauth2(server.unwrap().with_tokens(tokens.expires(expires)));
    }
    match told["token"].as_str() {
        Some(token) => Auth::bearer(token),
        None => Auth::Anonymous,
    }
}
