package org.a3dav.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/** What it is. */
public record FileKind(String value) implements Model {
    static final Codec<FileKind> CODEC = Codec.of(FileKind::fromJson);

    public static final FileKind FILE = new FileKind("file");

    public static final FileKind FOLDER = new FileKind("folder");

    /** Reads one of the values above, or one that a newer server knows. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FileKind fromJson(JsonNode json) {
        return new FileKind(Codecs.TEXT.read(json));
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
