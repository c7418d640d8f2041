package org.a3dav.client;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** An iterator that knows what comes next when it is asked, and ends with its first error. */
abstract class Advancing<T> implements Iterator<T> {
    private T next;
    private boolean isOver;

    /** The next one, or null when there is none. */
    abstract T advance();

    @Override
    public final boolean hasNext() {
        if (next == null && !isOver) {
            isOver = true;
            next = advance();
            isOver = next == null;
        }
        return next != null;
    }

    @Override
    public final T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T found = next;
        next = null;
        return found;
    }
}
