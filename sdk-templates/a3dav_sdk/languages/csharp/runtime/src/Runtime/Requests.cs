using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace A3dav.Client
{
    /// <summary>What an operation asks, before a client sends it.</summary>
    internal sealed partial class ApiRequest
    {
        private byte[] content;
        private Upload upload;

        public ApiRequest(string operation, string method, string path, Retry retry)
        {
            Operation = operation;
            Method = method;
            Path = path;
            Class = retry;
        }

        public string Operation { get; }

        public string Method { get; }

        public string Path { get; private set; }

        public Retry Class { get; }

        public List<string> Query { get; private set; } = new List<string>();

        public Dictionary<string, string> Headers { get; private set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

        /// <summary>The whole address of a request that is not built from a path.</summary>
        public Uri Target { get; set; }

        /// <summary>Leaves the body of a good answer to be read by the caller.</summary>
        public bool IsOpen { get; set; }

        /// <summary>Takes an answer without a body for nothing.</summary>
        public bool IsOptional { get; set; }

        /// <summary>Keeps the request from carrying the credentials of the client.</summary>
        public bool IsQuiet { get; set; }

        /// <summary>Whether another attempt could carry the body.</summary>
        public bool CanRepeat => upload == null || upload.CanRepeat;

        public ApiRequest Accept(string media)
        {
            Headers["Accept"] = media;
            return this;
        }

        public ApiRequest Copy()
        {
            var copied = (ApiRequest)MemberwiseClone();
            copied.Query = new List<string>(Query);
            copied.Headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase);
            return copied;
        }

        public Uri Address(Uri root)
        {
            if (Target != null)
            {
                return Target;
            }

            var query = Query.Count == 0 ? string.Empty : "?" + string.Join("&", Query);
            return Addresses.Exact(root.AbsoluteUri.TrimEnd('/') + "/" + Path.TrimStart('/') + query) ?? throw Failures.Misused(Operation + " has no address");
        }

        public void Carry(byte[] bytes, string media)
        {
            content = bytes;
            Headers["Content-Type"] = media == "*/*" ? "application/octet-stream" : media;
        }

        /// <summary>Sends a model, or any other value of JSON; of what is absent or nothing, no body.</summary>
        public void CarryJson(object body, string media)
        {
            if (IsGiven(ref body))
            {
                Carry(JsonWriting.Bytes(Json.ToToken(body)), media == "*/*" ? "application/json" : media);
            }
        }

        public void CarryText(object body, string media)
        {
            if (IsGiven(ref body))
            {
                Carry(new UTF8Encoding(false).GetBytes((string)body), media);
            }
        }

        public void CarryUpload(Upload body, string media)
        {
            if (body == null)
            {
                return;
            }

            upload = body;
            media = body.MediaType ?? media;
            Headers["Content-Type"] = media == "*/*" ? "application/octet-stream" : media;
        }

        public HttpContent Content() =>
            upload != null ? new UploadContent(upload) : content != null ? new ByteArrayContent(content) : (HttpContent)null;

        /// <summary>Whether there is anything to send; what may be absent is unwrapped.</summary>
        private static bool IsGiven(ref object value)
        {
            var optional = value as IOptional;
            if (optional == null)
            {
                return value != null;
            }

            value = optional.Boxed ?? (optional.IsAbsent || optional.Inner == typeof(string) ? null : JValue.CreateNull());
            return value != null;
        }
    }

    /// <summary>A body that is sent as it is read. A stream that can seek can be sent again; another one is sent once.</summary>
    public sealed class Upload
    {
        private readonly Stream source;
        private readonly long start;
        private bool isBegun;

        /// <summary>What is in a stream from where it stands. The caller disposes of the stream.</summary>
        public Upload(Stream source, string mediaType = null, long? length = null)
        {
            this.source = source ?? throw new ArgumentNullException(nameof(source));
            start = source.CanSeek ? source.Position : 0;
            MediaType = mediaType;
            Length = length ?? (source.CanSeek ? source.Length - start : (long?)null);
        }

        /// <summary>Bytes in memory.</summary>
        public Upload(byte[] content, string mediaType = null)
            : this(new MemoryStream(content, false), mediaType)
        {
        }

        /// <summary>A text, as UTF-8.</summary>
        public Upload(string content, string mediaType = null)
            : this(new UTF8Encoding(false).GetBytes(content), mediaType)
        {
        }

        /// <summary>The media type, or null for the one of the operation.</summary>
        public string MediaType { get; }

        /// <summary>How many bytes there are, or null when that is not known.</summary>
        public long? Length { get; }

        internal bool CanRepeat => !isBegun || source.CanSeek;

        internal Task CopyToAsync(Stream target)
        {
            if (isBegun && !source.CanSeek)
            {
                throw Failures.Misused("the body was read already and cannot be read again");
            }

            if (isBegun)
            {
                source.Position = start;
            }

            isBegun = true;
            return source.CopyToAsync(target);
        }
    }

    /// <summary>An upload as the transport reads it.</summary>
    internal sealed class UploadContent : HttpContent
    {
        private readonly Upload upload;

        public UploadContent(Upload upload)
        {
            this.upload = upload;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext context) => upload.CopyToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = upload.Length ?? 0;
            return upload.Length != null;
        }
    }
}
