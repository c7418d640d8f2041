package driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.a3dav.client.CallOption;
import org.a3dav.client.Client;
import org.a3dav.client.Download;
import org.a3dav.client.Model;
import org.a3dav.client.Opt;
import org.a3dav.client.ResultStream;
import org.a3dav.client.StreamEvent;
import org.a3dav.client.TextAnswer;
import org.a3dav.client.Timestamp;
import org.a3dav.client.Upload;

/** Calls what a scenario names. */
final class Reflected {
    private final Client client;

    Reflected(Client client) {
        this.client = client;
    }

    private static String plain(String name) {
        return name.replaceAll("\\W|_", "").toLowerCase(Locale.ROOT);
    }

    /** The method with a name in any case that takes most. */
    private static Method method(Class<?> owner, String name) {
        return Arrays.stream(owner.getMethods())
            .filter(one -> plain(one.getName()).equals(plain(name)))
            .max((a, b) -> a.getParameterCount() - b.getParameterCount())
            .orElseThrow(() -> new IllegalArgumentException(owner + " has no " + name));
    }

    JsonNode call(String service, String name, JsonNode with, int take, Consumer<ArrayNode> items) throws Exception {
        Object owner = method(Client.class, service).invoke(client);
        Method method = method(owner.getClass(), name);
        ObjectNode left = with.deepCopy();
        JsonNode body = left.remove("body");
        List<Object> arguments = new ArrayList<>();
        Class<?>[] kinds = method.getParameterTypes();
        for (int i = 0; i < kinds.length - 1; i++) {
            boolean isParams = kinds[i].getSimpleName().matches(".*(Params|Variables)");
            boolean isBody = i == kinds.length - 2 || kinds[i + 1].getSimpleName().endsWith("Params");
            if (isParams) {
                arguments.add(built(kinds[i], left));
            } else if (body != null && isBody) {
                arguments.add(value(body, method.getGenericParameterTypes()[i]));
            } else {
                String first = left.fieldNames().next();
                arguments.add(value(left.remove(first), method.getGenericParameterTypes()[i]));
            }
        }
        arguments.add(new CallOption[0]);
        try {
            return told(method.invoke(owner, arguments.toArray()), take, items);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    private static Object built(Class<?> kind, ObjectNode with) throws Exception {
        Object builder = kind.getMethod("builder").invoke(null);
        Iterator<Map.Entry<String, JsonNode>> fields = with.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> one = fields.next();
            Method setter = Arrays.stream(builder.getClass().getMethods())
                .filter(each -> plain(each.getName()).equals(plain(one.getKey())))
                .filter(each -> each.getParameterTypes()[0] == Opt.class == one.getValue().isNull())
                .findFirst().orElseThrow();
            setter.invoke(builder, one.getValue().isNull()
                ? Opt.ofNull()
                : value(one.getValue(), setter.getGenericParameterTypes()[0]));
        }
        return builder.getClass().getMethod("build").invoke(builder);
    }

    private static Object value(JsonNode json, Type kind) throws Exception {
        if (kind instanceof ParameterizedType map && map.getRawType() == Map.class) {
            return Driver.MAPPER.convertValue(json, Driver.MAPPER.constructType(kind));
        }
        if (kind instanceof ParameterizedType generic) {
            List<Object> found = new ArrayList<>();
            for (JsonNode item : json) {
                found.add(value(item, generic.getActualTypeArguments()[0]));
            }
            return found;
        }
        if (kind == JsonNode.class) {
            return json;
        }
        if (kind == Upload.class) {
            return Upload.of(json.asText());
        }
        if (kind == Timestamp.class) {
            return new Timestamp(json.asText());
        }
        if (Model.class.isAssignableFrom((Class<?>) kind)) {
            return ((Class<?>) kind).getMethod("fromJson", JsonNode.class).invoke(null, json);
        }
        return Driver.MAPPER.treeToValue(json, (Class<?>) kind);
    }

    private static JsonNode told(Object result, int take, Consumer<ArrayNode> items) {
        if (result instanceof TextAnswer text) {
            return text(text.text(), text.etag());
        }
        if (result instanceof Download download) {
            return text(new String(download.readAll(), StandardCharsets.UTF_8), download.etag());
        }
        if (result instanceof Iterable<?> several && !(result instanceof List)) {
            return taken(several, take, items);
        }
        return result == null ? Driver.NODES.nullNode() : Driver.MAPPER.valueToTree(result);
    }

    private static JsonNode text(String text, String etag) {
        return Driver.NODES.objectNode().put("text", text).put("etag", etag.isEmpty() ? null : etag);
    }

    /** What came before an error stays in the list that `items` was given. */
    private static JsonNode taken(Iterable<?> several, int take, Consumer<ArrayNode> items) {
        ArrayNode found = Driver.NODES.arrayNode();
        items.accept(found);
        if (take != 0) {
            Iterator<?> each = several.iterator();
            while (found.size() != take && each.hasNext()) {
                found.add(listed(each.next()));
            }
        }
        if (several instanceof ResultStream<?> stream) {
            stream.close();
        }
        return found;
    }

    private static JsonNode listed(Object item) {
        if (item instanceof StreamEvent<?> event) {
            ObjectNode made = Driver.NODES.objectNode().put("id", event.id()).put("event", event.event());
            JsonNode data = event.data().isPresent() ? Driver.MAPPER.valueToTree(event.data().get()) : event.json();
            return made.set("data", data);
        }
        return Driver.MAPPER.valueToTree(item);
    }
}
