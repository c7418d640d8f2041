package org.a3dav.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Where a request stands on its way through redirects, which it goes but once for all attempts. */
final class Hop {
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> SECRETS = Set.of("Authorization", "Cookie", "Proxy-Authorization", "Idempotency-Key");

    private final Core core;
    private String method;
    private URI url;
    private boolean isHome;
    private boolean isRenewed;
    private int count;

    Hop(Core core, CallSettings call, Request request) {
        this.core = core;
        method = request.method();
        url = request.url(core.base());
        isHome = Hrefs.isSameOrigin(url, core.base()) && !request.isForeign();
    }

    URI url() {
        return url;
    }

    /** Sends a request to where it leads. Credentials go to the origin of the client and to no other. */
    Answer follow(Request request, Supplier<Duration> left) throws IOException, InterruptedException {
        while (true) {
            Answer found = send(request, left);
            if (!REDIRECTS.contains(found.status())) {
                return found;
            }
            found.open().close();
            move(found, request);
        }
    }

    private Answer send(Request request, Supplier<Duration> left) throws IOException, InterruptedException {
        String refused = "";
        while (true) {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(request.headers());
            String token = authorize(headers, refused);
            Duration time = left.get();
            if (time.isNegative() || time.isZero()) {
                throw new java.net.http.HttpTimeoutException("no answer in time");
            }
            HttpResponse<InputStream> found = core.options().transport.send(built(request, headers), time);
            boolean isOver = token.isEmpty() || token.equals(refused) || isRenewed || !request.canBeSent();
            if (found.statusCode() != 401 || isOver) {
                return new Answer(found.statusCode(), found.headers(), null, found.body(), url, 0);
            }
            found.body().close();
            refused = token;
            isRenewed = true;
        }
    }

    private HttpRequest built(Request request, Map<String, String> headers) {
        boolean carriesBody = method.equals(request.method());
        if (!carriesBody) {
            headers.remove("Content-Type");
        }
        try {
            HttpRequest.Builder made = HttpRequest.newBuilder(url);
            headers.forEach(made::header);
            return made.method(method, new SingleBody(
                carriesBody ? request.body() : HttpRequest.BodyPublishers.noBody())).build();
        } catch (IllegalArgumentException e) {
            throw ApiException.misused(request.operation() + ": " + e.getMessage());
        }
    }

    private String authorize(Map<String, String> headers, String refused) throws InterruptedException {
        if (!isHome) {
            headers.keySet().removeAll(SECRETS);
            return "";
        }
        if (core.options().credentials == null || headers.containsKey("Authorization")) {
            return "";
        }
        Credentials.Given given = given(refused);
        if (!given.header().isEmpty()) {
            headers.put("Authorization", given.header());
        }
        return given.token();
    }

    private Credentials.Given given(String refused) throws InterruptedException {
        try {
            return core.options().credentials.give(refused);
        } catch (ApiException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new ApiException(ErrorCode.UNAUTHORIZED, "the token source gave no token: " + e.getMessage(), e);
        }
    }

    /** Goes where the answer points, or says why not. */
    private void move(Answer found, Request request) {
        URI to = Hrefs.resolved(url, found.header("Location"));
        if (found.header("Location").isEmpty() || to == null || !Hrefs.isHttp(to)) {
            throw refused(found, "a redirect to nowhere");
        }
        count++;
        if (count > MOST_REDIRECTS) {
            throw refused(found, "more redirects than are followed");
        }
        String shown = Redaction.of(to);
        if (request.retry() != Retry.SAFE) {
            throw refused(found, "only requests that change nothing follow a redirect, and this one leads to " + shown);
        }
        if (found.status() == 303 && !method.equals("HEAD")) {
            method = "GET";
        }
        if (!Hrefs.isSameOrigin(to, url) && !method.equals("GET") && !method.equals("HEAD")) {
            throw refused(found, "only GET and HEAD follow a redirect to another origin, and this one leads to " + shown);
        }
        if (url.getScheme().equals("https") && to.getScheme().equals("http")) {
            throw refused(found, "a redirect to where everybody can listen");
        }
        isHome = isHome && Hrefs.isSameOrigin(to, core.base());
        url = to;
    }

    private static ApiException refused(Answer found, String reason) {
        return new ApiException(ErrorCode.REDIRECT, reason).answered(found);
    }
}
