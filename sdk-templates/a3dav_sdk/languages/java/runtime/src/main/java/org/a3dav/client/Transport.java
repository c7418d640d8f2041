package org.a3dav.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one request. It neither follows redirects nor sends anything twice. */
@FunctionalInterface
public interface Transport {
    /**
     * Sends a request and gives the answer as soon as its headers are there.
     *
     * @throws java.net.http.HttpTimeoutException when there are none in time
     */
    HttpResponse<InputStream> send(HttpRequest request, Duration timeout) throws IOException, InterruptedException;

    /** That of java.net.http: with a proxy, with certificates, or with an executor of your own. */
    static Transport of(HttpClient client) {
        return (request, timeout) -> {
            CompletableFuture<HttpResponse<InputStream>> sent =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
            try {
                return sent.get(Math.max(1, timeout.toMillis()), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                throw new java.net.http.HttpTimeoutException("no answer in time");
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException known ? known : new IOException(e.getCause());
            } finally {
                sent.cancel(true);
            }
        };
    }
}
