<?php

declare(strict_types=1);

namespace A3dav\Client;

/** Types of problems (RFC 9457): what `problem->type()` of an error may be. */
final class ProblemTypes
{
    /** The request cannot be read */
    public const BAD_REQUEST = '/problems/bad-request';
    /** The cursor belongs to another question */
    public const INVALID_CURSOR = '/problems/invalid-cursor';
    /** The body is not JSON */
    public const INVALID_JSON = '/problems/invalid-json';
    /** A parameter is not what it must be */
    public const INVALID_PARAMETERS = '/problems/invalid-parameters';
    /** The range of time is none */
    public const INVALID_RANGE = '/problems/invalid-range';
    /** Sign in */
    public const UNAUTHORIZED = '/problems/unauthorized';
    /** Not for these credentials */
    public const FORBIDDEN = '/problems/forbidden';
    /** This is not the password */
    public const WRONG_PASSWORD = '/problems/wrong-password';
    /** Nothing is here */
    public const NOT_FOUND = '/problems/not-found';
    /** There is no such method here */
    public const METHOD_NOT_ALLOWED = '/problems/method-not-allowed';
    /** There is no such form of the answer */
    public const NOT_ACCEPTABLE = '/problems/not-acceptable';
    /** The request with this Idempotency-Key was carried out before */
    public const ANSWER_LOST = '/problems/answer-lost';
    /** It does not go together with what is there */
    public const CONFLICT = '/problems/conflict';
    /** The request with this Idempotency-Key is being carried out */
    public const IN_PROGRESS = '/problems/in-progress';
    /** There must be an administrator */
    public const LAST_ADMINISTRATOR = '/problems/last-administrator';
    /** There are as many as there may be */
    public const LIMIT_REACHED = '/problems/limit-reached';
    /** There is something of this name */
    public const NAME_TAKEN = '/problems/name-taken';
    /** The password is not kept here */
    public const PASSWORD_KEPT_ELSEWHERE = '/problems/password-kept-elsewhere';
    /** Another account has it */
    public const TAKEN = '/problems/taken';
    /** A condition does not hold */
    public const PRECONDITION_FAILED = '/problems/precondition-failed';
    /** The body is too large */
    public const CONTENT_TOO_LARGE = '/problems/content-too-large';
    /** The body is of another media type */
    public const UNSUPPORTED_MEDIA_TYPE = '/problems/unsupported-media-type';
    /** There is no such part */
    public const RANGE_NOT_SATISFIABLE = '/problems/range-not-satisfiable';
    /** The Idempotency-Key was sent with another request */
    public const IDEMPOTENCY_KEY_REUSED = '/problems/idempotency-key-reused';
    /** The body is not what it must be */
    public const INVALID_BODY = '/problems/invalid-body';
    /** The content cannot be taken */
    public const UNPROCESSABLE_CONTENT = '/problems/unprocessable-content';
    /** Somebody holds a lock */
    public const LOCKED = '/problems/locked';
    /** Say which version the change is for */
    public const PRECONDITION_REQUIRED = '/problems/precondition-required';
    /** Too many requests */
    public const TOO_MANY_REQUESTS = '/problems/too-many-requests';
    /** Not now */
    public const SERVICE_UNAVAILABLE = '/problems/service-unavailable';
    /** There is no room */
    public const INSUFFICIENT_STORAGE = '/problems/insufficient-storage';
}
