package org.a3dav.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** The body of an answer: each piece has its time, and errors say what they happened to. */
final class WatchedStream extends InputStream {
    private final InputStream source;
    private final Supplier<Duration> timeout;
    private final Function<IOException, ApiException> naming;

    WatchedStream(InputStream source, Supplier<Duration> timeout, Function<IOException, ApiException> naming) {
        this.source = source;
        this.timeout = timeout;
        this.naming = naming;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try (Watch watch = new Watch(timeout.get(), source)) {
            int count;
            try {
                count = source.read(target, offset, length);
            } catch (IOException e) {
                throw watch.isExpired() ? new HttpTimeoutException("no answer in time") : e;
            }
            if (watch.isExpired() && count < 0) {
                throw new HttpTimeoutException("no answer in time");
            }
            return count;
        } catch (IOException e) {
            throw new Broken(naming.apply(e));
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** A body that ended before its end. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;
        private final ApiException failure;

        Broken(ApiException failure) {
            super(failure.getMessage(), failure);
            this.failure = failure;
        }

        ApiException failure() {
            return failure;
        }
    }
}
