package org.a3dav.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The types that every interface has. */
final class Codecs {
    static final Codec<String> TEXT = scalar(
        json -> wanted(json.isTextual(), json, "text").textValue(), Json.NODES::textNode);
    static final Codec<Boolean> BOOLEAN = scalar(
        json -> wanted(json.isBoolean(), json, "true or false").booleanValue(), Json.NODES::booleanNode);
    static final Codec<Long> INTEGER = scalar(Codecs::longOf, Json.NODES::numberNode);
    static final Codec<BigInteger> BIG_INTEGER = scalar(Codecs::integerOf, Json.NODES::numberNode);
    static final Codec<Double> NUMBER = scalar(Codecs::doubleOf, Codecs::numberNode);
    static final Codec<Timestamp> TIMESTAMP = scalar(
        json -> new Timestamp(TEXT.read(json)), moment -> Json.NODES.textNode(moment.text()));
    static final Codec<byte[]> BYTES = scalar(Codecs::bytesOf, BinaryNode::valueOf);
    static final Codec<JsonNode> ANY = new Any();

    private Codecs() {}

    static <T> Codec<List<T>> list(Codec<T> item) {
        return scalar(json -> readList(json, item), values -> writeList(values, item));
    }

    static <T> Codec<Map<String, T>> map(Codec<T> item) {
        return scalar(json -> readMap(json, item), values -> writeMap(values, item));
    }

    /** A value that may be null inside of lists, maps and results. */
    static <T> Codec<Opt<T>> nullable(Codec<T> of) {
        return new OrNull<>(of);
    }

    static JsonNode object(JsonNode json) {
        return wanted(json.isObject(), json, "an object");
    }

    private static JsonNode wanted(boolean is, JsonNode json, String what) {
        if (!is) {
            throw new Mismatch("there is " + json.getNodeType().name().toLowerCase(java.util.Locale.ROOT) + " and not " + what);
        }
        return json;
    }

    private static Long longOf(JsonNode json) {
        wanted(json.isNumber(), json, "an integer");
        try {
            return json.decimalValue().longValueExact();
        } catch (ArithmeticException e) {
            throw new Mismatch("the number is no integer of 64 bits");
        }
    }

    private static BigInteger integerOf(JsonNode json) {
        BigDecimal number = wanted(json.isNumber(), json, "an integer").decimalValue();
        if (Math.abs((long) number.scale()) > 1000) {
            throw new Mismatch("the number is too large");
        }
        try {
            return number.toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new Mismatch("the number is no integer");
        }
    }

    private static Double doubleOf(JsonNode json) {
        double number = wanted(json.isNumber(), json, "a number").doubleValue();
        if (Double.isInfinite(number)) {
            throw new Mismatch("the number is too large");
        }
        return number;
    }

    private static JsonNode numberNode(Double number) {
        if (Math.rint(number) == number && Math.abs(number) < 1e15) {
            return Json.NODES.numberNode(number.longValue());
        }
        return Json.NODES.numberNode(new BigDecimal(number.toString()));
    }

    private static byte[] bytesOf(JsonNode json) {
        try {
            return json.binaryValue() == null ? new byte[0] : json.binaryValue();
        } catch (IOException e) {
            throw new Mismatch("the text is not base64");
        }
    }

    private static <T> List<T> readList(JsonNode json, Codec<T> item) {
        wanted(json.isArray(), json, "a list");
        List<T> found = new ArrayList<>(json.size());
        for (int i = 0; i < json.size(); i++) {
            found.add(readIn("[" + i + "]", json.get(i), item));
        }
        return Collections.unmodifiableList(found);
    }

    private static <T> JsonNode writeList(List<T> values, Codec<T> item) {
        ArrayNode made = Json.NODES.arrayNode(values.size());
        values.forEach(value -> made.add(item.write(value)));
        return made;
    }

    private static <T> Map<String, T> readMap(JsonNode json, Codec<T> item) {
        Map<String, T> found = new LinkedHashMap<>();
        object(json).fields().forEachRemaining(
            entry -> found.put(entry.getKey(), readIn(entry.getKey(), entry.getValue(), item)));
        return Collections.unmodifiableMap(found);
    }

    private static <T> JsonNode writeMap(Map<String, T> values, Codec<T> item) {
        ObjectNode made = Json.NODES.objectNode();
        values.forEach((name, value) -> made.set(name, item.write(value)));
        return made;
    }

    /** Says of a mismatch where it is. */
    static <T> T readIn(String place, JsonNode json, Codec<T> codec) {
        try {
            return codec.read(json);
        } catch (Mismatch e) {
            throw e.in(place);
        }
    }

    private static <T> Codec<T> scalar(Function<JsonNode, T> reading, Function<T, JsonNode> writing) {
        return new Pair<>(reading, writing);
    }

    private record Pair<T>(Function<JsonNode, T> reading, Function<T, JsonNode> writing) implements Codec<T> {
        @Override
        public T read(JsonNode json) {
            return reading.apply(json);
        }

        @Override
        public JsonNode write(T value) {
            return writing.apply(value);
        }
    }

    private record Any() implements Codec<JsonNode> {
        @Override
        public JsonNode read(JsonNode json) {
            return json;
        }

        @Override
        public JsonNode write(JsonNode value) {
            return value;
        }

        @Override
        public boolean takesNull() {
            return true;
        }
    }

    private record OrNull<T>(Codec<T> of) implements Codec<Opt<T>> {
        @Override
        public Opt<T> read(JsonNode json) {
            return json.isNull() ? Opt.ofNull() : Opt.of(of.read(json));
        }

        @Override
        public JsonNode write(Opt<T> value) {
            return value instanceof Opt.Value<T> held ? of.write(held.value()) : Json.NODES.nullNode();
        }

        @Override
        public boolean takesNull() {
            return true;
        }
    }
}
