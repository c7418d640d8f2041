using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace A3dav.Client
{
    /// <summary>A kind of collection that has a multiget.</summary>
    public enum DavKind
    {
        /// <summary>Calendars.</summary>
        Calendar,

        /// <summary>Address books.</summary>
        AddressBook,
    }

    public sealed partial class DavService
    {
        /// <summary>
        /// Reads members of a calendar or address book, fifty with each request, in the order of the hrefs. A member that is gone comes
        /// with status 404.
        /// </summary>
        public AsyncSequence<DavObject> Multiget(
            string collection,
            IEnumerable<string> hrefs,
            DavKind kind = DavKind.Calendar,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var all = hrefs.ToList();
            return new AsyncSequence<DavObject>(token => new MultigetCursor(this, collection, all, kind, options, token), cancellationToken);
        }
    }

    internal sealed class MultigetCursor : AsyncCursor<DavObject>
    {
        private const int Batch = 50;
        private static readonly XName ETag = DavNames.Dav + "getetag";

        private readonly DavService dav;
        private readonly string collection;
        private readonly IReadOnlyList<string> hrefs;
        private readonly bool isCalendar;
        private readonly CallOptions options;
        private readonly CancellationToken cancellationToken;
        private Dictionary<string, DavResponse> found;
        private int at;

        public MultigetCursor(
            DavService dav, string collection, IReadOnlyList<string> hrefs, DavKind kind, CallOptions options, CancellationToken cancellationToken)
        {
            this.dav = dav;
            this.collection = collection;
            this.hrefs = hrefs;
            this.options = options;
            this.cancellationToken = cancellationToken;
            isCalendar = kind == DavKind.Calendar;
        }

        private XName Data => isCalendar ? DavNames.CalDav + "calendar-data" : DavNames.CardDav + "address-data";

        public override async Task<bool> MoveNextAsync()
        {
            if (at == hrefs.Count)
            {
                return false;
            }

            if (at % Batch == 0)
            {
                var name = isCalendar ? DavNames.CalDav + "calendar-multiget" : DavNames.CardDav + "addressbook-multiget";
                var wanted = hrefs.Skip(at).Take(Batch).Select(href => new XElement(DavNames.Dav + "href", href));
                var root = new XElement(name, DavService.Wanted(new[] { ETag, Data }), wanted);
                var read = await dav.MultistatusAsync("REPORT", collection, Depth.Zero, root, options, cancellationToken).ConfigureAwait(false);
                found = new Dictionary<string, DavResponse>();
                foreach (var one in read.Responses)
                {
                    found[Addresses.KeyOf(one.Href)] = one;
                }
            }

            return Tells(Made(hrefs[at++]));
        }

        private DavObject Made(string href)
        {
            DavResponse response;
            found.TryGetValue(Addresses.KeyOf(href), out response);
            var data = response?.Text(Data);
            var status = data != null ? 200 : response?.Status ?? response?.PropertyStatus(Data) ?? 404;
            var content = data == null ? null : Encoding.UTF8.GetBytes(data);
            return new DavObject(response?.Href ?? href, status, data == null ? null : response.Text(ETag)?.Trim(), isCalendar ? "text/calendar" : "text/vcard", content);
        }
    }
}
