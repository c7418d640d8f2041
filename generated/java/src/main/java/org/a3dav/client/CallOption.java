package org.a3dav.client;

import java.time.Duration;
import java.util.function.Consumer;

/** Something that is other for one call. */
public final class CallOption {
    private final Consumer<CallSettings> change;

    private CallOption(Consumer<CallSettings> change) {
        this.change = change;
    }

    void apply(CallSettings call) {
        change.accept(call);
    }

    /** The time of the whole call; of a stream, until its first byte and from one piece to the next. */
    public static CallOption timeout(Duration timeout) {
        return new CallOption(call -> call.timeout = timeout);
    }

    /** How many further attempts there may be. */
    public static CallOption retries(int retries) {
        return new CallOption(call -> call.retries = retries);
    }

    /** The key of a request that takes one, so that even a new call is the same request. */
    public static CallOption idempotencyKey(String key) {
        return new CallOption(call -> call.idempotencyKey = key);
    }

    /** Sends X-Request-Id. */
    public static CallOption requestId(String id) {
        return header("X-Request-Id", id);
    }

    public static CallOption header(String name, String value) {
        return new CallOption(call -> call.headers.put(name, value));
    }

    /** Is told status and headers of the answer, of each page its own. */
    public static CallOption onResponse(Consumer<ResponseInfo> told) {
        return new CallOption(call -> call.onResponse = told);
    }
}
