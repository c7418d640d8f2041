package driver;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.a3dav.client.ApiException;
import org.a3dav.client.Client;
import org.a3dav.client.ClientClock;
import org.a3dav.client.ClientOptions;
import org.a3dav.client.ErrorCode;
import org.a3dav.client.OAuth2;
import org.a3dav.client.WebhookMessage;
import org.a3dav.client.WebhookVerifier;

/** Runs scenarios with the public API of the Java SDK. */
public final class Driver {
    static final JsonMapper MAPPER = JsonMapper.builder()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build();
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(\\w+)\\}");

    private final SleepingClock clock = new SleepingClock();
    private final Map<String, String> saved = new HashMap<>();
    private final Client client;
    private ArrayNode items;

    private Driver(String url, JsonNode told) {
        ClientOptions options = ClientOptions.defaults().clock(clock).random(() -> 0.5);
        if (told.has("user")) {
            options.basicAuth(told.get("user").asText(), told.get("password").asText());
        } else if (told.has("provider")) {
            Deque<JsonNode> tokens = new ArrayDeque<>();
            told.get("provider").forEach(tokens::add);
            options.tokenProvider(() -> tokens.remove().asText());
        } else if (told.has("oauth")) {
            JsonNode oauth = told.get("oauth");
            String path = oauth.get("token_url").asText();
            String endpoint = path.startsWith("/") ? url.replaceFirst("/+$", "") + path : path;
            Instant expiry = clock.now().plusSeconds(oauth.get("expires_in").asLong());
            options.tokenSource(new OAuth2(endpoint, oauth.get("client_id").asText()).clock(clock).source(
                new OAuth2.Tokens(oauth.get("token").asText(), oauth.get("refresh_token").asText(), expiry)));
        } else if (told.has("token")) {
            options.token(told.get("token").asText());
        }
        if (told.has("retries")) {
            options.retries(told.get("retries").asInt());
        }
        if (told.has("timeout")) {
            options.timeout(Duration.ofMillis(Math.round(told.get("timeout").asDouble() * 1000)));
        }
        client = new Client(url, options);
    }

    /** Moves by sleeps alone, and notes them. */
    private static final class SleepingClock implements ClientClock {
        private final List<Double> slept = new ArrayList<>();
        private Instant moment = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant now() {
            return moment;
        }

        @Override
        public void sleep(Duration duration) {
            slept.add(Math.round(duration.toNanos() / 1e6) / 1e3);
            moment = moment.plus(duration);
        }
    }

    public static void main(String[] triples) throws Exception {
        for (int i = 0; i + 2 < triples.length; i += 3) {
            JsonNode scenario = MAPPER.readTree(Path.of(triples[i + 1]).toFile());
            Driver driver = new Driver(triples[i], scenario.get("client"));
            try (Client open = driver.client) {
                byte[] trace = MAPPER.writeValueAsBytes(driver.steps(open, scenario.get("steps")));
                Files.write(Path.of(triples[i + 2]), trace);
            }
        }
    }

    private ArrayNode steps(Client open, JsonNode steps) throws Exception {
        ArrayNode found = NODES.arrayNode();
        for (JsonNode step : steps) {
            int before = clock.slept.size();
            JsonNode error = NODES.nullNode();
            JsonNode result;
            items = null;
            try {
                result = step(open, step);
            } catch (ApiException e) {
                error = described(e);
                result = items == null ? NODES.nullNode() : items;
            }
            keep(step.path("save"), result);
            ObjectNode told = found.addObject().put("step", found.size() - 1);
            told.set("result", result);
            told.set("error", error);
            clock.slept.subList(before, clock.slept.size()).forEach(told.putArray("sleeps")::add);
        }
        return found;
    }

    private void keep(JsonNode save, JsonNode result) {
        save.fields().forEachRemaining(one -> {
            JsonNode at = result;
            for (String part : one.getValue().asText().substring(1).split("/")) {
                at = at.isArray() ? at.get(Math.floorMod(Integer.parseInt(part), at.size())) : at.path(part);
            }
            saved.put(one.getKey(), at.asText());
        });
    }

    private static JsonNode described(ApiException e) {
        ObjectNode told = NODES.objectNode().put("code", e.code().text());
        told.set("status", e.status() == 0 ? NODES.nullNode() : NODES.numberNode(e.status()));
        boolean isNamed = e.problem() != null && !e.problem().type().equals("about:blank");
        told.put("problem_type", isNamed ? e.problem().type() : null);
        told.put("condition", e.conditions().isEmpty() ? null : e.conditions().get(0).toString());
        boolean isCall = e.code() != ErrorCode.WEBHOOK_SIGNATURE;
        told.set("attempts", isCall ? NODES.numberNode(Math.max(1, e.attempts())) : NODES.nullNode());
        return told;
    }

    private JsonNode step(Client open, JsonNode step) throws Exception {
        String given = step.path("with").isMissingNode() ? "{}" : MAPPER.writeValueAsString(step.get("with"));
        Matcher found = REFERENCE.matcher(given);
        String text = found.replaceAll(one -> {
            String quoted = NODES.textNode(saved.get(one.group(1))).toString();
            return Matcher.quoteReplacement(quoted.substring(1, quoted.length() - 1));
        });
        JsonNode with = MAPPER.readTree(text);
        String[] names = step.get("do").asText().split("\\.", 2);
        int take = step.path("take").asInt(-1);
        return switch (names[0]) {
            case "dav" -> new DavSteps(open.dav()).run(names[1], with, list -> items = list);
            case "webhook" -> verified(with);
            default -> new Reflected(open).call(names[0], names[1], with, take, list -> items = list);
        };
    }

    private static JsonNode verified(JsonNode with) {
        Map<String, String> headers = new HashMap<>();
        with.get("headers").fields().forEachRemaining(one -> headers.put(one.getKey(), one.getValue().asText()));
        List<String> secrets = new ArrayList<>();
        with.get("secrets").forEach(one -> secrets.add(one.asText()));
        WebhookMessage message = new WebhookVerifier(secrets).verify(
            headers, with.get("body").asText().getBytes(StandardCharsets.UTF_8),
            Instant.ofEpochSecond(with.get("now").asLong()));
        return message.payload() == null ? message.json() : MAPPER.valueToTree(message.payload());
    }
}
