package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A part of a list.
 *
 * @param <T> the type of the items
 * @param items what is on it
 * @param next the cursor of the next page, or empty
 * @param extra what else the answer says
 */
public record Page<T>(List<T> items, String next, Map<String, JsonNode> extra) {}
