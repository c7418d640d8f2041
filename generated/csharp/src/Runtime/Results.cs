using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace A3dav.Client
{
    /// <summary>A good answer: its body is read, or open.</summary>
    internal sealed class Answer
    {
        public int Status { get; set; }

        public Headers Headers { get; set; }

        public byte[] Body { get; set; } = new byte[0];

        public Stream Open { get; set; }

        public Uri Address { get; set; }

        public int Attempts { get; set; } = 1;

        public A3davException Undecodable(ApiRequest request, string reason, Exception cause = null)
        {
            var body = Body.Length <= Call.MostOfError ? Body : new ArraySegment<byte>(Body, 0, Call.MostOfError).ToBytes();
            return Failures.Make(new Failure("decode")
            {
                Headers = Headers, Body = body, Method = request.Method, Url = Addresses.Redacted(Address), Attempts = Attempts, Reason = reason, Cause = cause,
            });
        }
    }

    /// <summary>Text as it came.</summary>
    public sealed class TextResult
    {
        internal TextResult(string text, Headers headers)
        {
            Text = text;
            Headers = headers;
        }

        /// <summary>The text.</summary>
        public string Text { get; }

        /// <summary>The headers of the answer.</summary>
        public Headers Headers { get; }

        /// <summary>The ETag, or null.</summary>
        public string ETag => Headers["ETag"];

        /// <summary>The media type with its parameters, or null.</summary>
        public string ContentType => Headers["Content-Type"];

        /// <inheritdoc/>
        public override string ToString() => Text;
    }

    /// <summary>The body of an answer, read as it comes. Whoever gets one disposes of it.</summary>
    public sealed class Download : IDisposable
    {
        internal Download(Answer answer)
        {
            Headers = answer.Headers;
            Content = answer.Open;
        }

        /// <summary>The headers of the answer.</summary>
        public Headers Headers { get; }

        /// <summary>What comes. Its errors are those of a call, also when the body is cut short or comes too slowly.</summary>
        public Stream Content { get; }

        /// <summary>The ETag, or null.</summary>
        public string ETag => Headers["ETag"];

        /// <summary>The media type with its parameters, or null.</summary>
        public string ContentType => Headers["Content-Type"];

        /// <summary>How many bytes there are, or null when the server did not say.</summary>
        public long? Length => Headers.Length;

        /// <summary>All of it, in memory.</summary>
        public async Task<byte[]> ReadAllAsync(CancellationToken cancellationToken = default(CancellationToken))
        {
            var made = new MemoryStream();
            await Content.CopyToAsync(made, 81920, cancellationToken).ConfigureAwait(false);
            return made.ToArray();
        }

        /// <summary>Writes all of it into a file, which is replaced.</summary>
        public async Task SaveAsync(string path, CancellationToken cancellationToken = default(CancellationToken))
        {
            using (var file = new FileStream(path, FileMode.Create, FileAccess.Write))
            {
                await Content.CopyToAsync(file, 81920, cancellationToken).ConfigureAwait(false);
            }
        }

        /// <summary>Ends the download, wherever it stands.</summary>
        public void Dispose() => Content.Dispose();
    }

    /// <summary>What the kinds of calls make of an answer.</summary>
    internal static class Asking
    {
        private static readonly UTF8Encoding Strict = new UTF8Encoding(false, true);

        public static async Task<T> JsonAsync<T>(this Core core, ApiRequest request, CallOptions options, CancellationToken cancellationToken)
        {
            var got = await core.SendAsync(request, options, cancellationToken).ConfigureAwait(false);
            return request.IsOptional && got.Body.Length == 0 ? default(T) : Read<T>(request, got);
        }

        public static T Read<T>(ApiRequest request, Answer got)
        {
            try
            {
                return (T)Codec.Read(JsonReading.Read(got.Body), typeof(T));
            }
            catch (JsonFault fault)
            {
                throw got.Undecodable(request, fault.Message);
            }
        }

        public static Task NothingAsync(this Core core, ApiRequest request, CallOptions options, CancellationToken cancellationToken) =>
            core.SendAsync(request, options, cancellationToken);

        public static async Task<TextResult> TextAsync(this Core core, ApiRequest request, CallOptions options, CancellationToken cancellationToken)
        {
            var got = await core.SendAsync(request, options, cancellationToken).ConfigureAwait(false);
            if (request.IsOptional && got.Status == 204)
            {
                return null;
            }

            try
            {
                return new TextResult(Strict.GetString(got.Body), got.Headers);
            }
            catch (DecoderFallbackException error)
            {
                throw got.Undecodable(request, "the text is not UTF-8", error);
            }
        }

        public static async Task<Download> DownloadAsync(this Core core, ApiRequest request, CallOptions options, CancellationToken cancellationToken)
        {
            request.IsOpen = true;
            var got = await core.SendAsync(request, options, cancellationToken).ConfigureAwait(false);
            if (request.IsOptional && got.Status == 204)
            {
                got.Open.Dispose();
                return null;
            }

            return new Download(got);
        }

        public static Paged<T> Paged<T>(
            this Core core, ApiRequest request, string cursor, string items, string next, CallOptions options, CancellationToken own) =>
            new Paged<T>(core, request, new PageRule(cursor, items, next), options, own);

        public static AsyncSequence<StreamEvent<T>> Events<T>(this Core core, ApiRequest request, CallOptions options, CancellationToken own) =>
            new AsyncSequence<StreamEvent<T>>(token => new EventCursor<T>(core, request, options, token), own);

        public static AsyncSequence<T> Lines<T>(this Core core, ApiRequest request, CallOptions options, CancellationToken own) =>
            new AsyncSequence<T>(token => new LineCursor<T>(core, request, options, token), own);

        public static byte[] ToBytes(this ArraySegment<byte> part)
        {
            var made = new byte[part.Count];
            Array.Copy(part.Array, part.Offset, made, 0, part.Count);
            return made;
        }
    }
}
