package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;

/** What can be sent as JSON: objects, values of enumerations, and variants of unions. */
public interface Model {
    /** The JSON that is sent: known members in the order of the interface, then those that came and are not known here. */
    @JsonValue
    JsonNode toJson();
}
