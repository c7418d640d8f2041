package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a server posted.
 *
 * @param type one of the constants in {@code WebhookTypes}, or a newer one
 * @param payload what the interface describes for the type, or null when that is not known
 * @param json the message as it came
 */
public record WebhookMessage(String type, Object payload, JsonNode json) {}
