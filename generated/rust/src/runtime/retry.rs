//! When a request may be sent again, and how long the client waits before.

use std::time::{Duration, SystemTime};

use http::header::{HeaderMap, RETRY_AFTER};
use http::StatusCode;

/// The longest `Retry-After` that is waited for.
const LONGEST_WAIT: Duration = Duration::from_secs(60);

/// What a second arrival of the same request would do at the server.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum RetryClass {
    /// Nothing: the request only asks.
    Safe,
    /// The same as one arrival.
    Idempotent,
    /// The same as one arrival, by grace of an `Idempotency-Key`.
    Keyed,
    /// Something else: the request is sent once.
    Never,
}

impl RetryClass {
    /// The class of a method of the IANA registry.
    pub fn of_method(method: &http::Method) -> Self {
        match method.as_str() {
            "GET" | "HEAD" | "OPTIONS" | "TRACE" | "PROPFIND" | "REPORT" | "QUERY" | "SEARCH" => {
                Self::Safe
            }
            "PUT" | "DELETE" | "PROPPATCH" | "MKCOL" | "MKCALENDAR" | "COPY" | "MOVE" | "ACL"
            | "UNLOCK" => Self::Idempotent,
            _ => Self::Never,
        }
    }
}

/// Statuses after which the same request may succeed later.
pub(crate) fn is_passing(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 429 | 502 | 503 | 504)
}

/// The delay before the first retry, before chance shortens it.
pub(crate) const FIRST: Duration = Duration::from_millis(500);

/// The delay before the `n`th retry (from 1), shortened by up to a half by chance.
pub(crate) fn backoff(first: Duration, n: u32, random: f64) -> Duration {
    let longest = (first.as_secs_f64() * 2_f64.powi(n.saturating_sub(1).min(16) as i32)).min(8.0);
    Duration::from_secs_f64(longest * (1.0 - 0.5 * random))
}

/// How long to wait before a retry.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Wait {
    /// This long.
    For(Duration),
    /// Longer than the client is willing to: the error is raised at once.
    TooLong,
}

/// The wait before the `n`th retry, as the server asked for it or by the backoff.
pub(crate) fn wait(headers: Option<&HeaderMap>, now: SystemTime, n: u32, random: f64) -> Wait {
    match headers.and_then(|headers| retry_after(headers, now)) {
        Some(asked) if asked > LONGEST_WAIT => Wait::TooLong,
        Some(asked) => Wait::For(asked),
        None => Wait::For(backoff(FIRST, n, random)),
    }
}

/// Reads `Retry-After` (RFC 9110 §10.2.3); broken and past values count as absent.
pub(crate) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Duration::from_secs(text.parse().unwrap_or(u64::MAX)));
    }
    httpdate::parse_http_date(text)
        .ok()?
        .duration_since(now)
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(value: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(RETRY_AFTER, value.parse().unwrap());
        headers
    }

    fn seconds(value: u64) -> Wait {
        Wait::For(Duration::from_secs(value))
    }

    #[test]
    fn the_delay_doubles_up_to_eight_seconds_and_chance_takes_up_to_a_half() {
        let delays: Vec<f64> = (1..=6)
            .map(|n| backoff(FIRST, n, 0.0).as_secs_f64())
            .collect();
        assert_eq!(delays, [0.5, 1.0, 2.0, 4.0, 8.0, 8.0]);
        assert_eq!(backoff(FIRST, 1, 0.5), Duration::from_millis(375));
    }

    #[test]
    fn seconds_and_dates_replace_the_delay() {
        let now = httpdate::parse_http_date("Thu, 01 Jan 2026 00:00:00 GMT").unwrap();
        let date = headers("Thu, 01 Jan 2026 00:00:07 GMT");
        assert_eq!(wait(Some(&headers("3")), now, 1, 0.0), seconds(3));
        assert_eq!(wait(Some(&date), now, 1, 0.0), seconds(7));
        assert_eq!(wait(Some(&headers("61")), now, 1, 0.0), Wait::TooLong);
    }

    #[test]
    fn broken_negative_and_past_values_count_as_absent() {
        let now = httpdate::parse_http_date("Thu, 01 Jan 2026 00:00:00 GMT").unwrap();
        for value in ["-1", "soon", "1.5", "Wed, 31 Dec 2025 23:59:59 GMT"] {
            let half = Wait::For(Duration::from_millis(500));
            assert_eq!(wait(Some(&headers(value)), now, 1, 0.0), half, "{value}");
        }
    }
}
