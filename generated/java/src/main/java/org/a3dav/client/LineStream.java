package org.a3dav.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream of JSON, a value on each line.
 *
 * @param <T> the type of the values
 */
public final class LineStream<T> extends ResultStream<T> {
    private final Core core;
    private final Request request;
    private final Codec<T> item;
    private final CallOption[] options;
    private Answer answer;
    private InputStream source;
    private boolean isClosed;

    LineStream(Core core, Request request, Codec<T> item, CallOption... options) {
        this.core = core;
        this.request = request.copy().open();
        this.item = item;
        this.options = options;
    }

    @Override
    T advance() {
        if (isClosed) {
            return null;
        }
        if (source == null) {
            answer = core.send(request, options);
            source = new BufferedInputStream(answer.open());
        }
        try {
            byte[] line = next();
            if (line == null) {
                close();
                return null;
            }
            return Calls.read(request, answer.read(line), item);
        } catch (IOException e) {
            close();
            throw Core.failure(e);
        } catch (ApiException e) {
            close();
            throw e;
        }
    }

    /** The next line that is not blank, or null. */
    private byte[] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean isBlank = true;
        for (int one = source.read(); one >= 0; one = source.read()) {
            if (one == '\n' && !isBlank) {
                return line.toByteArray();
            }
            isBlank = isBlank && (one == ' ' || one == '\t' || one == '\r' || one == '\n');
            if (one != '\n' && !isBlank) {
                line.write(one);
            }
            if (line.size() > core.options().largestBody) {
                throw ApiException.decode("a line is larger than largestBody allows", answer.read(new byte[0]), request);
            }
        }
        return isBlank ? null : line.toByteArray();
    }

    @Override
    public void close() {
        isClosed = true;
        try {
            if (source != null) {
                source.close();
            }
        } catch (IOException e) {
            // It is over either way.
        }
    }
}
