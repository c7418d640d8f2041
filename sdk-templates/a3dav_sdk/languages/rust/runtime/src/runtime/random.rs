//! Chance as the client sees it: the jitter of delays and the digits of idempotency keys.

/// A source of random numbers; replaced in tests.
pub trait Random: Send + Sync + 'static {
    /// A number from 0 (inclusive) to 1 (exclusive).
    fn next(&self) -> f64;
}

/// The random source of the operating system.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    fn next(&self) -> f64 {
        let mut bytes = [0_u8; 8];
        // Without randomness from the system every delay is the longest one, which is harmless.
        if getrandom::fill(&mut bytes).is_err() {
            return 0.0;
        }
        (u64::from_le_bytes(bytes) >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// 32 hexadecimal digits that name one keyed request on all of its attempts.
pub(crate) fn idempotency_key(random: &dyn Random) -> String {
    (0..32)
        .map(|_| char::from(b"0123456789abcdef"[((random.next() * 16.0) as usize).min(15)]))
        .collect()
}
