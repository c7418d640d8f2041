package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells whether messages were signed, a short while ago, with one of the secrets (Standard Webhooks). */
public final class WebhookVerifier {
    private final List<String> secrets;
    private final Duration tolerance;

    /** Give two secrets while one replaces the other. */
    public WebhookVerifier(List<String> secrets) {
        this(secrets, Duration.ofSeconds(300));
    }

    /** With another tolerance than 300 s, in either direction. */
    public WebhookVerifier(List<String> secrets, Duration tolerance) {
        this.secrets = List.copyOf(secrets);
        this.tolerance = tolerance;
    }

    /**
     * Verifies a message and reads it.
     *
     * @param headers names in any case
     * @param body the one that came, to the byte
     */
    public WebhookMessage verify(Map<String, String> headers, byte[] body) {
        return verify(headers, body, Instant.now());
    }

    /** The same at another time. */
    public WebhookMessage verify(Map<String, String> headers, byte[] body, Instant now) {
        String id = header(headers, "webhook-id");
        String moment = header(headers, "webhook-timestamp");
        String signatures = header(headers, "webhook-signature");
        if (id.isEmpty() || moment.isEmpty() || signatures.isEmpty()) {
            throw refused("missing");
        }
        checkTime(moment, now);
        checkSignatures(id + "." + moment + ".", body, signatures.strip().split("\\s+"));
        try {
            JsonNode json = Json.read(body);
            String type = json.path("type").asText();
            return new WebhookMessage(type, WebhookTypes.payload(type, json), json);
        } catch (Mismatch e) {
            throw new ApiException(ErrorCode.DECODE, e.getMessage(), e);
        }
    }

    private static String header(Map<String, String> headers, String name) {
        return headers.entrySet().stream()
            .filter(one -> one.getKey().equalsIgnoreCase(name))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
    }

    private void checkTime(String moment, Instant now) {
        if (!moment.matches("[0-9]{1,12}")) {
            throw refused("timestamp");
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(moment)), now).abs();
        if (age.compareTo(tolerance) > 0) {
            throw refused("timestamp");
        }
    }

    /** Compares all of them, so that the time it takes tells nothing. */
    private void checkSignatures(String prefix, byte[] body, String... signatures) {
        boolean isMatched = false;
        for (String secret : secrets) {
            byte[] wanted = ("v1," + signature(key(secret), prefix, body)).getBytes(StandardCharsets.UTF_8);
            for (String one : signatures) {
                isMatched |= MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), wanted);
            }
        }
        if (!isMatched) {
            throw refused("mismatch");
        }
    }

    private static String signature(byte[] key, String prefix, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(prefix.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new ApiException(ErrorCode.CONFIGURATION, "this machine has no HMAC-SHA256", e);
        }
    }

    private static byte[] key(String secret) {
        try {
            byte[] key = secret.startsWith("whsec_")
                ? Base64.getDecoder().decode(secret.substring(6))
                : secret.getBytes(StandardCharsets.UTF_8);
            if (key.length > 0) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw ApiException.misused("a secret of a webhook is not base64 behind whsec_");
        }
        throw ApiException.misused("a secret of a webhook is empty");
    }

    private static ApiException refused(String reason) {
        return new ApiException(ErrorCode.WEBHOOK_SIGNATURE, reason);
    }
}
