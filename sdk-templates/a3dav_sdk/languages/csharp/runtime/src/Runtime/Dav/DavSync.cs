using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace A3dav.Client
{
    /// <summary>What an entry of a sync is about.</summary>
    public enum SyncKind
    {
        /// <summary>
        /// Comes first when the server no longer knows the token: all that follows is all there is, and what does not follow is gone.
        /// </summary>
        Reset,

        /// <summary>A member that is new or has another ETag.</summary>
        Changed,

        /// <summary>A member that is gone.</summary>
        Removed,

        /// <summary>Comes last and has the token for the next time.</summary>
        Token,
    }

    /// <summary>One thing that a sync tells.</summary>
    public sealed class SyncEntry
    {
        internal SyncEntry(SyncKind kind, DavResponse response = null, string token = null)
        {
            Kind = kind;
            Response = response;
            Token = token;
        }

        /// <summary>What it is about.</summary>
        public SyncKind Kind { get; }

        /// <summary>The path of the member, or null.</summary>
        public string Href => Response?.Href;

        /// <summary>The ETag of a member that changed, or null.</summary>
        public string ETag => Response?.Text(DavNames.Dav + "getetag")?.Trim();

        /// <summary>All that the server says of the member, or null.</summary>
        public DavResponse Response { get; }

        /// <summary>The token for the next time, or null.</summary>
        public string Token { get; }
    }

    public sealed partial class DavService
    {
        /// <summary>
        /// Tells what changed in a collection since the token, or all that is in it without one (RFC 6578). An answer that is cut short by the
        /// server is followed to its end.
        /// </summary>
        public AsyncSequence<SyncEntry> Sync(
            string collection,
            string token = null,
            IEnumerable<XName> properties = null,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var wanted = (properties ?? new[] { DavNames.Dav + "getetag" }).ToList();
            return new AsyncSequence<SyncEntry>(own => new SyncCursor(this, collection, token, wanted, options, own), cancellationToken);
        }
    }

    internal sealed class SyncCursor : AsyncCursor<SyncEntry>
    {
        private static readonly XName ValidToken = DavNames.Dav + "valid-sync-token";

        private readonly DavService dav;
        private readonly string collection;
        private readonly IReadOnlyList<XName> properties;
        private readonly CallOptions options;
        private readonly CancellationToken cancellationToken;
        private readonly HashSet<string> seen = new HashSet<string> { string.Empty };
        private readonly Queue<SyncEntry> waiting = new Queue<SyncEntry>();
        private string token;
        private bool isRestarted;
        private bool isOver;

        public SyncCursor(
            DavService dav, string collection, string token, IReadOnlyList<XName> properties, CallOptions options, CancellationToken cancellationToken)
        {
            this.dav = dav;
            this.collection = collection;
            this.token = token ?? string.Empty;
            this.properties = properties;
            this.options = options;
            this.cancellationToken = cancellationToken;
        }

        public override async Task<bool> MoveNextAsync()
        {
            while (waiting.Count == 0)
            {
                if (isOver)
                {
                    return false;
                }

                await PageAsync().ConfigureAwait(false);
            }

            return Tells(waiting.Dequeue());
        }

        private async Task PageAsync()
        {
            var root = new XElement(
                DavNames.Dav + "sync-collection",
                new XElement(DavNames.Dav + "sync-token", token),
                new XElement(DavNames.Dav + "sync-level", "1"),
                DavService.Wanted(properties));
            Multistatus read;
            try
            {
                read = await dav.MultistatusAsync("REPORT", collection, Depth.Zero, root, options, cancellationToken).ConfigureAwait(false);
            }
            catch (ResponseException error) when (token.Length > 0 && !isRestarted && IsUnknown(error))
            {
                token = string.Empty;
                isRestarted = true;
                waiting.Enqueue(new SyncEntry(SyncKind.Reset));
                return;
            }

            var hasMore = Take(read);
            seen.Add(token);
            if (hasMore && seen.Contains(read.Token))
            {
                throw Failures.Make(new Failure("decode") { Method = "REPORT", Url = collection, Reason = "there is more, and the DAV:sync-token came before" });
            }

            token = read.Token;
            isOver = !hasMore;
            if (isOver)
            {
                waiting.Enqueue(new SyncEntry(SyncKind.Token, null, token));
            }
        }

        /// <summary>Whether a server knows a token no more.</summary>
        private static bool IsUnknown(ResponseException error) =>
            error.HasCondition(ValidToken) || error is GoneException || error is PreconditionFailedException;

        private bool Take(Multistatus read)
        {
            var hasMore = false;
            foreach (var one in read.Responses)
            {
                var isSelf = Addresses.KeyOf(one.Href) == Addresses.KeyOf(collection);
                if (isSelf)
                {
                    hasMore = hasMore || one.Status == 507;
                }
                else
                {
                    waiting.Enqueue(new SyncEntry(one.Status == 404 ? SyncKind.Removed : SyncKind.Changed, one));
                }
            }

            return hasMore;
        }
    }
}
