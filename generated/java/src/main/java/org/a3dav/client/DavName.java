package org.a3dav.client;

/**
 * The name of an element of XML, of a property, or of a precondition.
 *
 * @param namespace the namespace, or empty
 * @param local the name in it
 */
public record DavName(String namespace, String local) {
    static DavName dav(String local) {
        return new DavName("DAV:", local);
    }

    static DavName caldav(String local) {
        return new DavName("urn:ietf:params:xml:ns:caldav", local);
    }

    static DavName carddav(String local) {
        return new DavName("urn:ietf:params:xml:ns:carddav", local);
    }

    /** Reads {@code {namespace}name}, or gives null. */
    static DavName parse(String text) {
        int end = text.lastIndexOf('}');
        if (!text.startsWith("{") || end < 0 || end == text.length() - 1) {
            return null;
        }
        return new DavName(text.substring(1, end), text.substring(end + 1));
    }

    /** {@code {namespace}name}. */
    @Override
    public String toString() {
        return "{" + namespace + "}" + local;
    }
}
