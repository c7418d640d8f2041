package org.a3dav.client;

import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a server goes on sending. It is read once, by one thread; whoever stops before its end closes it.
 *
 * @param <T> the type of the items
 */
public abstract sealed class ResultStream<T> implements Iterable<T>, AutoCloseable permits EventStream, LineStream {
    private final Iterator<T> items = new Advancing<>() {
        @Override
        T advance() {
            return ResultStream.this.advance();
        }
    };

    ResultStream() {}

    abstract T advance();

    /** What has not been read yet: always the same iterator. */
    @Override
    public Iterator<T> iterator() {
        return items;
    }

    public Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false).onClose(this::close);
    }

    @Override
    public abstract void close();
}
