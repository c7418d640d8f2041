package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** What it may do beside what is its own. */
public record AccountUpdateRole(String value) implements Model {
    static final Codec<AccountUpdateRole> CODEC = Codec.of(AccountUpdateRole::fromJson);

    public static final AccountUpdateRole OWNER = new AccountUpdateRole("owner");

    public static final AccountUpdateRole AUDITOR = new AccountUpdateRole("auditor");

    public static final AccountUpdateRole ADMIN = new AccountUpdateRole("admin");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AccountUpdateRole fromJson(JsonNode json) {
        return new AccountUpdateRole(Codecs.TEXT.read(json));
    }

    @Override
    public JsonNode toJson() {
        return Codecs.TEXT.write(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
