package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/**
 * Server-sent events. Behind an end or a failure it connects again and asks for what came since.
 *
 * @param <T> the type of their data
 */
public final class EventStream<T> extends ResultStream<StreamEvent<T>> {
    private final Core core;
    private final Request request;
    private final Codec<T> item;
    private final CallOption[] options;
    private Frames frames;
    private InputStream open;
    private String last;
    private Duration retry = Retry.FIRST;
    private int failures;
    private volatile boolean isClosed;

    EventStream(Core core, Request request, Codec<T> item, CallOption... own) {
        this.core = core;
        this.request = request.copy().open();
        this.item = item;
        this.options = own;
        this.last = request.headers().getOrDefault("Last-Event-ID", "");
    }

    @Override
    StreamEvent<T> advance() {
        while (!isClosed) {
            try {
                if (frames == null && !connect()) {
                    return null;
                }
                Frames.Frame found = frames.next();
                last = frames.id();
                retry = frames.retry();
                if (found != null) {
                    failures = 0;
                    return event(found);
                }
                rest(null);
            } catch (IOException e) {
                rest(Core.failure(e));
            } catch (ApiException e) {
                rest(e);
            }
        }
        return null;
    }

    private boolean connect() {
        Request asked = request.copy();
        asked.headers().remove("Last-Event-ID");
        if (!last.isEmpty()) {
            asked.header("Last-Event-ID", last);
        }
        CallSettings call = new CallSettings(core.options(), options);
        call.retries = 0;
        Answer found = core.send(asked, call);
        open = found.open();
        if (found.status() == 204) {
            close();
            return false;
        }
        if (!MediaTypes.plain(found.headers()).equals("text/event-stream")) {
            disconnect();
            String reason = "the answer is \"" + found.header("Content-Type") + "\" and no stream of events";
            throw new ApiException(ErrorCode.STREAM, reason).at(asked.method(), found.url(), 1);
        }
        frames = new Frames(open, core.options().largestBody, last, retry);
        return true;
    }

    private StreamEvent<T> event(Frames.Frame found) {
        JsonNode json;
        try {
            json = Json.read(found.data());
        } catch (Mismatch e) {
            throw new ApiException(ErrorCode.STREAM, e.getMessage()).at(request.method(), request.url(core.base()), 1);
        }
        try {
            return new StreamEvent<>(found.id(), found.event(), Optional.of(item.read(json)), json);
        } catch (Mismatch e) {
            return new StreamEvent<>(found.id(), found.event(), Optional.empty(), json);
        }
    }

    /** Waits before the next connection, or throws why there is none. */
    private void rest(ApiException failure) {
        disconnect();
        if (isClosed) {
            return;
        }
        if (failure != null && !failure.mayPass() && failure.code() != ErrorCode.TIMEOUT) {
            throw failure;
        }
        failures++;
        Duration pause = Optional.ofNullable(failure)
            .flatMap(one -> Retry.asked(one.headers(), core.options().clock.now()))
            .orElseGet(() -> Retry.delay(failures, retry, core.options().random));
        try {
            core.options().clock.sleep(pause);
        } catch (InterruptedException e) {
            throw Core.cancelled(e).at(request.method(), request.url(core.base()), 1);
        }
    }

    private void disconnect() {
        frames = null;
        InputStream held = open;
        open = null;
        if (held != null) {
            try {
                held.close();
            } catch (IOException e) {
                // It is over either way.
            }
        }
    }

    @Override
    public void close() {
        isClosed = true;
        disconnect();
    }
}
