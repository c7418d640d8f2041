using System.Xml.Linq;

namespace A3dav.Client
{
    /// <summary>The namespaces of DAV: <c>DavNames.Dav + "displayname"</c>.</summary>
    public static class DavNames
    {
        /// <summary>WebDAV.</summary>
        public static readonly XNamespace Dav = "DAV:";

        /// <summary>CalDAV.</summary>
        public static readonly XNamespace CalDav = "urn:ietf:params:xml:ns:caldav";

        /// <summary>CardDAV.</summary>
        public static readonly XNamespace CardDav = "urn:ietf:params:xml:ns:carddav";
    }
}
