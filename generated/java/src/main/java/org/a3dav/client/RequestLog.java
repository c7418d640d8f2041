package org.a3dav.client;

import java.time.Duration;

/**
 * One attempt, without anything secret.
 *
 * @param operation which call it was
 * @param method the method
 * @param url the address, redacted
 * @param status 0 when there was no answer
 * @param attempt 1 for the first
 * @param duration how long it took
 * @param error what failed, or null
 */
public record RequestLog(
    String operation, String method, String url, int status, int attempt, Duration duration, ApiException error) {}
