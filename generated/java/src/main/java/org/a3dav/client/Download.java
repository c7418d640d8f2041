package org.a3dav.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The body of an answer, read as it comes. Whoever gets one closes it. */
public final class Download implements AutoCloseable {
    private final Answer answer;

    Download(Answer answer) {
        this.answer = answer;
    }

    public HttpHeaders headers() {
        return answer.headers();
    }

    /** The ETag, or empty. */
    public String etag() {
        return answer.header("ETag");
    }

    public String contentType() {
        return answer.header("Content-Type");
    }

    /** How many bytes there are, or -1 when the server did not say. */
    public long length() {
        return answer.headers().firstValueAsLong("Content-Length").orElse(-1);
    }

    /** The bytes as they come. Its errors have an {@link ApiException} as their cause. */
    public InputStream stream() {
        return answer.open();
    }

    /** All of them, and closes it. */
    public byte[] readAll() {
        try (InputStream source = answer.open()) {
            return source.readAllBytes();
        } catch (IOException e) {
            throw Core.failure(e);
        }
    }

    /** Writes all of them into a file, and closes it. A file that is there is replaced. */
    public void saveTo(Path file) throws IOException {
        try (InputStream source = answer.open()) {
            Files.copy(source, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (WatchedStream.Broken e) {
            throw e.failure();
        }
    }

    @Override
    public void close() {
        try {
            answer.open().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
