using System;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace A3dav.Client
{
    /// <summary>A resource with its content.</summary>
    public sealed class DavObject
    {
        internal DavObject(string href, int status, string etag, string contentType, byte[] content)
        {
            Href = href;
            Status = status;
            ETag = etag;
            ContentType = contentType;
            Content = content;
        }

        /// <summary>The path of the resource, encoded as the server wrote it.</summary>
        public string Href { get; }

        /// <summary>200, or why there is no content.</summary>
        public int Status { get; }

        /// <summary>The ETag, or null.</summary>
        public string ETag { get; }

        /// <summary>The media type with its parameters, or null.</summary>
        public string ContentType { get; }

        /// <summary>The bytes, or null.</summary>
        public byte[] Content { get; }

        /// <summary>The bytes as UTF-8, or null.</summary>
        public string Text => Content == null ? null : Encoding.UTF8.GetString(Content);
    }

    /// <summary>What must be so for a write to be done.</summary>
    public sealed class Precondition
    {
        private Precondition(string header, string value)
        {
            Header = header;
            Value = value;
        }

        /// <summary>There is no such resource yet.</summary>
        public static Precondition Absent { get; } = new Precondition("If-None-Match", "*");

        internal string Header { get; }

        internal string Value { get; }

        /// <summary>The resource is the one with this ETag.</summary>
        public static Precondition Match(string etag) => new Precondition("If-Match", etag);
    }

    public sealed partial class DavService
    {
        private const int Tries = 5;

        /// <summary>Reads a resource.</summary>
        public async Task<DavObject> GetAsync(
            string href, CallOptions options = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = Request("GET", href);
            var got = await core.SendAsync(request, options, cancellationToken).ConfigureAwait(false);
            var path = Addresses.PathOf(request.Target.AbsoluteUri);
            return new DavObject(path, got.Status, got.Headers["ETag"], got.Headers["Content-Type"], got.Body);
        }

        /// <summary>Reads a resource as it comes.</summary>
        public Task<Download> OpenAsync(string href, CallOptions options = null, CancellationToken cancellationToken = default(CancellationToken)) =>
            core.DownloadAsync(Request("GET", href), options, cancellationToken);

        /// <summary>Writes a resource. The ETag is null when the server does not keep the bytes as they are.</summary>
        public async Task<string> PutAsync(
            string href,
            Upload content,
            Precondition precondition = null,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var request = Conditional("PUT", href, precondition);
            request.CarryUpload(content ?? throw new ArgumentNullException(nameof(content)), "application/octet-stream");
            var got = await core.SendAsync(request, options, cancellationToken).ConfigureAwait(false);
            return got.Headers["ETag"];
        }

        /// <summary>Removes a resource with all that is in it.</summary>
        public Task DeleteAsync(
            string href, Precondition precondition = null, CallOptions options = null, CancellationToken cancellationToken = default(CancellationToken)) =>
            core.SendAsync(Conditional("DELETE", href, precondition), options, cancellationToken);

        /// <summary>
        /// Reads a resource, has its text changed, and writes it if it is still what was read; if it is not, it begins anew. The function may be
        /// called several times; it gives the whole new text, or null to leave it as it is. The result is the ETag.
        /// </summary>
        public async Task<string> UpdateWithAsync(
            string href, Func<string, string> change, CallOptions options = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            for (var attempt = 1; ; attempt++)
            {
                var found = await GetAsync(href, options, cancellationToken).ConfigureAwait(false);
                if (found.ETag == null)
                {
                    throw Failures.Make(new Failure("decode") { Reason = "the server gives no ETag, so nothing can be changed safely" });
                }

                var text = change(found.Text);
                if (text == null)
                {
                    return found.ETag;
                }

                try
                {
                    var upload = new Upload(text, found.ContentType);
                    return await PutAsync(href, upload, Precondition.Match(found.ETag), options, cancellationToken).ConfigureAwait(false);
                }
                catch (PreconditionFailedException) when (attempt < Tries)
                {
                }
            }
        }

        private ApiRequest Conditional(string method, string href, Precondition precondition)
        {
            var made = Request(method, href);
            if (precondition != null)
            {
                made.Headers[precondition.Header] = precondition.Value;
            }

            return made;
        }
    }
}
