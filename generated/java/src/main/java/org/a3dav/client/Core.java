package org.a3dav.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** What all services of a client share: it sends a request until there is an answer, or no attempt is left. */
final class Core {
    private static final int LARGEST_ERROR = 64 << 10;

    private final URI base;
    private final ClientOptions options;
    private final boolean ownsExecutor;

    Core(String baseUrl, ClientOptions options) {
        base = ClientOptions.base(baseUrl);
        ownsExecutor = options.executor == null;
        this.options = options.settled();
    }

    URI base() {
        return base;
    }

    ClientOptions options() {
        return options;
    }

    void close() {
        if (ownsExecutor && options.executor instanceof ExecutorService pool) {
            pool.shutdown();
        }
    }

    /** Does work on another thread, which is interrupted when the future is cancelled. */
    <T> CompletableFuture<T> async(Callable<T> work) {
        Task<T> task = new Task<>(work);
        options.executor.execute(task);
        return task;
    }

    Answer send(Request request, CallOption... own) {
        return send(request, new CallSettings(options, own));
    }

    Answer send(Request asked, CallSettings call) {
        Request request = prepared(asked, call);
        Hop hop = new Hop(this, call, request);
        long began = System.nanoTime();
        Supplier<Duration> left = () -> call.timeout.minusNanos(System.nanoTime() - began);
        for (int attempt = 1; ; attempt++) {
            try {
                Answer found = attempt(hop, request, call, attempt, left);
                call.onResponse.accept(new ResponseInfo(found.status(), found.headers(), attempt));
                return found;
            } catch (ApiException e) {
                Optional<Duration> pause = pause(e, request, call, attempt);
                if (pause.isEmpty()) {
                    throw e;
                }
                rest(pause.get(), request, hop, attempt);
            }
        }
    }

    private Request prepared(Request asked, CallSettings call) {
        Request request = asked.copy();
        request.header("User-Agent", options.userAgent);
        request.headers().putAll(call.headers);
        if (request.retry() == Retry.KEYED && !request.headers().containsKey("Idempotency-Key")) {
            if (call.idempotencyKey.isEmpty()) {
                call.idempotencyKey = hexDigits(32);
            }
            request.header("Idempotency-Key", call.idempotencyKey);
        }
        return request;
    }

    private String hexDigits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(Character.forDigit((int) (options.random.getAsDouble() * 16), 16));
        }
        return digits.toString();
    }

    private Optional<Duration> pause(ApiException failure, Request request, CallSettings call, int attempt) {
        if (request.retry() == Retry.NEVER || attempt > call.retries || !failure.mayPass() || !request.canBeSent()) {
            return Optional.empty();
        }
        Duration pause = Retry.asked(failure.headers(), options.clock.now())
            .orElseGet(() -> Retry.delay(attempt, Retry.FIRST, options.random));
        boolean isShort = pause.compareTo(Retry.LONGEST_ASKED) <= 0 && options.clock.now().plus(pause).isBefore(call.deadline);
        return isShort ? Optional.of(pause) : Optional.empty();
    }

    private void rest(Duration pause, Request request, Hop hop, int attempt) {
        if (pause.isZero()) {
            return;
        }
        try {
            options.clock.sleep(pause);
        } catch (InterruptedException e) {
            throw cancelled(e).at(request.method(), hop.url(), attempt);
        }
    }

    static ApiException cancelled(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new ApiException(ErrorCode.CANCELLED, "the thread was interrupted", cause);
    }

    /** Sends a request once: once more with another token, and once more for each redirect. */
    private Answer attempt(Hop hop, Request request, CallSettings call, int number, Supplier<Duration> left) {
        long began = System.nanoTime();
        int status = 0;
        ApiException failure = null;
        try {
            Answer found = hop.follow(request, left);
            status = found.status();
            return judged(hop, request, call, number, left, found);
        } catch (ApiException e) {
            failure = e.at(request.method(), hop.url(), number);
            status = e.status();
            throw failure;
        } catch (InterruptedException e) {
            failure = cancelled(e).at(request.method(), hop.url(), number);
            throw failure;
        } catch (IOException e) {
            failure = failure(e).at(request.method(), hop.url(), number);
            throw failure;
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            options.log.accept(new RequestLog(
                request.operation(), request.method(), Redaction.of(hop.url()), status, number, took, failure));
        }
    }

    /** Reads what is to be read, and makes an error of an answer that says so. */
    private Answer judged(
        Hop hop, Request request, CallSettings call, int number, Supplier<Duration> left, Answer found)
        throws IOException {
        boolean isGood = found.status() >= 200 && found.status() < 300;
        Answer told = new Answer(found.status(), found.headers(), null, found.open(), found.url(), number);
        if (isGood && request.isOpen()) {
            return told.opened(new WatchedStream(
                found.open(), () -> call.timeout, e -> failure(e).at(request.method(), hop.url(), number)));
        }
        Answer read = told.read(content(found.open(), isGood, left));
        if (!isGood) {
            throw ApiException.of(read);
        }
        return read;
    }

    private byte[] content(InputStream body, boolean isGood, Supplier<Duration> left) throws IOException {
        long most = isGood ? options.largestBody : LARGEST_ERROR;
        try (InputStream source = new WatchedStream(body, left, Core::failure)) {
            byte[] content = source.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, most));
            if (isGood && source.read() >= 0) {
                throw new ApiException(ErrorCode.DECODE, "the answer is larger than largestBody allows");
            }
            return content;
        } catch (WatchedStream.Broken e) {
            throw e.failure();
        }
    }

    /** Says what went wrong: an end that the caller made, one of time, or one of the network. */
    static ApiException failure(IOException e) {
        if (e instanceof WatchedStream.Broken known) {
            return known.failure();
        }
        if (Thread.currentThread().isInterrupted()) {
            return new ApiException(ErrorCode.CANCELLED, "the thread was interrupted", e);
        }
        boolean isLate = e instanceof HttpTimeoutException && !(e instanceof HttpConnectTimeoutException);
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new ApiException(isLate ? ErrorCode.TIMEOUT : ErrorCode.CONNECTION, reason, e);
    }
}
