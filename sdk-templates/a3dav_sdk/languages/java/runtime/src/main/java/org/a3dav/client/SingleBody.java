package org.a3dav.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A body that goes out once. The client of Java sends a GET again by itself when a connection that was kept breaks; how often a
 * request is sent is decided in one place here.
 */
final class SingleBody implements BodyPublisher {
    private final BodyPublisher body;
    private final AtomicBoolean isSent = new AtomicBoolean();

    SingleBody(BodyPublisher body) {
        this.body = body;
    }

    @Override
    public long contentLength() {
        if (isSent.getAndSet(true)) {
            throw new UncheckedIOException(new IOException("the connection broke"));
        }
        return body.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        body.subscribe(subscriber);
    }
}
