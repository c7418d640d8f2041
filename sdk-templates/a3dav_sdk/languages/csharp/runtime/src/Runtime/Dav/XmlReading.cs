using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace A3dav.Client
{
    /// <summary>XML without a document type, and so without entities of its own; its depth is bounded.</summary>
    internal static class XmlReading
    {
        private const int Deepest = 64;

        public static XElement Read(byte[] content)
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
            using (var reader = XmlReader.Create(new MemoryStream(content, false), settings))
            {
                XElement root = null, at = null;
                while (reader.Read())
                {
                    if (reader.NodeType == XmlNodeType.Element && reader.Depth >= Deepest)
                    {
                        throw new XmlException("the XML is nested too deeply");
                    }

                    at = Step(reader, at);
                    root = root ?? at;
                }

                return root;
            }
        }

        /// <summary>The elements of a DAV:error; any other text names none.</summary>
        public static IReadOnlyList<XName> Conditions(byte[] content)
        {
            try
            {
                var root = Read(content);
                return root.Name == DavNames.Dav + "error" ? root.Elements().Select(one => one.Name).ToArray() : new XName[0];
            }
            catch (XmlException)
            {
                return new XName[0];
            }
        }

        /// <summary>Reads {namespace}local; null for what is none.</summary>
        public static XName Name(string text)
        {
            try
            {
                return text.StartsWith("{", StringComparison.Ordinal) ? XName.Get(text) : null;
            }
            catch (Exception error) when (error is XmlException || error is ArgumentException)
            {
                return null;
            }
        }

        public static byte[] Write(XElement root)
        {
            var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize };
            var made = new MemoryStream();
            try
            {
                using (var writer = XmlWriter.Create(made, settings))
                {
                    new XDocument(root).Save(writer);
                }
            }
            catch (ArgumentException error)
            {
                throw Failures.Misused("the XML holds characters that XML cannot: " + error.Message);
            }

            return made.ToArray();
        }

        private static XElement Step(XmlReader reader, XElement at)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var made = Element(reader);
                    at?.Add(made);
                    return reader.IsEmptyElement && at != null ? at : made;
                case XmlNodeType.EndElement:
                    return at.Parent ?? at;
                case XmlNodeType.Text:
                case XmlNodeType.CDATA:
                case XmlNodeType.Whitespace:
                case XmlNodeType.SignificantWhitespace:
                    at?.Add(new XText(reader.Value));
                    return at;
                default:
                    return at;
            }
        }

        private static XElement Element(XmlReader reader)
        {
            var made = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
            while (reader.MoveToNextAttribute())
            {
                if (reader.NamespaceURI != XNamespace.Xmlns.NamespaceName)
                {
                    made.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
                }
            }

            reader.MoveToElement();
            return made;
        }
    }
}
