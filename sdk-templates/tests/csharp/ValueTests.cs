using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Newtonsoft.Json.Linq;

namespace A3dav.Client.Tests
{
    internal sealed class Thing : Model<JToken>
    {
        [Member("id", true)]
        public string Id { get; set; }

        [Member("color", false)]
        public Optional<string> Color { get; set; }

        [Member("size", false)]
        public Optional<long> Size { get; set; }

        [Member("list", true)]
        public List<Timestamp> List { get; set; } = new List<Timestamp>();
    }

    [ToldBy("kind")]
    internal sealed class Either : Union
    {
        [Variant(0, typeof(Thing), "thing")]
        public Thing AsThing => (Thing)At(0);
    }

    internal sealed class First : Union
    {
        [Variant(0, typeof(Thing))]
        public Thing AsThing => (Thing)At(0);

        [Variant(1, typeof(long))]
        public long? AsNumber => (long?)At(1);
    }

    internal static class ValueTests
    {
        private static string Again<T>(string text) => Json.Write(Json.Read<T>(text));

        public static void A_model_comes_back_as_it_came()
        {
            var text = "{\"id\":\"1\",\"color\":null,\"size\":9007199254740993,\"list\":[\"2026-01-02T03:04:05.123456789+01:30\"],\"newer\":{\"a\":[1,2.50e2,null]}}";
            Check.Equal(text.Replace("2.50e2", "250"), Again<Thing>(text));
        }

        public static void Others_can_have_models_in_their_own_json()
        {
            var text = "[{\"id\":\"1\",\"list\":[\"2026-01-02T03:04:05.000+01:00\"],\"newer\":\"2026-01-02T03:04:05Z\"}]";
            Check.Equal(text, Newtonsoft.Json.JsonConvert.SerializeObject(Newtonsoft.Json.JsonConvert.DeserializeObject<List<Thing>>(text)));
        }

        public static void Absent_null_and_a_value_differ()
        {
            Check.Equal("{\"id\":\"1\",\"list\":[]}", Json.Write(new Thing { Id = "1" }));
            Check.Equal("{\"id\":\"1\",\"color\":null,\"list\":[]}", Json.Write(new Thing { Id = "1", Color = null }));
            Check.Equal("{\"id\":\"1\",\"color\":\"x\",\"list\":[]}", Json.Write(new Thing { Id = "1", Color = "x" }));
        }

        public static void Numbers_keep_their_values()
        {
            var text = "[1,-1,9223372036854775808,123456789012345678901234567890,0.1,1.5E300,12345678901234567890.12345,1E400,0.12345678901234567890123456789012345]";
            Check.Equal(text.Replace("1.5E300", "1.5E+300"), Again<JToken>(text));
        }

        public static void What_is_no_json_is_not_read()
        {
            foreach (var text in new[] { "", "{a:1}", "'a'", "[1,]", "{\"a\":1,}", "01", "1.", ".5", "+1", "NaN", "[1] 2", "\"\t\"", "\"\\x\"", "\"\\u12g4\"", "tru", "// c\n1", "-", "1e", "\"", "[" })
            {
                Check.Throws<DecodeException>(() => Json.Parse(text));
            }
        }

        public static void Json_that_is_too_deep_is_not_read() =>
            Check.Throws<DecodeException>(() => Json.Parse(new string('[', 100000) + new string(']', 100000)));

        public static void Text_is_escaped_where_it_must_be()
        {
            Check.Equal("\"\\\"\\\\\\n\\u0001é❤\u2028\\ud800</\"", Json.Write(new JValue("\"\\\n\u0001é❤\u2028\ud800</")));
        }

        public static void A_member_that_is_missing_or_of_another_type_is_told()
        {
            Check.Throws<DecodeException>(() => Json.Read<Thing>("{\"list\":[]}"));
            Check.Equal("decode: size: string is not an integer of 64 bits", Check.Throws<DecodeException>(() => Json.Read<Thing>("{\"id\":\"1\",\"list\":[],\"size\":\"1\"}")).Message);
        }

        public static void A_member_tells_the_type_of_a_union()
        {
            Check.Equal("1", Json.Read<Either>("{\"kind\":\"thing\",\"id\":\"1\",\"list\":[]}").AsThing.Id);
            Check.Equal("{\"kind\":\"newer\",\"x\":1}", Again<Either>("{\"kind\":\"newer\",\"x\":1}"));
        }

        public static void Without_such_a_member_the_first_type_that_fits_is_taken()
        {
            Check.Equal(5L, Json.Read<First>("5").AsNumber);
            Check.Equal(null, Json.Read<First>("5").AsThing);
            Check.Equal("\"x\"", Json.Write(Json.Read<First>("\"x\"").Unknown));
        }

        public static void A_time_is_its_text_and_an_instant_where_it_is_one()
        {
            Check.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)), new Timestamp("2026-01-02T03:04:05+01:00").Instant);
            Check.Equal(null, new Timestamp("tomorrow").Instant);
            Check.Equal("2026-01-02T03:04:05.5Z", new Timestamp(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 500, TimeSpan.Zero)).Text);
        }

        public static void Parameters_are_written_as_their_style_says()
        {
            var list = new List<string> { "a b", "c" };
            var map = new Dictionary<string, string> { { "x", "1" }, { "y", "2" } };
            Check.Equal("n=a%20b&n=c", Query(list, "form", true));
            Check.Equal("n=a%20b,c", Query(list, "form", false));
            Check.Equal("n=a%20b%20c", Query(list, "spaceDelimited", false));
            Check.Equal("n=a%20b%7Cc", Query(list, "pipeDelimited", false));
            Check.Equal("n%5Bx%5D=1&n%5By%5D=2", Query(map, "deepObject", true));
            Check.Equal("x=1&y=2", Query(map, "form", true));
            Check.Equal("n=x,1,y,2", Query(map, "form", false));
            Check.Equal("n=%5B%22a%20b%22%2C%22c%22%5D", Query(list, "json", false));
            Check.Equal("n=true", Query(true, "form", true));
            Check.Equal("", Query(default(Optional<string>), "form", true));
            Check.Equal("/;n=a%20b;n=c", Path(list, "matrix", true));
            Check.Equal("/;x=1;y=2", Path(map, "matrix", true));
            Check.Equal("/.a%20b.c", Path(list, "label", true));
            Check.Equal("/x=1,y=2", Path(map, "simple", true));
            Check.Equal("/a%2Fb%2B%C3%BC~", Path("a/b+ü~", "simple", false));
        }

        public static void A_path_cannot_climb()
        {
            Check.Throws<ConfigurationException>(() => Path("..", "simple", false));
            Check.Throws<ConfigurationException>(() => Path(string.Empty, "simple", false));
        }

        public static void A_header_holds_no_line_end() =>
            Check.Throws<ConfigurationException>(() => new ApiRequest("x", "GET", "/", Retry.Safe).InHeader("A", "b\r\nC: d", "simple", false));

        public static void A_form_has_a_field_for_each_item()
        {
            var request = new ApiRequest("x", "POST", "/", Retry.Never);
            request.CarryForm(new Dictionary<string, object> { { "a&", new List<string> { "1", "2 3" } }, { "b", null } }, "application/x-www-form-urlencoded");
            Check.Equal("a%26=1&a%26=2%203", Carried(request));
        }

        public static void A_part_of_a_form_cannot_end_its_name()
        {
            var request = new ApiRequest("x", "POST", "/", Retry.Never);
            request.CarryMultipart(new Dictionary<string, object> { { "f\"\r\n", Encoding.ASCII.GetBytes("bytes") } }, "multipart/form-data");
            Check.Equal(true, Carried(request).Contains("; name=\"f%22%0D%0A\"; filename=\"f%22%0D%0A\"\r\nContent-Type: application/octet-stream\r\n\r\nbytes\r\n--"));
        }

        private static string Carried(ApiRequest request) => request.Content().ReadAsStringAsync().Result;

        private static string Query(object value, string style, bool explode)
        {
            var request = new ApiRequest("x", "GET", "/", Retry.Safe);
            request.InQuery("n", value, style, explode);
            return string.Join("&", request.Query);
        }

        private static string Path(object value, string style, bool explode)
        {
            var request = new ApiRequest("x", "GET", "/{n}", Retry.Safe);
            request.InPath("n", value, style, explode);
            return request.Path;
        }
    }
}
