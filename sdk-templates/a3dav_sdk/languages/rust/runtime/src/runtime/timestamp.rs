//! Times of RFC 3339 that never change their text.

use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::json::{Json, JsonError, Value};

/// A date and time as it was written; [`Timestamp::time`] reads it.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Timestamp(String);

impl Timestamp {
    /// Keeps the text, whatever it says.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The moment, unless the text is not of RFC 3339 or before 1970.
    pub fn time(&self) -> Option<SystemTime> {
        let (date, rest) = (self.0.get(..10)?, self.0.get(11..)?);
        if !matches!(self.0.as_bytes()[10], b'T' | b't' | b' ') {
            return None;
        }
        let (clock, offset) = rest.split_at(rest.find(['Z', 'z', '+', '-'])?);
        let seconds = days(date)? * 86_400 + seconds(clock.get(..8)?)? - minutes(offset)? * 60;
        let fraction = clock.get(8..)?;
        let nanos = match fraction.strip_prefix('.') {
            None => fraction.is_empty().then_some(0)?,
            Some(digits) => number(&format!("{digits:0<9}")[..9])?,
        };
        let whole = Duration::from_secs(u64::try_from(seconds).ok()?);
        UNIX_EPOCH.checked_add(whole + Duration::from_nanos(u64::try_from(nanos).ok()?))
    }
}

fn number(text: &str) -> Option<i64> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

fn within(text: &str, low: i64, high: i64) -> Option<i64> {
    number(text).filter(|value| (low..=high).contains(value))
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
fn days(date: &str) -> Option<i64> {
    let mut parts = date.splitn(3, '-');
    let year = within(parts.next()?, 0, 9999)?;
    let month = within(parts.next()?, 1, 12)?;
    let day = within(parts.next()?, 1, 31)?;
    // Years begin in March, so that the leap day is the last of a year.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Some(year * 365 + leap_days + (month * 153 + 2) / 5 + day - 1 - 719_468)
}

fn seconds(clock: &str) -> Option<i64> {
    let mut parts = clock.splitn(3, ':');
    let hour = within(parts.next()?, 0, 23)?;
    let minute = within(parts.next()?, 0, 59)?;
    Some(hour * 3600 + minute * 60 + within(parts.next()?, 0, 60)?)
}

fn minutes(offset: &str) -> Option<i64> {
    if offset.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let (hours, minutes) = offset.get(1..)?.split_once(':')?;
    let total = within(hours, 0, 23)? * 60 + within(minutes, 0, 59)?;
    Some(if offset.starts_with('-') {
        -total
    } else {
        total
    })
}

/// Writes UTC with as many digits of the second as there are.
impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
        let (total, nanos) = (since.as_secs() as i64, since.subsec_nanos());
        let (days, rest) = (total / 86_400 + 719_468, total % 86_400);
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 {
            shifted + 3
        } else {
            shifted - 9
        };
        let year = year + era * 400 + i64::from(month <= 2);
        let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
        let mut text = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}");
        if nanos > 0 {
            text += format!(".{nanos:09}").trim_end_matches('0');
        }
        Self(text + "Z")
    }
}

impl From<&str> for Timestamp {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Timestamp {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Json for Timestamp {
    fn read(value: Value) -> Result<Self, JsonError> {
        String::read(value).map(Self)
    }

    fn write(&self) -> Value {
        Value::String(self.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unix(text: &str) -> Option<f64> {
        let time = Timestamp::new(text).time()?;
        Some(time.duration_since(UNIX_EPOCH).unwrap().as_secs_f64())
    }

    #[test]
    fn a_time_is_read_with_offset_and_fraction() {
        assert_eq!(unix("1970-01-02T00:00:00Z"), Some(86_400.0));
        assert_eq!(unix("2000-03-01T01:00:00+01:00"), Some(951_868_800.0));
        assert_eq!(unix("1970-01-01T00:00:01.25Z"), Some(1.25));
    }

    #[test]
    fn what_is_no_time_keeps_its_text() {
        for text in [
            "2026-13-01T00:00:00Z",
            "yesterday",
            "2026-01-01T00:00:00",
            "é026-01-01T0:0",
        ] {
            assert_eq!(unix(text), None, "{text}");
            assert_eq!(Timestamp::new(text).as_str(), text);
        }
    }

    #[test]
    fn a_moment_is_written_in_utc() {
        let leap_day = UNIX_EPOCH + Duration::from_millis(951_782_400_500);
        assert_eq!(Timestamp::from(leap_day).as_str(), "2000-02-29T00:00:00.5Z");
        assert_eq!(Timestamp::from(leap_day).time(), Some(leap_day));
    }
}
