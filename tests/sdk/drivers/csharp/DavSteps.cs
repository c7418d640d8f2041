using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using A3dav.Client;
using Newtonsoft.Json.Linq;

/// <summary>The steps that speak DAV.</summary>
internal sealed class DavSteps
{
    private readonly DavService dav;

    public DavSteps(DavService dav)
    {
        this.dav = dav;
    }

    /// <summary>An item of a sequence as the trace has it; null where it is none of DAV.</summary>
    public static JToken Listed(object item)
    {
        var found = item as DavObject;
        if (found != null)
        {
            return new JObject { { "href", found.Href }, { "status", found.Status }, { "etag", found.ETag }, { "data", found.Text } };
        }

        var entry = item as SyncEntry;
        switch (entry?.Kind)
        {
            case SyncKind.Changed:
                return new JObject { { "changed", entry.Href }, { "etag", entry.ETag } };
            case SyncKind.Removed:
                return new JObject { { "removed", entry.Href } };
            case SyncKind.Reset:
                return new JObject { { "reset", true } };
            case SyncKind.Token:
                return new JObject { { "token", entry.Token } };
            default:
                return null;
        }
    }

    public object Sequence(string name, JObject given)
    {
        var path = (string)given["path"];
        return name == "sync" ? dav.Sync(path, (string)given["token"]) : (object)dav.Multiget(path, given["hrefs"].Select(one => (string)one));
    }

    public async Task<JToken> RunAsync(string name, JObject given)
    {
        var path = (string)given["path"];
        switch (name)
        {
            case "discover":
                var home = await dav.DiscoverAsync();
                return new JObject
                {
                    { "principal", home.Principal }, { "calendar_homes", new JArray(home.CalendarHomes) },
                    { "address_book_homes", new JArray(home.AddressBookHomes) },
                };
            case "propfind":
                var depth = (string)given["depth"] == "1" ? Depth.One : (string)given["depth"] == "infinity" ? Depth.Infinity : Depth.Zero;
                return Responses(await dav.PropfindAsync(path, Names(given["properties"]), depth));
            case "proppatch":
                return Responses(await dav.ProppatchAsync(path, Elements(given["set"]), Names(given["remove"])));
            case "mkcalendar":
                await dav.MkcalendarAsync(path, Elements(given["properties"]));
                return null;
            case "get":
                var found = await dav.GetAsync(path);
                return new JObject { { "text", found.Text }, { "etag", found.ETag } };
            case "put":
                var upload = new Upload((string)given["body"], (string)given["content_type"] ?? "text/calendar; charset=utf-8");
                return new JObject { { "etag", await dav.PutAsync(path, upload, Condition(given)) } };
            case "delete":
                await dav.DeleteAsync(path, Condition(given));
                return null;
            case "update_with":
                return new JObject { { "etag", await dav.UpdateWithAsync(path, text => text.Replace((string)given["replace"][0], (string)given["replace"][1])) } };
            default:
                var busy = await dav.FreeBusyAsync(path, Moment((string)given["start"]), Moment((string)given["end"]));
                return new JObject { { "text", busy.Text } };
        }
    }

    private static Precondition Condition(JObject given)
    {
        if ((bool?)given["create"] == true)
        {
            return Precondition.Absent;
        }

        return given["if_match"] == null ? null : Precondition.Match((string)given["if_match"]);
    }

    private static JArray Responses(IEnumerable<DavResponse> found)
    {
        var made = new JArray();
        foreach (var one in found)
        {
            var properties = new JObject();
            foreach (var each in one.Properties)
            {
                properties[each.Name.ToString()] = new JObject { { "status", each.Status }, { "text", each.Text.Length == 0 ? null : each.Text } };
            }

            made.Add(new JObject { { "href", one.Href }, { "status", one.Status }, { "properties", properties } });
        }

        return made;
    }

    private static IEnumerable<XName> Names(JToken told) => (told ?? new JArray()).Select(one => XName.Get((string)one)).ToList();

    private static IEnumerable<XElement> Elements(JToken told) =>
        (told as JObject ?? new JObject()).Properties().Select(one => new XElement(XName.Get(one.Name), (string)one.Value)).ToList();

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.ParseExact(text, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
