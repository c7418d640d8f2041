package org.a3dav.client;

import java.time.Duration;
import java.time.Instant;

/** Tells the time and waits. Tests bring their own. */
public interface ClientClock {
    Instant now();

    void sleep(Duration duration) throws InterruptedException;

    /** The clock of this machine. */
    static ClientClock system() {
        return new ClientClock() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
            }
        };
    }
}
