using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace A3dav.Client
{
    /// <summary>Where somebody's calendars and address books are.</summary>
    public sealed class Discovery
    {
        internal Discovery(string principal, IReadOnlyList<string> calendarHomes, IReadOnlyList<string> addressBookHomes)
        {
            Principal = principal;
            CalendarHomes = calendarHomes;
            AddressBookHomes = addressBookHomes;
        }

        /// <summary>The principal that the credentials stand for.</summary>
        public string Principal { get; }

        /// <summary>What holds the calendars.</summary>
        public IReadOnlyList<string> CalendarHomes { get; }

        /// <summary>What holds the address books.</summary>
        public IReadOnlyList<string> AddressBookHomes { get; }
    }

    public sealed partial class DavService
    {
        /// <summary>Finds the principal that the credentials stand for, and its homes (RFC 6764 §6).</summary>
        public async Task<Discovery> DiscoverAsync(CallOptions options = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            var name = Dav + "current-user-principal";
            ILookup<XName, string> found;
            try
            {
                found = await HrefsAsync("/.well-known/caldav", options, cancellationToken, name).ConfigureAwait(false);
            }
            catch (A3davException error) when (error is NotFoundException || error is MethodNotAllowedException)
            {
                found = await HrefsAsync("/", options, cancellationToken, name).ConfigureAwait(false);
            }

            var principal = found[name].FirstOrDefault()
                ?? throw Failures.Make(new Failure("decode") { Reason = "the server names no principal for these credentials" });
            XName calendars = CalDav + "calendar-home-set", books = CardDav + "addressbook-home-set";
            var homes = await HrefsAsync(principal, options, cancellationToken, calendars, books).ConfigureAwait(false);
            return new Discovery(principal, homes[calendars].ToList(), homes[books].ToList());
        }

        /// <summary>Asks when the owner of a calendar is busy (RFC 4791 §7.10): the calendar with VFREEBUSY that the server gives.</summary>
        public Task<TextResult> FreeBusyAsync(
            string calendar,
            DateTimeOffset start,
            DateTimeOffset end,
            CallOptions options = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var span = new XElement(CalDav + "time-range", new XAttribute("start", Basic(start)), new XAttribute("end", Basic(end)));
            var request = Request("REPORT", calendar, new XElement(CalDav + "free-busy-query", span)).Accept("text/calendar");
            request.Headers["Depth"] = "1";
            return core.TextAsync(request, options, cancellationToken);
        }

        private static string Basic(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

        /// <summary>The hrefs in properties of a resource.</summary>
        private async Task<ILookup<XName, string>> HrefsAsync(
            string href, CallOptions options, CancellationToken cancellationToken, params XName[] properties)
        {
            var request = Request("PROPFIND", href, new XElement(Dav + "propfind", Wanted(properties)));
            request.Headers["Depth"] = "0";
            var got = await core.SendAsync(request, options, cancellationToken).ConfigureAwait(false);
            return Multistatus.Read(request, got).Responses.SelectMany(one => one.Properties).Where(one => one.Status == 200)
                .SelectMany(one => one.Element.Elements(Dav + "href").Select(inner => new KeyValuePair<XName, string>(one.Name, Addresses.Resolve(got.Address, inner.Value))))
                .Where(one => one.Value != null).ToLookup(one => one.Key, one => one.Value);
        }
    }
}
