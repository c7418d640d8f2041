using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace A3dav.Client
{
    /// <summary>What a multistatus says of one resource.</summary>
    public sealed class DavResponse
    {
        internal DavResponse(string href, int? status, IReadOnlyList<DavProperty> properties, IReadOnlyList<XName> conditions, string description)
        {
            Href = href;
            Status = status;
            Properties = properties;
            Conditions = conditions;
            Description = description;
        }

        /// <summary>The path of the resource, encoded as the server wrote it.</summary>
        public string Href { get; }

        /// <summary>The status of the resource as a whole, or null when there are only those of its properties.</summary>
        public int? Status { get; }

        /// <summary>The properties, each with its own status.</summary>
        public IReadOnlyList<DavProperty> Properties { get; }

        /// <summary>The elements of a DAV:error.</summary>
        public IReadOnlyList<XName> Conditions { get; }

        /// <summary>A sentence for people, or null.</summary>
        public string Description { get; }

        /// <summary>The property that the server gave a value, or null.</summary>
        public XElement Property(XName name) => Properties.FirstOrDefault(one => one.Name == name && one.Status == 200)?.Element;

        /// <summary>All text in a property, or null when it has no value.</summary>
        public string Text(XName name) => Property(name)?.Value;

        /// <summary>The status of a property, or null when the answer does not speak of it.</summary>
        public int? PropertyStatus(XName name) => Properties.FirstOrDefault(one => one.Name == name)?.Status;
    }

    /// <summary>A property with a status of its own: 200, or why it has no value.</summary>
    public sealed class DavProperty
    {
        internal DavProperty(XElement element, int status)
        {
            Element = element;
            Status = status;
        }

        /// <summary>The property itself.</summary>
        public XElement Element { get; }

        /// <summary>Its name.</summary>
        public XName Name => Element.Name;

        /// <summary>All text inside.</summary>
        public string Text => Element.Value;

        /// <summary>Its status.</summary>
        public int Status { get; }
    }

    /// <summary>A multistatus as a whole.</summary>
    internal sealed class Multistatus
    {
        private readonly Uri from;

        private Multistatus(XElement root, Uri from)
        {
            this.from = from;
            Responses = root.Elements(DavNames.Dav + "response").SelectMany(ResponsesIn).ToList();
            Token = root.Element(DavNames.Dav + "sync-token")?.Value.Trim() ?? string.Empty;
        }

        public IReadOnlyList<DavResponse> Responses { get; }

        public string Token { get; }

        public static Multistatus Read(ApiRequest request, Answer got)
        {
            if (got.Status != 207)
            {
                throw got.Undecodable(request, "the status is " + got.Status + " and not that of a multistatus");
            }

            try
            {
                var root = XmlReading.Read(got.Body);
                return root.Name == DavNames.Dav + "multistatus" ? new Multistatus(root, got.Address) : throw new XmlException(root.Name + " is no multistatus");
            }
            catch (XmlException error)
            {
                throw got.Undecodable(request, error.Message, error);
            }
        }

        /// <summary>One for each href, of which a response without properties may have several; hrefs of other servers are left out.</summary>
        private IEnumerable<DavResponse> ResponsesIn(XElement element)
        {
            var told = element.Element(DavNames.Dav + "status");
            var status = told == null ? (int?)null : StatusIn(told.Value);
            var properties = element.Elements(DavNames.Dav + "propstat").SelectMany(PropertiesIn).ToList();
            var conditions = element.Elements(DavNames.Dav + "error").Concat(element.Elements(DavNames.Dav + "propstat").Elements(DavNames.Dav + "error")).Elements().Select(one => one.Name).ToList();
            var description = element.Element(DavNames.Dav + "responsedescription")?.Value;
            return element.Elements(DavNames.Dav + "href").Select(one => Addresses.Resolve(from, one.Value)).Where(path => path != null)
                .Select(path => new DavResponse(path, status, properties, conditions, description));
        }

        private static IEnumerable<DavProperty> PropertiesIn(XElement propstat)
        {
            var told = propstat.Element(DavNames.Dav + "status") ?? throw new XmlException("a propstat without DAV:status");
            var status = StatusIn(told.Value);
            return propstat.Elements(DavNames.Dav + "prop").Elements().Select(one => new DavProperty(one, status)).ToList();
        }

        /// <summary>Reads HTTP/1.1 200 OK.</summary>
        private static int StatusIn(string line)
        {
            var words = line.Split(new[] { ' ', '\t', '\r', '\n' }, StringSplitOptions.RemoveEmptyEntries);
            int status;
            var isStatus = words.Length > 1 && words[0].StartsWith("HTTP/", StringComparison.Ordinal)
                && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out status) && status >= 100 && status <= 599;
            return isStatus ? int.Parse(words[1], CultureInfo.InvariantCulture) : throw new XmlException("a response has no status line");
        }
    }
}
