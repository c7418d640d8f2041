package org.a3dav.client;

/**
 * A property with a status of its own.
 *
 * @param element the property
 * @param status 200, or why it has no value
 */
public record DavProperty(DavElement element, int status) {
    public DavName name() {
        return element.name();
    }
}
