package org.a3dav.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;

/** Who asks: the value of Authorization, and the token in it when another could be got. */
@FunctionalInterface
interface Credentials {
    Given give(String refused) throws Exception;

    record Given(String header, String token) {}

    static Credentials bearer(String token) {
        return refused -> new Given("Bearer " + token, "");
    }

    static Credentials basic(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        String header = "Basic " + Base64.getEncoder().encodeToString(pair);
        return refused -> new Given(header, "");
    }

    static Credentials of(TokenSource source) {
        return refused -> {
            String token = source.token(refused);
            return new Given("Bearer " + token, token);
        };
    }

    /** Keeps the token of a function until it is refused. */
    static TokenSource kept(Callable<String> provider) {
        ReentrantLock turn = new ReentrantLock();
        String[] held = {""};
        return refused -> {
            turn.lockInterruptibly();
            try {
                if (held[0].equals(refused)) {
                    held[0] = provider.call();
                }
                return held[0];
            } finally {
                turn.unlock();
            }
        };
    }
}
