package org.a3dav.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What holds for one call. */
final class CallSettings {
    final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final Instant deadline;
    Duration timeout;
    int retries;
    String idempotencyKey = "";
    Consumer<ResponseInfo> onResponse = info -> {};

    CallSettings(ClientOptions options, CallOption... own) {
        timeout = options.timeout;
        retries = options.retries;
        for (CallOption one : own) {
            one.apply(this);
        }
        deadline = options.clock.now().plus(timeout);
    }
}
