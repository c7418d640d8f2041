// Rendered by a3dav-sdk from the description of the interface: do not edit.
namespace A3dav.Client
{
    /// <summary>The types of problems.</summary>
    public static partial class ProblemTypes
    {
        /// <summary>The request cannot be read</summary>
        public const string BadRequest = "/problems/bad-request";

        /// <summary>The cursor belongs to another question</summary>
        public const string InvalidCursor = "/problems/invalid-cursor";

        /// <summary>The body is not JSON</summary>
        public const string InvalidJson = "/problems/invalid-json";

        /// <summary>A parameter is not what it must be</summary>
        public const string InvalidParameters = "/problems/invalid-parameters";

        /// <summary>The range of time is none</summary>
        public const string InvalidRange = "/problems/invalid-range";

        /// <summary>Sign in</summary>
        public const string Unauthorized = "/problems/unauthorized";

        /// <summary>Not for these credentials</summary>
        public const string Forbidden = "/problems/forbidden";

        /// <summary>This is not the password</summary>
        public const string WrongPassword = "/problems/wrong-password";

        /// <summary>Nothing is here</summary>
        public const string NotFound = "/problems/not-found";

        /// <summary>There is no such method here</summary>
        public const string MethodNotAllowed = "/problems/method-not-allowed";

        /// <summary>There is no such form of the answer</summary>
        public const string NotAcceptable = "/problems/not-acceptable";

        /// <summary>The request with this Idempotency-Key was carried out before</summary>
        public const string AnswerLost = "/problems/answer-lost";

        /// <summary>It does not go together with what is there</summary>
        public const string Conflict = "/problems/conflict";

        /// <summary>The request with this Idempotency-Key is being carried out</summary>
        public const string InProgress = "/problems/in-progress";

        /// <summary>There must be an administrator</summary>
        public const string LastAdministrator = "/problems/last-administrator";

        /// <summary>There are as many as there may be</summary>
        public const string LimitReached = "/problems/limit-reached";

        /// <summary>There is something of this name</summary>
        public const string NameTaken = "/problems/name-taken";

        /// <summary>The password is not kept here</summary>
        public const string PasswordKeptElsewhere = "/problems/password-kept-elsewhere";

        /// <summary>Another account has it</summary>
        public const string Taken = "/problems/taken";

        /// <summary>A condition does not hold</summary>
        public const string PreconditionFailed = "/problems/precondition-failed";

        /// <summary>The body is too large</summary>
        public const string ContentTooLarge = "/problems/content-too-large";

        /// <summary>The body is of another media type</summary>
        public const string UnsupportedMediaType = "/problems/unsupported-media-type";

        /// <summary>There is no such part</summary>
        public const string RangeNotSatisfiable = "/problems/range-not-satisfiable";

        /// <summary>The Idempotency-Key was sent with another request</summary>
        public const string IdempotencyKeyReused = "/problems/idempotency-key-reused";

        /// <summary>The body is not what it must be</summary>
        public const string InvalidBody = "/problems/invalid-body";

        /// <summary>The content cannot be taken</summary>
        public const string UnprocessableContent = "/problems/unprocessable-content";

        /// <summary>Somebody holds a lock</summary>
        public const string Locked = "/problems/locked";

        /// <summary>Say which version the change is for</summary>
        public const string PreconditionRequired = "/problems/precondition-required";

        /// <summary>Too many requests</summary>
        public const string TooManyRequests = "/problems/too-many-requests";

        /// <summary>Not now</summary>
        public const string ServiceUnavailable = "/problems/service-unavailable";

        /// <summary>There is no room</summary>
        public const string InsufficientStorage = "/problems/insufficient-storage";
    }
}
