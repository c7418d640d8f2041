package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** An authorization server and the client that is known there. */
public final class OAuth2 {
    /** How long before its expiry a token is renewed. */
    private static final Duration EARLIER = Duration.ofSeconds(30);

    private final String tokenUrl;
    private final String clientId;
    private final ClientOptions options = ClientOptions.defaults().anonymous();
    private String deviceUrl = "";
    private String clientSecret = "";
    private List<String> scopes = List.of();
    private Consumer<Tokens> save = tokens -> {};

    /**
     * What an authorization server gives.
     *
     * @param accessToken the token for requests
     * @param refreshToken the token for the next one, or empty
     * @param expiry when it ends, or null when the server did not say
     */
    public record Tokens(String accessToken, String refreshToken, Instant expiry) {
        @Override
        public String toString() {
            return "Tokens[expiry=" + expiry + "]";
        }
    }

    /**
     * What a person needs to let a device in, on another device that has a browser.
     *
     * @param userCode the code to show
     * @param verificationUri the address to show
     * @param verificationUriComplete the address with the code in it, for a picture to photograph, or empty
     * @param expiry when the code ends
     * @param deviceCode what the device asks with
     * @param interval how long to wait between two questions
     */
    public record DeviceGrant(
        String userCode, String verificationUri, String verificationUriComplete, Instant expiry, String deviceCode,
        Duration interval) {}

    public OAuth2(String tokenUrl, String clientId) {
        this.tokenUrl = tokenUrl;
        this.clientId = clientId;
    }

    /** The secret of a client that is not public. */
    public OAuth2 clientSecret(String secret) {
        clientSecret = secret;
        return this;
    }

    /** The device authorization endpoint (RFC 8628). */
    public OAuth2 deviceUrl(String url) {
        deviceUrl = url;
        return this;
    }

    public OAuth2 scopes(String... scopes) {
        this.scopes = List.of(scopes);
        return this;
    }

    /** Is told of each new token, so that it outlives the process. */
    public OAuth2 save(Consumer<Tokens> save) {
        this.save = save;
        return this;
    }

    public OAuth2 clock(ClientClock clock) {
        options.clock(clock);
        return this;
    }

    public OAuth2 transport(Transport transport) {
        options.transport(transport);
        return this;
    }

    /** Gives the access token and renews it when it ends or is refused (RFC 6749 §6). */
    public TokenSource source(Tokens first) {
        ReentrantLock turn = new ReentrantLock();
        Tokens[] held = {first};
        return refused -> {
            turn.lockInterruptibly();
            try {
                held[0] = renewed(held[0], refused);
                return held[0].accessToken();
            } finally {
                turn.unlock();
            }
        };
    }

    private Tokens renewed(Tokens held, String refused) {
        boolean isEnding = held.expiry() != null && !options.clock.now().isBefore(held.expiry().minus(EARLIER));
        boolean isGood = !held.accessToken().isEmpty() && !held.accessToken().equals(refused) && !isEnding;
        if (isGood || held.refreshToken().isEmpty()) {
            return held; // without a refresh token the server will say that it is over, or has said so
        }
        Tokens made = ask(Map.of("grant_type", "refresh_token", "refresh_token", held.refreshToken()));
        Tokens kept = made.refreshToken().isEmpty()
            ? new Tokens(made.accessToken(), held.refreshToken(), made.expiry())
            : made;
        save.accept(kept);
        return kept;
    }

    private Tokens ask(Map<String, String> form) {
        Instant asked = options.clock.now();
        JsonNode found = post(tokenUrl, form);
        String token = found.path("access_token").asText();
        if (token.isEmpty() || !found.path("token_type").asText().equalsIgnoreCase("bearer")) {
            throw new ApiException(ErrorCode.DECODE, "the authorization server gave no bearer token");
        }
        Duration lifetime = seconds(found, "expires_in");
        return new Tokens(
            token, found.path("refresh_token").asText(), lifetime.isZero() ? null : asked.plus(lifetime));
    }

    private static Duration seconds(JsonNode found, String name) {
        long seconds = found.path(name).asLong();
        return seconds < 0 || seconds > 1L << 31 ? Duration.ZERO : Duration.ofSeconds(seconds);
    }

    /** Asks an endpoint once: a token that was given and lost may be the last. */
    private JsonNode post(String endpoint, Map<String, String> given) {
        URI target = Hrefs.resolved(URI.create("http://invalid/"), endpoint);
        if (target == null || target.getHost().equals("invalid")) {
            throw ApiException.misused("the endpoint of OAuth 2 is no URL");
        }
        Map<String, String> form = new LinkedHashMap<>(given);
        form.put("client_id", clientId);
        if (!clientSecret.isEmpty()) {
            form.put("client_secret", clientSecret);
        }
        String body = form.entrySet().stream()
            .map(one -> Style.escape(one.getKey()) + "=" + Style.escape(one.getValue()))
            .collect(Collectors.joining("&"));
        Request request = Request.to("oauth2", "POST", target, Retry.NEVER).foreign().accept(MediaTypes.JSON)
            .text(body, "application/x-www-form-urlencoded");
        if (options.transport == null) {
            options.transport = ClientOptions.defaultTransport(options.connectTimeout);
        }
        Core core = new Core(target.getScheme() + "://" + target.getRawAuthority(), options);
        try {
            return Calls.read(request, core.send(request), Codecs.ANY);
        } finally {
            core.close();
        }
    }

    /** Asks for a code to show (RFC 8628 §3.1). */
    public DeviceGrant startDevice() {
        Instant asked = options.clock.now();
        JsonNode found = post(deviceUrl, Map.of("scope", String.join(" ", scopes)));
        Duration interval = seconds(found, "interval");
        DeviceGrant made = new DeviceGrant(
            found.path("user_code").asText(), found.path("verification_uri").asText(),
            found.path("verification_uri_complete").asText(), asked.plus(seconds(found, "expires_in")),
            found.path("device_code").asText(), interval.isZero() ? Duration.ofSeconds(5) : interval);
        if (made.deviceCode().isEmpty() || made.verificationUri().isEmpty()) {
            throw new ApiException(ErrorCode.DECODE, "the authorization server gave no device code");
        }
        return made;
    }

    /** Asks, again and again, whether the person has let the device in (RFC 8628 §3.4). */
    public Tokens waitDevice(DeviceGrant grant) {
        Map<String, String> form = Map.of(
            "grant_type", "urn:ietf:params:oauth:grant-type:device_code", "device_code", grant.deviceCode());
        Duration interval = grant.interval();
        while (options.clock.now().isBefore(grant.expiry())) {
            try {
                options.clock.sleep(interval);
                Tokens made = ask(form);
                save.accept(made);
                return made;
            } catch (ApiException e) {
                interval = slower(interval, e);
            } catch (InterruptedException e) {
                throw Core.cancelled(e);
            }
        }
        throw new ApiException(ErrorCode.UNAUTHORIZED, "nobody let the device in while its code was good");
    }

    private static Duration slower(Duration interval, ApiException e) {
        if (e.mayPass()) {
            return interval.multipliedBy(2);
        }
        String said = "";
        try {
            said = Json.read(e.body()).path("error").asText();
        } catch (Mismatch none) {
            throw e;
        }
        if (said.equals("slow_down")) {
            return interval.plusSeconds(5);
        }
        if (said.equals("authorization_pending")) {
            return interval;
        }
        throw e;
    }
}
