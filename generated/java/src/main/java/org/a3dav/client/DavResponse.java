package org.a3dav.client;

import java.util.List;
import java.util.Optional;

/**
 * What a multistatus says of one resource.
 *
 * @param href the path of the resource, encoded as the server wrote it
 * @param status that of the resource as a whole, or 0 when there are only those of its properties
 * @param properties its properties
 * @param conditions the elements of a DAV:error
 * @param description a sentence for people, or empty
 */
public record DavResponse(
    String href, int status, List<DavProperty> properties, List<DavName> conditions, String description) {
    /** The property, if the server gave it a value. */
    public Optional<DavElement> property(DavName name) {
        return properties.stream()
            .filter(one -> one.name().equals(name) && one.status() == 200)
            .map(DavProperty::element)
            .findFirst();
    }

    /** All text in a property, or empty when it has no value. */
    public String text(DavName name) {
        return property(name).map(DavElement::text).orElse("");
    }

    /** The status of a property, or 0 when the answer does not speak of it. */
    public int statusOf(DavName name) {
        return properties.stream().filter(one -> one.name().equals(name)).mapToInt(DavProperty::status).findFirst().orElse(0);
    }
}
