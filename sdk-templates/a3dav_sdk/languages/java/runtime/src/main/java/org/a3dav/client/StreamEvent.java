package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One of a stream of server-sent events.
 *
 * @param <T> the type of the data
 * @param id what a later call gives as Last-Event-ID to go on behind this event
 * @param event its type; {@code message} unless said
 * @param data the data, unless it is not of the type
 * @param json the data as it came
 */
public record StreamEvent<T>(String id, String event, Optional<T> data, JsonNode json) {}
