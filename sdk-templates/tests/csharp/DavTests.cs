using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using System.Xml;
using System.Xml.Linq;

namespace A3dav.Client.Tests
{
    internal static class DavTests
    {
        private static string Multi(string inside) =>
            Scripted.Said(207, "<multistatus xmlns=\"DAV:\" xmlns:c=\"urn:ietf:params:xml:ns:caldav\">" + inside + "</multistatus>", "Content-Type: application/xml\r\n");

        private static string Etag(string href, string etag) =>
            "<response><href>" + href + "</href><propstat><prop><getetag>" + etag + "</getetag></prop><status>HTTP/1.1 200 OK</status></propstat></response>";

        public static void A_document_type_is_not_read() =>
            Check.Throws<XmlException>(() => XmlReading.Read(Encoding.UTF8.GetBytes("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")));

        public static void Xml_that_is_too_deep_is_not_read() =>
            Check.Throws<XmlException>(() => XmlReading.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 65)) + string.Concat(Enumerable.Repeat("</a>", 65)))));

        public static void Xml_as_deep_as_may_be_is_read() =>
            Check.Equal("x", XmlReading.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 64)) + "x" + string.Concat(Enumerable.Repeat("</a>", 64)))).Value);

        public static void Text_comes_back_as_it_was()
        {
            var made = new XElement("{urn:x}a", new XAttribute("b", "\r\n\t<\"&"), " \r\n x ", new XElement("c", "]]>"));
            Check.Equal(made.ToString(SaveOptions.DisableFormatting), XmlReading.Read(XmlReading.Write(made)).ToString(SaveOptions.DisableFormatting));
        }

        public static void What_xml_cannot_hold_is_a_mistake() =>
            Check.Throws<ConfigurationException>(() => XmlReading.Write(new XElement("a", "\u0001")));

        public static void Hrefs_of_another_origin_lead_nowhere()
        {
            var from = new Uri("http://h:81/a/b");
            Check.Equal("/x%69y", Addresses.Resolve(from, " http://h:81/x%69y?q#f "));
            Check.Equal("/%69", Addresses.Resolve(from, "/%69"));
            Check.Equal("/a/c", Addresses.Resolve(from, "c"));
            Check.Equal(null, Addresses.Resolve(from, "//h/x"));
            Check.Equal(null, Addresses.Resolve(from, "https://h:81/x"));
            Check.Equal(Addresses.KeyOf("/a%20b/%2f/"), Addresses.KeyOf("/a b/%2F"));
        }

        public static async Task Fifty_are_fetched_with_each_request()
        {
            using (var server = new Scripted(Multi(string.Empty), Multi(string.Empty)))
            {
                var hrefs = Enumerable.Range(0, 51).Select(one => "/c/" + one + ".ics");
                var found = await new DavService(server.Client()).Multiget("/c/", hrefs).ToListAsync();
                Check.Equal("51 404", found.Count + " " + found[50].Status);
                Check.Equal(true, server.Arrived[0].Contains("/c/49.ics") && !server.Arrived[0].Contains("/c/50.ics") && server.Arrived[1].Contains("/c/50.ics"));
            }
        }

        public static async Task A_sync_goes_on_where_there_is_more_and_begins_anew_once()
        {
            var gone = Scripted.Said(403, "<error xmlns=\"DAV:\"><valid-sync-token/></error>", "Content-Type: application/xml\r\n");
            var more = "<response><href>/c/</href><status>HTTP/1.1 507 Full</status></response><sync-token>one</sync-token>";
            using (var server = new Scripted(gone, Multi(Etag("/c/a", "1") + more), Multi(Etag("/c/b", "2") + "<sync-token>two</sync-token>")))
            {
                var found = await new DavService(server.Client()).Sync("/c", "old").ToListAsync();
                Check.Equal("Reset Changed/c/a1 Changed/c/b2 Tokentwo", string.Join(" ", found.Select(one => one.Kind + one.Href + one.ETag + one.Token)));
            }
        }

        public static async Task A_sync_begins_anew_but_once()
        {
            var gone = Scripted.Said(410);
            var more = Multi("<response><href>/c/</href><status>HTTP/1.1 507 Full</status></response><sync-token>one</sync-token>");
            using (var server = new Scripted(gone, more, gone))
            {
                await Check.ThrowsAsync<GoneException>(() => new DavService(server.Client()).Sync("/c/", "old").ToListAsync());
                Check.Equal(3, server.Arrived.Count);
            }
        }

        public static async Task A_token_that_came_before_ends_a_sync()
        {
            var more = Multi("<response><href>/c/</href><status>HTTP/1.1 507 Full</status></response><sync-token>one</sync-token>");
            using (var server = new Scripted(more, more))
            {
                await Check.ThrowsAsync<DecodeException>(() => new DavService(server.Client()).Sync("/c/").ToListAsync());
            }
        }

        public static async Task A_change_begins_anew_five_times()
        {
            var found = Scripted.Said(200, "a", "ETag: \"1\"\r\nContent-Type: text/plain\r\n");
            var answers = Enumerable.Range(0, 10).Select(one => one % 2 == 0 ? found : Scripted.Said(412)).ToArray();
            using (var server = new Scripted(answers))
            {
                await Check.ThrowsAsync<PreconditionFailedException>(() => new DavService(server.Client()).UpdateWithAsync("/a", text => text + "b"));
                Check.Equal(10, server.Arrived.Count);
            }
        }

        public static async Task A_text_that_stays_is_not_written()
        {
            using (var server = new Scripted(Scripted.Said(200, "a", "ETag: \"1\"\r\n")))
            {
                Check.Equal("\"1\"", await new DavService(server.Client()).UpdateWithAsync("/a", text => null));
                Check.Equal(1, server.Arrived.Count);
            }
        }

        public static async Task A_path_is_sent_as_it_is_written()
        {
            using (var server = new Scripted(Scripted.Said(204)))
            {
                await new DavService(server.Client()).DeleteAsync("/a%6c/%2F b%7e/");
                Check.Equal("DELETE /a%6c/%2F%20b%7e/ HTTP/1.1", server.Arrived.Single().Split('\r')[0]);
            }
        }

        public static async Task Another_origin_is_not_asked()
        {
            using (var server = new Scripted())
            {
                await Check.ThrowsAsync<ConfigurationException>(() => new DavService(server.Client()).DeleteAsync("http://other.example/"));
            }
        }

        public static async Task Errors_of_graphql_come_with_what_could_be_answered()
        {
            using (var server = new Scripted(Scripted.Json("{\"data\":{\"a\":1,\"b\":null},\"errors\":[{\"message\":\"no\",\"path\":[\"b\",0]}]}")))
            {
                var error = await Check.ThrowsAsync<GraphQLException>(() => new GraphQLService(server.Client()).SendAsync<Newtonsoft.Json.Linq.JToken>("{a b}"));
                Check.Equal("no 1 200", error.Errors.Single().Message + " " + error.PartialData["a"] + " " + error.Status);
            }
        }
    }
}
