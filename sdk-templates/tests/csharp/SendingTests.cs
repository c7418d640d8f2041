using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace A3dav.Client.Tests
{
    internal static class SendingTests
    {
        private static ApiRequest Get(string path = "/x") => new ApiRequest("x", "GET", path, Retry.Safe).Accept("application/json");

        private static Task<JToken> Ask(Core core, ApiRequest request = null, CallOptions options = null) =>
            core.JsonAsync<JToken>(request ?? Get(), options, CancellationToken.None);

        public static async Task What_may_pass_is_asked_again_after_a_delay()
        {
            using (var server = new Scripted(Scripted.Said(503), Scripted.Said(502), Scripted.Json("{\"a\":1}")))
            {
                Check.Equal(1L, (long)(await Ask(server.Client()))["a"]);
                Check.Equal("0.375 0.75", server.Clock.Told);
            }
        }

        public static async Task The_server_says_how_long_to_wait_in_seconds_and_as_a_date()
        {
            var date = Scripted.Said(503, headers: "Retry-After: Thu, 01 Jan 2026 00:00:12 GMT\r\n");
            using (var server = new Scripted(Scripted.Said(429, headers: "Retry-After: 7\r\n"), date, Scripted.Json("1")))
            {
                await Ask(server.Client());
                Check.Equal("7 5", server.Clock.Told);
            }
        }

        public static void A_date_may_have_the_forms_that_are_obsolete()
        {
            var now = new DateTimeOffset(1994, 11, 6, 8, 49, 30, TimeSpan.Zero);
            foreach (var date in new[] { "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994" })
            {
                var headers = new Headers(new Dictionary<string, string> { { "Retry-After", date } });
                Check.Equal(TimeSpan.FromSeconds(7), Retrying.After(headers, now));
            }
        }

        public static async Task A_wait_without_end_is_no_wait()
        {
            using (var server = new Scripted(Scripted.Said(503, headers: "Retry-After: 99999999999999999999\r\n")))
            {
                await Check.ThrowsAsync<UnavailableException>(() => Ask(server.Client()));
                Check.Equal(string.Empty, server.Clock.Told);
            }
        }

        public static async Task A_call_may_have_no_end()
        {
            using (var server = new Scripted(Scripted.Said(503), Scripted.Json("1")))
            {
                Check.Equal(1L, (long)await Ask(server.Client(options => options.Timeout = Timeout.InfiniteTimeSpan)));
            }
        }

        public static async Task A_body_cut_short_is_an_error_of_the_connection_and_asked_again()
        {
            var cut = "HTTP/1.1 200 OK\r\nContent-Length: 90\r\nContent-Type: application/json\r\n\r\n{\"a\"";
            using (var server = new Scripted(cut, Scripted.Chunked("application/json", "{\"a\""), Scripted.Json("{\"a\":1}")))
            {
                Check.Equal(1L, (long)(await Ask(server.Client()))["a"]);
                Check.Equal(3, server.Arrived.Count);
            }
        }

        public static async Task No_connection_is_an_error_of_the_connection()
        {
            var server = new Scripted();
            var core = server.Client();
            server.Dispose();
            Check.Equal(3, (await Check.ThrowsAsync<ConnectionException>(() => Ask(core))).Attempts);
        }

        public static async Task Posts_are_not_sent_again()
        {
            using (var server = new Scripted(Scripted.Said(503)))
            {
                var request = new ApiRequest("x", "POST", "/x", Retry.Never);
                Check.Equal(1, (await Check.ThrowsAsync<UnavailableException>(() => Ask(server.Client(), request))).Attempts);
            }
        }

        public static async Task A_key_is_the_same_on_each_attempt()
        {
            using (var server = new Scripted(Scripted.Said(503), Scripted.Json("1")))
            {
                await Ask(server.Client(), new ApiRequest("x", "POST", "/x", Retry.Keyed));
                Check.Equal(2, server.Arrived.Count(one => one.Contains("Idempotency-Key: 88888888888888888888888888888888\r\n")));
            }
        }

        public static async Task A_stream_that_cannot_go_back_is_sent_once()
        {
            using (var server = new Scripted(Scripted.Said(503)))
            {
                var request = new ApiRequest("x", "PUT", "/x", Retry.Idempotent);
                request.CarryUpload(new Upload(new Forward("text"), length: 4), "text/plain");
                Check.Equal(1, (await Check.ThrowsAsync<UnavailableException>(() => Ask(server.Client(), request))).Attempts);
            }
        }

        public static async Task A_stream_that_can_go_back_is_sent_again_from_where_it_stood()
        {
            using (var server = new Scripted(Scripted.Said(503), Scripted.Json("1")))
            {
                var source = new MemoryStream(Encoding.ASCII.GetBytes("not this")) { Position = 4 };
                var request = new ApiRequest("x", "PUT", "/x", Retry.Idempotent);
                request.CarryUpload(new Upload(source), "text/plain");
                await Ask(server.Client(), request);
                Check.Equal(2, server.Arrived.Count(one => one.EndsWith("\r\n\r\nthis")));
            }
        }

        public static async Task Credentials_do_not_follow_to_another_origin()
        {
            using (var other = new Scripted(Scripted.Json("1")))
            using (var server = new Scripted(Scripted.Said(302, headers: "Location: " + other.Url + "/there\r\n")))
            {
                await Ask(server.Client());
                Check.Equal("GET /there HTTP/1.1", other.Arrived.Single().Split('\r')[0]);
                Check.Equal(false, other.Arrived.Single().Contains("secret"));
            }
        }

        public static async Task What_is_to_be_seen_elsewhere_is_fetched_without_a_body()
        {
            using (var server = new Scripted(Scripted.Said(303, headers: "Location: /there\r\n"), Scripted.Json("1")))
            {
                var request = new ApiRequest("x", "QUERY", "/x", Retry.Safe);
                request.Carry(Encoding.ASCII.GetBytes("question"), "text/plain");
                await Ask(server.Client(), request);
                Check.Equal("GET /there HTTP/1.1", server.Arrived[1].Split('\r')[0]);
                Check.Equal(false, server.Arrived[1].Contains("question"));
            }
        }

        public static async Task A_transport_that_takes_any_end_for_one_is_checked()
        {
            using (var server = new Scripted())
            {
                var core = server.Client(options => options.Handler = new Short());
                await Check.ThrowsAsync<ConnectionException>(() => Ask(core));
            }
        }

        public static async Task Time_that_is_over_is_a_timeout()
        {
            using (var server = new Scripted("stall"))
            {
                var options = new CallOptions { Timeout = TimeSpan.FromMilliseconds(200) };
                Check.Equal("timeout", (await Check.ThrowsAsync<CallTimeoutException>(() => Ask(server.Client(), null, options))).Code);
            }
        }

        public static async Task Who_asks_can_end_it()
        {
            using (var server = new Scripted("stall"))
            using (var end = new CancellationTokenSource(100))
            {
                await Check.ThrowsAsync<OperationCanceledException>(() => server.Client().JsonAsync<JToken>(Get(), null, end.Token));
            }
        }

        public static async Task What_is_too_large_is_not_read()
        {
            using (var server = new Scripted(Scripted.Json("\"0123456789\"")))
            {
                await Check.ThrowsAsync<DecodeException>(() => Ask(server.Client(options => options.LargestBody = 11)));
            }
        }

        public static async Task What_is_as_large_as_may_be_is_read()
        {
            using (var server = new Scripted(Scripted.Json("\"0123456789\"")))
            {
                Check.Equal("0123456789", (string)await Ask(server.Client(options => options.LargestBody = 12)));
            }
        }

        public static async Task A_log_has_no_secrets()
        {
            RequestLog log = null;
            using (var server = new Scripted(Scripted.Json("1")))
            {
                await Ask(server.Client(options => options.Log = told => log = told), Get("/x?token=abc&a=1&Key=2"));
                Check.Equal(server.Url + "/x?token=…&a=1&Key=…", log.Url);
                Check.Equal("GET 200 1", log.Method + " " + log.Status + " " + log.Attempt);
            }
        }

        public static async Task A_problem_has_its_members()
        {
            var body = "{\"type\":\"/p\",\"title\":\"T\",\"status\":409,\"more\":[1],\"condition\":\"{DAV:}x\"}";
            using (var server = new Scripted(Scripted.Said(409, body, "Content-Type: application/problem+json\r\nX-Request-Id: r\r\n")))
            {
                var error = await Check.ThrowsAsync<ConflictException>(() => Ask(server.Client()));
                Check.Equal("/p T [1] {DAV:}x r", error.Problem.Type + " " + error.Problem.Title + " " + Json.Write(error.Problem.Extensions["more"]) + " " + error.Conditions.Single() + " " + error.RequestId);
            }
        }

        public static async Task Tokens_that_are_refused_are_renewed_once_for_all()
        {
            var renewed = Scripted.Json("{\"access_token\":\"new\",\"token_type\":\"Bearer\",\"expires_in\":60}");
            using (var tokens = new Scripted(renewed))
            using (var server = new Scripted(Scripted.Said(401), Scripted.Json("1"), Scripted.Json("2")))
            {
                var oauth = new OAuth2 { TokenUrl = tokens.Url + "/token", ClientId = "cli", Clock = server.Clock };
                var core = server.Client(credential: oauth.ToCredential(new OAuth2Token { AccessToken = "old", RefreshToken = "again" }));
                await Ask(core);
                await Ask(core);
                Check.Equal(1, tokens.Arrived.Count);
                Check.Equal(2, server.Arrived.Count(one => one.Contains("Authorization: Bearer new")));
            }
        }

        public static async Task A_device_waits_until_it_is_let_in()
        {
            var started = Scripted.Json("{\"device_code\":\"d\",\"user_code\":\"U\",\"verification_uri\":\"http://v\",\"expires_in\":600,\"interval\":2}");
            var pending = Scripted.Said(400, "{\"error\":\"authorization_pending\"}");
            var slower = Scripted.Said(400, "{\"error\":\"slow_down\"}");
            var given = Scripted.Json("{\"access_token\":\"new\",\"token_type\":\"bearer\"}");
            using (var server = new Scripted(started, pending, slower, given))
            {
                var oauth = new OAuth2 { DeviceUrl = server.Url + "/device", TokenUrl = server.Url + "/token", ClientId = "cli", Clock = server.Clock };
                var grant = await oauth.StartDeviceAsync();
                Check.Equal("new", (await oauth.WaitDeviceAsync(grant)).AccessToken);
                Check.Equal("2 2 7", server.Clock.Told);
            }
        }

        public static void A_server_without_an_address_is_a_mistake() =>
            Check.Throws<ConfigurationException>(() => new Core("ftp://x", null, null));

        private sealed class Short : HttpMessageHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var answer = new HttpResponseMessage { Content = new StreamContent(new MemoryStream(new[] { (byte)'1' })) };
                answer.Content.Headers.ContentLength = 9;
                return Task.FromResult(answer);
            }
        }

        private sealed class Forward : MemoryStream
        {
            public Forward(string text)
                : base(Encoding.ASCII.GetBytes(text))
            {
            }

            public override bool CanSeek => false;
        }
    }
}
