using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace A3dav.Client.Tests
{
    internal static class StreamTests
    {
        private static ApiRequest Asked() => new ApiRequest("x", "GET", "/x", Retry.Safe);

        public static async Task Events_are_read_wherever_they_are_split()
        {
            var text = "\ufeffid: 1\r\nevent: a\r\ndata: [1,\rdata:2]\n\n: no\nid: 2\0\ndata: 3\n\nretry: 250\nid: 9\ndata: lost";
            foreach (var size in new[] { 1, 2, 3, 1000 })
            {
                var frames = new Frames(new Split(Encoding.UTF8.GetBytes(text), size), 1000, string.Empty);
                var one = await frames.NextAsync(CancellationToken.None);
                var two = await frames.NextAsync(CancellationToken.None);
                Check.Equal("1 a [1,\n2] 1 message 3", one.Id + " " + one.Kind + " " + one.Data + " " + two.Id + " " + two.Kind + " " + two.Data);
                Check.Equal(null, await frames.NextAsync(CancellationToken.None));
                Check.Equal("1 0.25", frames.Id + " " + frames.Retry);
            }
        }

        public static async Task A_stream_connects_again_behind_the_last_event()
        {
            var cut = Scripted.Chunked("text/event-stream", "retry: 1000\nid: 7\ndata: 1\n\n");
            using (var server = new Scripted(cut, Scripted.Said(503, headers: "Retry-After: 90\r\n"), Scripted.Chunked("text/event-stream", "data: 2\n\n", ""), Scripted.Said(204)))
            {
                var found = await server.Client().Events<long>(Asked(), null, CancellationToken.None).ToListAsync();
                Check.Equal("7:1 7:2", string.Join(" ", found.Select(one => one.Id + ":" + one.Data)));
                Check.Equal(3, server.Arrived.Count(one => one.Contains("Last-Event-ID: 7\r\n")));
                Check.Equal("0.75 90 0.75", server.Clock.Told);
            }
        }

        public static async Task What_is_no_stream_is_an_error()
        {
            using (var server = new Scripted(Scripted.Json("1"), Scripted.Chunked("text/event-stream", "data: {\n\n")))
            {
                var events = server.Client().Events<JToken>(Asked(), null, CancellationToken.None);
                await Check.ThrowsAsync<StreamException>(() => events.ToListAsync());
                await Check.ThrowsAsync<StreamException>(() => events.ToListAsync());
            }
        }

        public static async Task Each_line_is_a_value()
        {
            using (var server = new Scripted(Scripted.Said(200, "1\n\n \r\n[2]\r\n3")))
            {
                var found = await server.Client().Lines<JToken>(Asked(), null, CancellationToken.None).ToListAsync();
                Check.Equal("1 [2] 3", string.Join(" ", found.Select(one => Json.Write(one))));
            }
        }

        public static async Task A_download_that_is_cut_short_is_an_error_where_it_ends()
        {
            using (var server = new Scripted("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nbytes"))
            using (var download = await server.Client().DownloadAsync(Asked(), null, CancellationToken.None))
            {
                var buffer = new byte[5];
                Check.Equal(5, await download.Content.ReadAsync(buffer, 0, 5));
                await Check.ThrowsAsync<ConnectionException>(() => download.Content.ReadAsync(buffer, 0, 5));
                Check.Equal(1, server.Arrived.Count);
            }
        }

        public static async Task A_download_may_be_larger_than_other_answers()
        {
            using (var server = new Scripted(Scripted.Said(200, new string('x', 100000), "ETag: \"1\"\r\n")))
            using (var download = await server.Client(options => options.LargestBody = 10).DownloadAsync(Asked(), null, CancellationToken.None))
            {
                Check.Equal(100000, (await download.ReadAllAsync()).Length);
                Check.Equal("\"1\" 100000", download.ETag + " " + download.Length);
            }
        }

        public static async Task The_next_page_is_asked_for_when_it_is_needed()
        {
            using (var server = new Scripted(Scripted.Json("{\"items\":[1,2],\"next\":\"b\"}"), Scripted.Json("{\"items\":[3],\"total\":3}")))
            {
                var paged = server.Client().Paged<long>(Asked(), "cursor", "items", "next", null, CancellationToken.None);
                using (var cursor = paged.GetAsyncEnumerator())
                {
                    await cursor.MoveNextAsync();
                    await cursor.MoveNextAsync();
                    Check.Equal(1, server.Arrived.Count);
                    Check.Equal(true, await cursor.MoveNextAsync());
                    Check.Equal(3L, cursor.Current);
                    Check.Equal(false, await cursor.MoveNextAsync());
                    Check.Equal("GET /x?cursor=b HTTP/1.1", server.Arrived[1].Split('\r')[0]);
                }
            }
        }

        public static async Task A_cursor_that_came_before_ends_the_pages()
        {
            var page = Scripted.Json("{\"items\":[1],\"next\":\"b\"}");
            using (var server = new Scripted(page, page))
            {
                var paged = server.Client().Paged<long>(Asked(), "cursor", "items", "next", null, CancellationToken.None);
                await Check.ThrowsAsync<DecodeException>(() => paged.ToListAsync());
            }
        }

        public static void A_webhook_is_verified_with_any_of_its_secrets()
        {
            var now = DateTimeOffset.FromUnixTimeSeconds(1000);
            var body = Encoding.UTF8.GetBytes("{\"type\":\"x\"}");
            string signature;
            using (var made = new HMACSHA256(Encoding.UTF8.GetBytes("plain")))
            {
                signature = "v1," + Convert.ToBase64String(made.ComputeHash(Encoding.UTF8.GetBytes("m.1000.{\"type\":\"x\"}")));
            }

            var headers = new Dictionary<string, string> { { "Webhook-Id", "m" }, { "Webhook-Timestamp", "1000" }, { "Webhook-Signature", "v1,no " + signature } };
            Check.Equal("x", Webhooks.Verify(headers, body, new[] { "other", "plain" }, now).Type);
            Check.Equal("mismatch", Check.Throws<WebhookSignatureException>(() => Webhooks.Verify(headers, body, new[] { "other" }, now)).Reason);
            Check.Equal("timestamp", Check.Throws<WebhookSignatureException>(() => Webhooks.Verify(headers, body, new[] { "plain" }, now.AddSeconds(-301))).Reason);
            headers.Remove("Webhook-Id");
            Check.Equal("missing", Check.Throws<WebhookSignatureException>(() => Webhooks.Verify(headers, body, new[] { "plain" }, now)).Reason);
        }

        private sealed class Split : MemoryStream
        {
            private readonly int size;

            public Split(byte[] content, int size)
                : base(content)
            {
                this.size = size;
            }

            public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
                base.ReadAsync(buffer, offset, Math.Min(size, count), cancellationToken);
        }
    }
}
