package org.a3dav.client;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Closes what takes too long. */
final class Watch implements AutoCloseable {
    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final ScheduledFuture<?> end;
    private volatile boolean isExpired;

    Watch(Duration timeout, Closeable watched) {
        end = TIMER.schedule(() -> expire(watched), Math.max(0, timeout.toNanos()), TimeUnit.NANOSECONDS);
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor made = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, Identity.NAME + "-watch");
            thread.setDaemon(true);
            return thread;
        });
        made.setRemoveOnCancelPolicy(true);
        return made;
    }

    private void expire(Closeable watched) {
        isExpired = true;
        try {
            watched.close();
        } catch (IOException e) {
            // Whoever reads it sees that it is closed.
        }
    }

    boolean isExpired() {
        return isExpired;
    }

    @Override
    public void close() {
        end.cancel(false);
    }
}
