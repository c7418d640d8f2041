using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace A3dav.Client
{
    /// <summary>How far below a resource a request goes.</summary>
    public enum Depth
    {
        /// <summary>The resource alone.</summary>
        Zero,

        /// <summary>The resource and its members.</summary>
        One,

        /// <summary>All that is below it.</summary>
        Infinity,
    }

    /// <summary>Speaks WebDAV, CalDAV and CardDAV. Resources are named by their hrefs: paths as the server writes them.</summary>
    public sealed partial class DavService
    {
        private static readonly XNamespace Dav = DavNames.Dav;
        private static readonly XNamespace CalDav = DavNames.CalDav;
        private static readonly XNamespace CardDav = DavNames.CardDav;

        private readonly Core core;

        internal DavService(Core core)
        {
            this.core = core;
        }

        /// <summary>Asks for properties, or for all that the server gives unasked when none is named.</summary>
        public Task<IReadOnlyList<DavResponse>> PropfindAsync(
            string href,
            IEnumerable<XName> properties = null,
            Depth depth = Depth.Zero,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var names = (properties ?? new XName[0]).ToList();
            var root = new XElement(Dav + "propfind", names.Count == 0 ? new XElement(Dav + "allprop") : Wanted(names));
            return ResponsesAsync("PROPFIND", href, depth, root, options, cancellationToken);
        }

        /// <summary>Asks which properties there are.</summary>
        public Task<IReadOnlyList<DavResponse>> PropertyNamesAsync(
            string href, Depth depth = Depth.Zero, CallOptions options = null, CancellationToken cancellationToken = default(CancellationToken)) =>
            ResponsesAsync("PROPFIND", href, depth, new XElement(Dav + "propfind", new XElement(Dav + "propname")), options, cancellationToken);

        /// <summary>Sends a report of your own, whose answer is a multistatus.</summary>
        public Task<IReadOnlyList<DavResponse>> ReportAsync(
            string href, XElement report, Depth depth = Depth.Zero, CallOptions options = null, CancellationToken cancellationToken = default(CancellationToken)) =>
            ResponsesAsync("REPORT", href, depth, report, options, cancellationToken);

        /// <summary>
        /// Sets properties and removes others. The server does all or nothing; the answer says of each property how it went.
        /// </summary>
        public Task<IReadOnlyList<DavResponse>> ProppatchAsync(
            string href,
            IEnumerable<XElement> set = null,
            IEnumerable<XName> remove = null,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var update = new XElement(Dav + "propertyupdate");
            if (set != null && set.Any())
            {
                update.Add(new XElement(Dav + "set", new XElement(Dav + "prop", set)));
            }

            if (remove != null && remove.Any())
            {
                update.Add(new XElement(Dav + "remove", Wanted(remove)));
            }

            return ResponsesAsync("PROPPATCH", href, null, update, options, cancellationToken);
        }

        /// <summary>Makes a calendar with these properties.</summary>
        public Task MkcalendarAsync(
            string href, IEnumerable<XElement> properties = null, CallOptions options = null, CancellationToken cancellationToken = default(CancellationToken)) =>
            MakeAsync("MKCALENDAR", href, CalDav + "mkcalendar", properties, options, cancellationToken);

        /// <summary>
        /// Makes a collection with these properties (RFC 5689): DAV:resourcetype says of which kind. Without any it is a folder.
        /// </summary>
        public Task MkcolAsync(
            string href, IEnumerable<XElement> properties = null, CallOptions options = null, CancellationToken cancellationToken = default(CancellationToken)) =>
            MakeAsync("MKCOL", href, Dav + "mkcol", properties, options, cancellationToken);

        /// <summary>Gives a resource another href; with overwrite it takes the place of what is there.</summary>
        public Task MoveAsync(
            string href, string destination, bool overwrite = false, CallOptions options = null, CancellationToken cancellationToken = default(CancellationToken)) =>
            TransferAsync("MOVE", href, destination, overwrite, options, cancellationToken);

        /// <summary>Makes a resource like this one at another href.</summary>
        public Task CopyAsync(
            string href, string destination, bool overwrite = false, CallOptions options = null, CancellationToken cancellationToken = default(CancellationToken)) =>
            TransferAsync("COPY", href, destination, overwrite, options, cancellationToken);

        internal async Task<Multistatus> MultistatusAsync(
            string method, string href, Depth? depth, XElement root, CallOptions options, CancellationToken cancellationToken)
        {
            var request = Request(method, href, root);
            if (depth != null)
            {
                request.Headers["Depth"] = depth == Depth.Infinity ? "infinity" : depth == Depth.One ? "1" : "0";
            }

            var got = await core.SendAsync(request, options, cancellationToken).ConfigureAwait(false);
            return Multistatus.Read(request, got);
        }

        internal static XElement Wanted(IEnumerable<XName> names) => new XElement(Dav + "prop", names.Select(name => new XElement(name)));

        private async Task<IReadOnlyList<DavResponse>> ResponsesAsync(
            string method, string href, Depth? depth, XElement root, CallOptions options, CancellationToken cancellationToken)
        {
            var read = await MultistatusAsync(method, href, depth, root, options, cancellationToken).ConfigureAwait(false);
            return read.Responses;
        }

        private Task MakeAsync(
            string method, string href, XName root, IEnumerable<XElement> properties, CallOptions options, CancellationToken cancellationToken)
        {
            var isPlain = properties == null || !properties.Any();
            var body = isPlain ? null : new XElement(root, new XElement(Dav + "set", new XElement(Dav + "prop", properties)));
            return core.SendAsync(Request(method, href, body), options, cancellationToken);
        }

        private Task TransferAsync(
            string method, string href, string destination, bool overwrite, CallOptions options, CancellationToken cancellationToken)
        {
            var request = Request(method, href);
            request.Headers["Destination"] = Address(destination).AbsoluteUri;
            request.Headers["Overwrite"] = overwrite ? "T" : "F";
            return core.SendAsync(request, options, cancellationToken);
        }

        private ApiRequest Request(string method, string href, XElement root = null)
        {
            var made = new ApiRequest("dav." + method, method, string.Empty, Retrying.ClassOf(method)) { Target = Address(href) }.Accept("*/*");
            if (root != null)
            {
                made.Carry(XmlReading.Write(root), "application/xml; charset=utf-8");
                made.Accept("application/xml");
            }

            return made;
        }

        /// <summary>Puts the prefix of the base before a path, unless it has it: hrefs of answers begin at the origin.</summary>
        private Uri Address(string href)
        {
            var isWhole = href.IndexOf("://", StringComparison.Ordinal) > 0;
            var prefix = core.Root.AbsolutePath;
            var path = href.StartsWith(prefix, StringComparison.Ordinal) ? href : prefix + href.TrimStart('/');
            var made = Addresses.Exact(isWhole ? href : core.Root.GetLeftPart(UriPartial.Authority) + path) ?? throw Failures.Misused("\"" + href + "\" is no href");
            return Addresses.SameOrigin(made, core.Root) ? made : throw Failures.Misused(Addresses.Redacted(made) + " is of another origin than the client");
        }
    }
}
