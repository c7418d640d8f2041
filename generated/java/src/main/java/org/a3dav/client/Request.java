package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an operation asks, before a client sends it. */
final class Request {
    private final String operation;
    private final String method;
    private final Retry retry;
    private final List<String> query = new ArrayList<>();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private String path;
    private URI target;
    private byte[] content;
    private Upload upload;
    private boolean isOpen;
    private boolean isOptional;
    private boolean isForeign;

    Request(String operation, String method, String path, Retry retry) {
        this.operation = operation;
        this.method = method;
        this.path = path;
        this.retry = retry;
    }

    /** One to an address that is not built from a path. */
    static Request to(String operation, String method, URI target, Retry retry) {
        Request made = new Request(operation, method, "", retry);
        made.target = target;
        return made;
    }

    Request copy() {
        Request made = new Request(operation, method, path, retry);
        made.query.addAll(query);
        made.headers.putAll(headers);
        made.target = target;
        made.content = content;
        made.upload = upload;
        made.isOpen = isOpen;
        made.isOptional = isOptional;
        made.isForeign = isForeign;
        return made;
    }

    String operation() {
        return operation;
    }

    String method() {
        return method;
    }

    Retry retry() {
        return retry;
    }

    Map<String, String> headers() {
        return headers;
    }

    boolean isOpen() {
        return isOpen;
    }

    boolean isOptional() {
        return isOptional;
    }

    /** Tells whether it is sent without the credentials of the client. */
    boolean isForeign() {
        return isForeign;
    }

    Request accept(String media) {
        return header("Accept", media);
    }

    Request header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Leaves the body of a good answer to be read by the caller. */
    Request open() {
        isOpen = true;
        return this;
    }

    /** Takes an answer without a body for nothing. */
    Request optional() {
        isOptional = true;
        return this;
    }

    Request foreign() {
        isForeign = true;
        return this;
    }

    // Parameters

    <T> Request inPath(String name, T value, Codec<T> codec, Style style) {
        String text = style.segment(name, Style.Parts.of(codec.write(value)));
        if (text.isEmpty() || text.equals(".") || text.equals("..")) {
            throw ApiException.misused(operation + ": " + name + ": \"" + text + "\" cannot stand in a path");
        }
        path = path.replace("{" + name + "}", text);
        return this;
    }

    <T> Request inQuery(String name, Opt<T> value, Codec<T> codec, Style style) {
        value.ifPresent(given -> query.addAll(style.fields(name, codec.write(given))));
        return this;
    }

    /** A whole query. */
    <T> Request inQuerystring(String name, Opt<T> value, Codec<T> codec, Style style) {
        value.ifPresent(given -> query.add(
            Style.escape(Style.Parts.of(codec.write(given)).text()).replace("%3D", "=").replace("%26", "&")));
        return this;
    }

    <T> Request inHeader(String name, Opt<T> value, Codec<T> codec, Style style) {
        value.ifPresent(given -> headers.put(name, line(name, codec.write(given), style)));
        return this;
    }

    <T> Request inCookie(String name, Opt<T> value, Codec<T> codec, Style style) {
        value.ifPresent(given -> headers.merge(
            "Cookie", name + "=" + line(name, codec.write(given), style), (before, more) -> before + "; " + more));
        return this;
    }

    private String line(String name, JsonNode value, Style style) {
        String text = style.line(value);
        if (text.chars().anyMatch(letter -> letter == '\r' || letter == '\n' || letter == 0)) {
            throw ApiException.misused(operation + ": " + name + " has a line end");
        }
        return text;
    }

    void setQuery(String name, String value) {
        String field = Style.escape(name) + "=";
        query.removeIf(text -> text.startsWith(field));
        query.add(field + Style.escape(value));
    }

    // Bodies

    <T> Request json(T value, Codec<T> codec, String media) {
        return value == null ? this : content(written(codec, value), media.equals("*/*") ? MediaTypes.JSON : media);
    }

    private <T> byte[] written(Codec<T> codec, T value) {
        try {
            return Json.write(codec.write(value));
        } catch (Mismatch e) {
            throw ApiException.misused(operation + ": " + e.getMessage());
        }
    }

    Request text(String value, String media) {
        return value == null ? this : content(value.getBytes(StandardCharsets.UTF_8), media);
    }

    Request upload(Upload value, String media) {
        if (value == null) {
            return this;
        }
        upload = value;
        return header("Content-Type", value.mediaType(media));
    }

    <T> Request form(T value, Codec<T> codec, String media) {
        return value == null ? this : content(Forms.encoded(codec.write(value)), media);
    }

    <T> Request multipart(T value, Codec<T> codec, String media) {
        if (value == null) {
            return this;
        }
        Forms.Multipart made = Forms.multipart(codec.write(value));
        return content(made.content(), "multipart/form-data; boundary=" + made.boundary());
    }

    Request content(byte[] bytes, String media) {
        content = bytes;
        return header("Content-Type", media.equals("*/*") ? MediaTypes.BYTES : media);
    }

    boolean canBeSent() {
        return upload == null || upload.canBeSent();
    }

    BodyPublisher body() {
        if (upload != null) {
            return upload.publisher();
        }
        return content == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(content);
    }

    /** The address below a base, whose path ends with a slash. */
    URI url(URI base) {
        if (target != null) {
            return target;
        }
        String text = base + (path.startsWith("/") ? path.substring(1) : path);
        try {
            return URI.create(query.isEmpty() ? text : text + "?" + String.join("&", query));
        } catch (IllegalArgumentException e) {
            throw ApiException.misused(operation + ": " + e.getMessage());
        }
    }
}
