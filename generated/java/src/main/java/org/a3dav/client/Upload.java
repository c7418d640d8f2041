package org.a3dav.client;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * A body that is sent as it is read: bytes, text, a file, or a stream.
 *
 * <p>A stream is sent once, and a failure behind its first byte is final; the others can be sent again.
 */
public final class Upload {
    private final Callable<InputStream> opening;
    private final boolean isRepeatable;
    private final long size;
    private final String mediaType;
    private volatile boolean isBegun;

    private Upload(Callable<InputStream> opening, boolean isRepeatable, long size, String mediaType) {
        this.opening = opening;
        this.isRepeatable = isRepeatable;
        this.size = size;
        this.mediaType = mediaType;
    }

    public static Upload of(byte[] content) {
        byte[] kept = content.clone();
        return new Upload(() -> new ByteArrayInputStream(kept), true, kept.length, "");
    }

    /** Text in UTF-8. */
    public static Upload of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Upload of(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new FileNotFoundException(file.toString());
        }
        return new Upload(() -> Files.newInputStream(file), true, Files.size(file), "");
    }

    /** A stream whose length is not known. */
    public static Upload of(InputStream stream) {
        return of(stream, -1);
    }

    /** A stream of this length. */
    public static Upload of(InputStream stream, long size) {
        return new Upload(() -> stream, false, size, "");
    }

    /** The same with another media type than the operation says. */
    public Upload as(String mediaType) {
        return new Upload(opening, isRepeatable, size, mediaType);
    }

    String mediaType(String otherwise) {
        String chosen = mediaType.isEmpty() ? otherwise : mediaType;
        return chosen.equals("*/*") ? MediaTypes.BYTES : chosen;
    }

    boolean canBeSent() {
        return isRepeatable || !isBegun;
    }

    BodyPublisher publisher() {
        if (size == 0) {
            return BodyPublishers.noBody();
        }
        BodyPublisher stream = BodyPublishers.ofInputStream(this::open);
        return size < 0 ? stream : BodyPublishers.fromPublisher(stream, size);
    }

    private InputStream open() {
        if (!canBeSent()) {
            return null;
        }
        isBegun = true;
        try {
            return opening.call();
        } catch (Exception e) {
            return null;
        }
    }
}
