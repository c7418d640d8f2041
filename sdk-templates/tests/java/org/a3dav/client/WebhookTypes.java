package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;

/** What a rendered package would read messages into. */
final class WebhookTypes {
    private WebhookTypes() {}

    static Object payload(String type, JsonNode json) {
        return type.equals("named") ? Codecs.TEXT.read(json.path("name")) : null;
    }
}
