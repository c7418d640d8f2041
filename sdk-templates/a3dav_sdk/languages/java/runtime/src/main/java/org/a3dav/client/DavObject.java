package org.a3dav.client;

/**
 * A resource with what is in it.
 *
 * @param href its path
 * @param status 200, or why there is nothing in it
 * @param etag its ETag, or empty
 * @param contentType its media type
 * @param data its text, or empty
 */
public record DavObject(String href, int status, String etag, String contentType, String data) {}
