package org.a3dav.client;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML without a DTD, whose depth is bounded. What is wrong with it is a Mismatch. */
final class XmlReader {
    private static final int DEEPEST = 64;
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader source;
    private int depth;

    XmlReader(byte[] content) {
        try {
            source = FACTORY.createXMLStreamReader(new ByteArrayInputStream(content));
        } catch (XMLStreamException e) {
            throw mismatch(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory made = XMLInputFactory.newDefaultFactory();
        made.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        made.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        made.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return made;
    }

    private static Mismatch mismatch(XMLStreamException e) {
        return new Mismatch("this is no XML: " + e.getMessage().lines().reduce((first, last) -> last).orElse(""));
    }

    /** The next start or end of an element, or text; null at the end of the document. */
    private Integer event() {
        try {
            while (source.hasNext()) {
                int event = source.next();
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        if (depth > DEEPEST) {
                            throw new Mismatch("the XML is deeper than " + DEEPEST + " elements");
                        }
                        return event;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return event;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        return XMLStreamConstants.CHARACTERS;
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new Mismatch("the XML has a DTD or an entity");
                    default -> { }
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw mismatch(e);
        }
    }

    private DavName name() {
        String namespace = source.getNamespaceURI();
        return new DavName(namespace == null ? "" : namespace, source.getLocalName());
    }

    /** Goes into the root and gives its name. */
    DavName root() {
        Integer event = event();
        while (event != null && event != XMLStreamConstants.START_ELEMENT) {
            event = event();
        }
        if (event == null) {
            throw new Mismatch("there is no XML");
        }
        return name();
    }

    /** The next child of the root, or null behind its end. */
    DavElement next() {
        while (true) {
            Integer event = event();
            if (event == null || event == XMLStreamConstants.END_ELEMENT) {
                rest();
                return null;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                return element();
            }
        }
    }

    /** What follows the root is XML too. */
    private void rest() {
        Integer event = event();
        while (event != null) {
            event = event();
        }
    }

    private DavElement element() {
        DavName name = name();
        Map<DavName, String> attributes = new HashMap<>();
        for (int i = 0; i < source.getAttributeCount(); i++) {
            String namespace = source.getAttributeNamespace(i);
            attributes.put(
                new DavName(namespace == null ? "" : namespace, source.getAttributeLocalName(i)),
                source.getAttributeValue(i));
        }
        List<DavElement.Node> nodes = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (true) {
            Integer event = event();
            if (event == null) {
                throw new Mismatch("the XML has no end");
            }
            if (event == XMLStreamConstants.CHARACTERS) {
                text.append(source.getTextCharacters(), source.getTextStart(), source.getTextLength());
                continue;
            }
            if (text.length() > 0) {
                nodes.add(new DavElement.Characters(text.toString()));
                text.setLength(0);
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return new DavElement(name, attributes, nodes);
            }
            nodes.add(new DavElement.Child(element()));
        }
    }
}
