// Rendered from the description of the interface; not for editing.
//! The types of problems, to compare [`Error::problem_type`](crate::Error::problem_type) with.

/// The request cannot be read
pub const BAD_REQUEST: &str = "/problems/bad-request";

/// The cursor belongs to another question
pub const INVALID_CURSOR: &str = "/problems/invalid-cursor";

/// The body is not JSON
pub const INVALID_JSON: &str = "/problems/invalid-json";

/// A parameter is not what it must be
pub const INVALID_PARAMETERS: &str = "/problems/invalid-parameters";

/// The range of time is none
pub const INVALID_RANGE: &str = "/problems/invalid-range";

/// Sign in
pub const UNAUTHORIZED: &str = "/problems/unauthorized";

/// Not for these credentials
pub const FORBIDDEN: &str = "/problems/forbidden";

/// This is not the password
pub const WRONG_PASSWORD: &str = "/problems/wrong-password";

/// Nothing is here
pub const NOT_FOUND: &str = "/problems/not-found";

/// There is no such method here
pub const METHOD_NOT_ALLOWED: &str = "/problems/method-not-allowed";

/// There is no such form of the answer
pub const NOT_ACCEPTABLE: &str = "/problems/not-acceptable";

/// The request with this Idempotency-Key was carried out before
pub const ANSWER_LOST: &str = "/problems/answer-lost";

/// It does not go together with what is there
pub const CONFLICT: &str = "/problems/conflict";

/// The request with this Idempotency-Key is being carried out
pub const IN_PROGRESS: &str = "/problems/in-progress";

/// There must be an administrator
pub const LAST_ADMINISTRATOR: &str = "/problems/last-administrator";

/// There are as many as there may be
pub const LIMIT_REACHED: &str = "/problems/limit-reached";

/// There is something of this name
pub const NAME_TAKEN: &str = "/problems/name-taken";

/// The password is not kept here
pub const PASSWORD_KEPT_ELSEWHERE: &str = "/problems/password-kept-elsewhere";

/// Another account has it
pub const TAKEN: &str = "/problems/taken";

/// A condition does not hold
pub const PRECONDITION_FAILED: &str = "/problems/precondition-failed";

/// The body is too large
pub const CONTENT_TOO_LARGE: &str = "/problems/content-too-large";

/// The body is of another media type
pub const UNSUPPORTED_MEDIA_TYPE: &str = "/problems/unsupported-media-type";

/// There is no such part
pub const RANGE_NOT_SATISFIABLE: &str = "/problems/range-not-satisfiable";

/// The Idempotency-Key was sent with another request
pub const IDEMPOTENCY_KEY_REUSED: &str = "/problems/idempotency-key-reused";

/// The body is not what it must be
pub const INVALID_BODY: &str = "/problems/invalid-body";

/// The content cannot be taken
pub const UNPROCESSABLE_CONTENT: &str = "/problems/unprocessable-content";

/// Somebody holds a lock
pub const LOCKED: &str = "/problems/locked";

/// Say which version the change is for
pub const PRECONDITION_REQUIRED: &str = "/problems/precondition-required";

/// Too many requests
pub const TOO_MANY_REQUESTS: &str = "/problems/too-many-requests";

/// Not now
pub const SERVICE_UNAVAILABLE: &str = "/problems/service-unavailable";

/// There is no room
pub const INSUFFICIENT_STORAGE: &str = "/problems/insufficient-storage";
