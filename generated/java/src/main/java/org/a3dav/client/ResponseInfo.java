package org.a3dav.client;

import java.net.http.HttpHeaders;

/**
 * What a call can be told of its answer.
 *
 * @param status the status
 * @param headers the headers
 * @param attempts how many requests were sent for it
 */
public record ResponseInfo(int status, HttpHeaders headers, int attempts) {}
