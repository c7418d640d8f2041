package org.a3dav.client;

/** The types of problems, for {@link ApiException#is(String)}. */
public final class ProblemTypes {
    /** The request cannot be read */
    public static final String BAD_REQUEST = "/problems/bad-request";

    /** The cursor belongs to another question */
    public static final String INVALID_CURSOR = "/problems/invalid-cursor";

    /** The body is not JSON */
    public static final String INVALID_JSON = "/problems/invalid-json";

    /** A parameter is not what it must be */
    public static final String INVALID_PARAMETERS = "/problems/invalid-parameters";

    /** The range of time is none */
    public static final String INVALID_RANGE = "/problems/invalid-range";

    /** Sign in */
    public static final String UNAUTHORIZED = "/problems/unauthorized";

    /** Not for these credentials */
    public static final String FORBIDDEN = "/problems/forbidden";

    /** This is not the password */
    public static final String WRONG_PASSWORD = "/problems/wrong-password";

    /** Nothing is here */
    public static final String NOT_FOUND = "/problems/not-found";

    /** There is no such method here */
    public static final String METHOD_NOT_ALLOWED = "/problems/method-not-allowed";

    /** There is no such form of the answer */
    public static final String NOT_ACCEPTABLE = "/problems/not-acceptable";

    /** The request with this Idempotency-Key was carried out before */
    public static final String ANSWER_LOST = "/problems/answer-lost";

    /** It does not go together with what is there */
    public static final String CONFLICT = "/problems/conflict";

    /** The request with this Idempotency-Key is being carried out */
    public static final String IN_PROGRESS = "/problems/in-progress";

    /** There must be an administrator */
    public static final String LAST_ADMINISTRATOR = "/problems/last-administrator";

    /** There are as many as there may be */
    public static final String LIMIT_REACHED = "/problems/limit-reached";

    /** There is something of this name */
    public static final String NAME_TAKEN = "/problems/name-taken";

    /** The password is not kept here */
    public static final String PASSWORD_KEPT_ELSEWHERE = "/problems/password-kept-elsewhere";

    /** Another account has it */
    public static final String TAKEN = "/problems/taken";

    /** A condition does not hold */
    public static final String PRECONDITION_FAILED = "/problems/precondition-failed";

    /** The body is too large */
    public static final String CONTENT_TOO_LARGE = "/problems/content-too-large";

    /** The body is of another media type */
    public static final String UNSUPPORTED_MEDIA_TYPE = "/problems/unsupported-media-type";

    /** There is no such part */
    public static final String RANGE_NOT_SATISFIABLE = "/problems/range-not-satisfiable";

    /** The Idempotency-Key was sent with another request */
    public static final String IDEMPOTENCY_KEY_REUSED = "/problems/idempotency-key-reused";

    /** The body is not what it must be */
    public static final String INVALID_BODY = "/problems/invalid-body";

    /** The content cannot be taken */
    public static final String UNPROCESSABLE_CONTENT = "/problems/unprocessable-content";

    /** Somebody holds a lock */
    public static final String LOCKED = "/problems/locked";

    /** Say which version the change is for */
    public static final String PRECONDITION_REQUIRED = "/problems/precondition-required";

    /** Too many requests */
    public static final String TOO_MANY_REQUESTS = "/problems/too-many-requests";

    /** Not now */
    public static final String SERVICE_UNAVAILABLE = "/problems/service-unavailable";

    /** There is no room */
    public static final String INSUFFICIENT_STORAGE = "/problems/insufficient-storage";

    private ProblemTypes() {}
}
