//! Proving that a webhook comes from who holds the secret (Standard Webhooks, HMAC-SHA256).

use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use base64::prelude::{Engine, BASE64_STANDARD};
use hmac::{Hmac, Mac};
use sha2::Sha256;

use super::error::{Error, ErrorKind, Result};
use super::json::Json;

/// Why a webhook was not believed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum SignatureProblem {
    /// A header that tells id, time or signature is not there.
    Missing,
    /// The time is not a number of seconds, or too far from now.
    Timestamp,
    /// No signature fits any secret.
    Mismatch,
}

impl SignatureProblem {
    /// The word for the reason, the same in the clients of all languages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Timestamp => "timestamp",
            Self::Mismatch => "mismatch",
        }
    }
}

impl fmt::Display for SignatureProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

/// Checks webhooks with one secret, or with several while one is replaced by another.
#[derive(Clone)]
pub struct Verifier {
    keys: Vec<Vec<u8>>,
    tolerance: Duration,
}

impl fmt::Debug for Verifier {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Verifier({} secrets)", self.keys.len())
    }
}

impl Verifier {
    /// Takes secrets as the server gave them: `whsec_` and base64, or text that is the key itself.
    pub fn new<S: AsRef<str>>(secrets: impl IntoIterator<Item = S>) -> Result<Self> {
        let keys: Result<Vec<_>> = secrets.into_iter().map(|text| key(text.as_ref())).collect();
        let keys = keys?;
        if keys.is_empty() {
            return Err(Error::configuration(
                "there is no secret to check webhooks with",
            ));
        }
        let tolerance = Duration::from_secs(300);
        Ok(Self { keys, tolerance })
    }

    /// How far the clocks of sender and receiver may be apart (5 minutes).
    #[must_use]
    pub fn tolerance(mut self, tolerance: Duration) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// Checks a webhook against the clock of the machine.
    pub fn verify(&self, headers: &http::HeaderMap, body: &[u8]) -> Result<()> {
        self.verify_at(headers, body, SystemTime::now())
    }

    /// Checks a webhook as if it were `now`.
    pub fn verify_at(&self, headers: &http::HeaderMap, body: &[u8], now: SystemTime) -> Result<()> {
        let header = |name: &str| {
            let value = headers.get(name).and_then(|value| value.to_str().ok());
            let value = value.filter(|value| !value.is_empty());
            value.ok_or_else(|| refused(SignatureProblem::Missing))
        };
        let (id, time) = (header("webhook-id")?, header("webhook-timestamp")?);
        let signatures = header("webhook-signature")?;
        self.check_time(time, now)?;
        let offered: Vec<Vec<u8>> = signatures
            .split_ascii_whitespace()
            .filter_map(|entry| entry.strip_prefix("v1,"))
            .filter_map(|encoded| BASE64_STANDARD.decode(encoded).ok())
            .collect();
        let mut found = false;
        for key in &self.keys {
            let mut mac = Hmac::<Sha256>::new_from_slice(key)
                .map_err(|_| Error::configuration("a secret cannot be a key"))?;
            for part in [id.as_bytes(), b".", time.as_bytes(), b".", body] {
                mac.update(part);
            }
            for signature in &offered {
                // Compares in constant time.
                found |= mac.clone().verify_slice(signature).is_ok();
            }
        }
        found
            .then_some(())
            .ok_or_else(|| refused(SignatureProblem::Mismatch))
    }

    /// Checks a webhook and reads what it says.
    pub fn read<T: Json>(&self, headers: &http::HeaderMap, body: &[u8]) -> Result<T> {
        self.read_at(headers, body, SystemTime::now())
    }

    /// Checks a webhook as if it were `now`, and reads what it says.
    pub fn read_at<T: Json>(
        &self,
        headers: &http::HeaderMap,
        body: &[u8],
        now: SystemTime,
    ) -> Result<T> {
        self.verify_at(headers, body, now)?;
        let value = serde_json::from_slice(body).map_err(Error::decode)?;
        Ok(T::read(value)?)
    }

    fn check_time(&self, text: &str, now: SystemTime) -> Result<()> {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        let seconds = text.parse().ok().filter(|_| digits);
        let sent = seconds.and_then(|seconds| UNIX_EPOCH.checked_add(Duration::from_secs(seconds)));
        let apart = sent.map(|sent| match now.duration_since(sent) {
            Ok(age) => age,
            Err(early) => early.duration(),
        });
        match apart {
            Some(apart) if apart <= self.tolerance => Ok(()),
            _ => Err(refused(SignatureProblem::Timestamp)),
        }
    }
}

fn key(secret: &str) -> Result<Vec<u8>> {
    let Some(encoded) = secret.strip_prefix("whsec_") else {
        return Ok(secret.as_bytes().to_vec());
    };
    let key = BASE64_STANDARD.decode(encoded);
    key.map_err(|_| Error::configuration("the secret of a webhook is not in base64"))
}

fn refused(problem: SignatureProblem) -> Error {
    Error::new(ErrorKind::WebhookSignature, problem.code()).because(problem)
}

#[cfg(test)]
mod tests {
    use super::*;

    // Made with: printf 'msg_1.1700000000.{"a":1}' | openssl dgst -sha256 -hmac 'a secret of some length' -binary | base64
    const SECRET: &str = "whsec_YSBzZWNyZXQgb2Ygc29tZSBsZW5ndGg=";
    const SIGNATURE: &str = "v1,4wgbGmKgeJNbYTtfGAAR5Bcc2CIABJwLoc6toyMgZdQ=";
    const OTHER: &str = "whsec_b3RoZXI=";
    const BODY: &[u8] = b"{\"a\":1}";

    fn headers(time: &str, signature: &str) -> http::HeaderMap {
        let mut headers = http::HeaderMap::new();
        headers.insert("webhook-id", "msg_1".parse().unwrap());
        headers.insert("webhook-timestamp", time.parse().unwrap());
        headers.insert("webhook-signature", signature.parse().unwrap());
        headers
    }

    fn check(secrets: &[&str], headers: &http::HeaderMap, body: &[u8], later: u64) -> String {
        let now = UNIX_EPOCH + Duration::from_secs(1_700_000_000 + later);
        let verified = Verifier::new(secrets).and_then(|v| v.verify_at(headers, body, now));
        verified.map_or_else(|error| error.to_string(), |()| "believed".to_owned())
    }

    #[test]
    fn a_webhook_is_believed_if_one_of_its_signatures_fits_one_of_the_secrets() {
        let both = format!("v1,AAAA v2,x {SIGNATURE}");
        let headers = headers("1700000000", &both);
        assert_eq!(check(&[OTHER, SECRET], &headers, BODY, 300), "believed");
    }

    #[test]
    fn another_body_secret_or_time_is_not_believed() {
        let good = headers("1700000000", SIGNATURE);
        assert_eq!(check(&[SECRET], &good, b"{}", 0), "mismatch");
        assert_eq!(check(&[OTHER], &good, BODY, 0), "mismatch");
        assert_eq!(check(&[SECRET], &good, BODY, 301), "timestamp");
        let ahead = headers("1700000301", SIGNATURE);
        assert_eq!(check(&[SECRET], &ahead, BODY, 0), "timestamp");
    }

    #[test]
    fn what_is_missing_or_broken_is_named() {
        let broken = headers("soon", SIGNATURE);
        assert_eq!(check(&[SECRET], &broken, BODY, 0), "timestamp");
        let empty: [&str; 0] = [];
        assert!(Verifier::new(["whsec_*"]).is_err() && Verifier::new(empty).is_err());
        assert_eq!(
            check(&[SECRET], &http::HeaderMap::new(), BODY, 0),
            "missing"
        );
    }
}
