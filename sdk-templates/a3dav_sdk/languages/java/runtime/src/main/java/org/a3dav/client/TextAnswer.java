package org.a3dav.client;

/**
 * An answer that is text, as it came.
 *
 * @param text the text
 * @param etag the ETag, or empty
 * @param contentType the media type with its parameters
 */
public record TextAnswer(String text, String etag, String contentType) {}
