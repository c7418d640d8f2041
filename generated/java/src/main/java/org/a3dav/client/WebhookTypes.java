package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;

/** The types of webhooks. */
public final class WebhookTypes {
    private WebhookTypes() {}

    /** What a message of a type is read into, or null. */
    static Object payload(String type, JsonNode json) {
        return null;
    }
}
