package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Objects as forms: a list is several fields of one name. */
final class Forms {
    private Forms() {}

    private record Field(String name, JsonNode value) {
        String text() {
            return Style.Parts.of(value).text();
        }
    }

    /** The bytes of a form, and what stands between its parts. */
    record Multipart(byte[] content, String boundary) {}

    private static List<Field> fieldsOf(JsonNode value) {
        if (!value.isObject()) {
            throw ApiException.misused("a form is an object");
        }
        List<Field> found = new ArrayList<>();
        value.fields().forEachRemaining(one -> {
            if (one.getValue().isArray()) {
                one.getValue().forEach(item -> found.add(new Field(one.getKey(), item)));
            } else if (!one.getValue().isNull()) {
                found.add(new Field(one.getKey(), one.getValue()));
            }
        });
        return found;
    }

    static byte[] encoded(JsonNode value) {
        List<String> made = new ArrayList<>();
        for (Field field : fieldsOf(value)) {
            made.add(Style.escape(field.name()) + "=" + Style.escape(field.text()));
        }
        return String.join("&", made).getBytes(StandardCharsets.US_ASCII);
    }

    static Multipart multipart(JsonNode value) {
        String boundary = UUID.randomUUID().toString().replace("-", "");
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        for (Field field : fieldsOf(value)) {
            String name = quoted(field.name());
            made.writeBytes(bytes("--" + boundary + "\r\nContent-Disposition: form-data; name=" + name));
            if (field.value().isBinary()) {
                made.writeBytes(bytes("; filename=" + name + "\r\nContent-Type: " + MediaTypes.BYTES));
            }
            made.writeBytes(bytes("\r\n\r\n"));
            made.writeBytes(contentOf(field));
            made.writeBytes(bytes("\r\n"));
        }
        made.writeBytes(bytes("--" + boundary + "--\r\n"));
        return new Multipart(made.toByteArray(), boundary);
    }

    private static byte[] contentOf(Field field) {
        try {
            return field.value().isBinary() ? field.value().binaryValue() : bytes(field.text());
        } catch (IOException e) {
            throw new Mismatch(e.getMessage());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A") + '"';
    }
}
