package org.a3dav.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    /** As it would be rendered. */
    record Thing(long id, Opt<String> parent, Opt<Timestamp> when, Opt<Thing> inner, Opt<List<Double>> numbers,
        Map<String, JsonNode> extra) implements Model {
        static final Codec<Thing> CODEC = Codec.of(Thing::fromJson, "id", "parent");

        static Thing fromJson(JsonNode json) {
            MemberReader in = new MemberReader(json);
            return new Thing(
                in.required("id", Codecs.INTEGER), in.nullable("parent", Codecs.TEXT),
                in.optional("when", Codecs.TIMESTAMP), in.optional("inner", CODEC),
                in.optional("numbers", Codecs.list(Codecs.NUMBER)), in.extra(Codecs.ANY));
        }

        @Override
        public JsonNode toJson() {
            return new MemberWriter().required("id", id, Codecs.INTEGER).nullable("parent", parent, Codecs.TEXT)
                .optional("when", when, Codecs.TIMESTAMP).optional("inner", inner, CODEC)
                .optional("numbers", numbers, Codecs.list(Codecs.NUMBER)).extra(extra, Codecs.ANY).done();
        }
    }

    private static String text(JsonNode json) {
        return new String(Json.write(json), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"id\":9007199254740993,\"parent\":null}",
        "{\"id\":1,\"parent\":\"<&>ü❤\",\"inner\":null}",
        "{\"id\":1,\"parent\":null,\"inner\":{\"id\":2,\"parent\":\"\",\"z\":1}}",
        "{\"id\":1,\"parent\":null,\"when\":\"2026-01-01T00:00:00.000+02:00\"}",
        "{\"id\":1,\"parent\":null,\"when\":\"tomorrow\"}",
        "{\"id\":1,\"parent\":null,\"numbers\":[1,2.5,-0.125]}",
        "{\"id\":1,\"parent\":null,\"free\":{\"big\":123456789012345678901234567890,\"n\":1.10},\"ID\":[{\"deep\":null}]}",
    })
    void whatCameIsWhatIsSentAgain(String came) {
        assertEquals(came, text(Thing.fromJson(Json.read(came)).toJson()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{}|the member id is missing", "{\"id\":null,\"parent\":null}|the member id is null",
        "{\"id\":1}|the member parent is missing", "{\"id\":1.5,\"parent\":null}|id: the number is no integer of 64 bits",
        "{\"id\":1,\"parent\":null,\"inner\":{\"id\":\"no\"}}|inner: id: there is string and not an integer",
        "[]|there is array and not an object",
    })
    void whatCannotBeReadSaysWhereAndWhy(String came, String wanted) {
        assertEquals(wanted, assertThrows(Mismatch.class, () -> Thing.fromJson(Json.read(came))).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"name\"", "{\"a\":1} {}", "NaN", "{'a':1}"})
    void whatIsNoJsonIsRefused(String came) {
        assertThrows(Mismatch.class, () -> Json.read(came));
    }

    @Test
    void anOptTellsAbsentNullAndValueApart() {
        assertTrue(Opt.absent().isAbsent());
        assertTrue(Opt.ofNull().isNull());
        assertEquals(5, Opt.<Integer>ofNull().orElse(5));
        assertEquals(3, Opt.of(3).orElse(5));
        assertEquals(Opt.of(4), Opt.of(3).map(one -> one + 1));
    }

    @Test
    void aMemberThatIsKnownIsNotSentTwice() {
        Thing thing = new Thing(1, Opt.ofNull(), Opt.absent(), Opt.absent(), Opt.absent(), Map.of("id", Json.read("2")));
        assertEquals("{\"id\":1,\"parent\":null}", text(thing.toJson()));
    }

    private static Object variant(String json, String member) {
        return Json.<Object>variant(Json.read(json), member,
            Json.choice(Thing.CODEC, thing -> "thing", "thing", "old"), Json.choice(Codecs.TEXT, text -> "text", "text"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
        "{\"kind\":\"thing\",\"id\":1,\"parent\":null}|kind|thing", "{\"kind\":\"old\",\"id\":1,\"parent\":null}|kind|thing",
        "{\"kind\":\"new\",\"id\":1,\"parent\":null}|kind|none", "{\"id\":1,\"parent\":null}|kind|none",
        "{\"id\":1,\"parent\":null}|''|thing", "\"a\"|''|text", "{\"id\":1}|''|none", "7|''|none",
    })
    void aUnionTakesTheVariantThatItsMemberTellsOrTheFirstThatFits(String json, String member, String wanted) {
        assertEquals(wanted, variant(json, member));
    }
}
